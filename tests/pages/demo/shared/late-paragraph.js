/* Like a news desk that adds to a story: the last paragraph arrives a second and a half after the page. */
const ARRIVES_AFTER_MS = 1500;

addEventListener('load', () => {
  for (const place of document.querySelectorAll('[data-late-paragraph]')) {
    setTimeout(async () => {
      const answer = await fetch(place.dataset.lateParagraph);
      const paragraph = document.createElement('p');
      paragraph.textContent = (await answer.text()).trim();
      place.replaceWith(paragraph);
    }, ARRIVES_AFTER_MS);
  }
});
