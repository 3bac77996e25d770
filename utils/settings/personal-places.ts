/**
 * Places where people write, pay, sign in or are ill, told by the address alone: with "all sites" on they are not read
 * without being asked. Wrong in both directions, and meant to be: a news page about a bank is one click away, a mailbox read
 * by mistake is not. A page with a password field is left alone wherever it stands; that is decided in the page.
 */
export function isPersonalPlace({ hostname, pathname }: URL): boolean {
  const labels = hostname.split('.');
  // The last label is a country or a kind of business, never a purpose; "bank" is both.
  return (
    labels.slice(0, -1).some((label) => LABEL.test(label)) ||
    labels.at(-1) === 'bank' ||
    SERVICES.some((service) => hostname === service || hostname.endsWith(`.${service}`)) ||
    PATH.test(pathname)
  );
}

/** One whole part of a host name: mail.example.org, signin.example.org, deutsche-bank.example. */
const LABEL = new RegExp(
  `^(?:${[
    'e?mail|webmail|mailbox|inbox|owa|outlook|posta?|pochta', // letters
    'log-?in|sign-?in|auth|oauth2?|sso|ids?|idp|passport|accounts?|my-?account|profile|cabinet|lk', // signing in
    '[\\w-]*bank|bank-[\\w-]*|[ei]-?bank\\w*|[\\w-]*banking|pay|payments?|checkout|billing|wallet', // money
    'my-?chart|patients?|[\\w-]*clinic|[\\w-]*hospital|pharmacy|health-?records?|[\\w-]*klinik', // health
    'web-?chat|messenger|meet|intranet|vpn|admin', // talk, and the inside of houses
  ].join('|')})$`,
  'iu',
);

/** Well-known places whose names do not say what they are. */
const SERVICES = [
  ...['gmail.com', 'proton.me', 'protonmail.com', 'gmx.net', 'tuta.com', 'fastmail.com', 'icloud.com'],
  ...['web.whatsapp.com', 'web.telegram.org', 'discord.com', 'slack.com', 'teams.microsoft.com', 'zoom.us'],
  ...['paypal.com', 'wise.com', 'revolut.com', 'stripe.com', 'erip.by', 'gosuslugi.ru', 'portal.gov.by'],
  ...['docs.google.com', 'drive.google.com', 'calendar.google.com', 'office.com', 'sharepoint.com', 'notion.so'],
  ...['bitwarden.com', '1password.com', 'lastpass.com', 'doctolib.fr', 'nhs.uk', 'healthvault.com'],
];

/** A whole step of the path: /login, /account/orders; not /login-crisis-at-the-ministry. */
const PATH =
  /\/(?:log-?in|log-?on|sign-?in|sign-?up|auth|oauth2?|sso|password|register|registration|checkout|payments?|cart|basket|my-?account|wp-admin|wp-login\.php)(?:\/|$)/iu;
