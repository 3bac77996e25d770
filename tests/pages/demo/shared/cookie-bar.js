/* Any answer puts the bar away; nothing is stored. */
for (const answer of document.querySelectorAll('[data-cookie-answer]')) {
  answer.addEventListener('click', () => (answer.closest('[data-cookie-bar]').hidden = true));
}
