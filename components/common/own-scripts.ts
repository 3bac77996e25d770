/** Trusted Types as far as we need them; TypeScript's own library does not know them yet, nor do all browsers. */
interface TrustedTypes {
  createPolicy(name: 'default', rules: { createScriptURL(url: string): string | null }): unknown;
}

/**
 * Lets this page start its workers from our own package, and nothing else. Our policy (wxt.config.ts) has the browser refuse every text that
 * would become markup or a script, whoever wrote it: a page that starts no worker needs no exception at all.
 */
export function allowOwnWorkers(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  trustedTypes?.createPolicy('default', {
    createScriptURL: (url) => (new URL(url, location.href).origin === location.origin ? url : null),
  });
}
