// What a page gains where scripts run. Without this file every page still works.
import { initAll } from './govuk-frontend.min.js';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
initAll();

// The components mark a radio that reveals something as expanded, which ARIA knows for checkboxes but not for radios.
const unmark = () => {
  for (const radio of document.querySelectorAll('[type=radio][aria-expanded]')) radio.removeAttribute('aria-expanded');
};
unmark();
new MutationObserver(unmark).observe(document.body, { subtree: true, attributeFilter: ['aria-expanded'] });

// A page that is worth printing offers it.
for (const button of document.querySelectorAll('[data-module=dr-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

// A table that fits needs no scrolling, so it is no stop on the way through the page with the tab key.
const fit = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) target.setAttribute('tabindex', '0');
    else target.removeAttribute('tabindex');
  }
});
for (const box of document.querySelectorAll('.dr-scroll')) fit.observe(box);

// What is typed into a form with a place for drafts is saved there after a pause, one request at a time.
for (const form of document.querySelectorAll('form[data-draft]')) {
  const status = form.querySelector('[data-draft-status]');
  let timer;
  let sending = false;
  const save = async () => {
    if (sending) return later();
    sending = true;
    const fields = new URLSearchParams(new FormData(form));
    fields.delete('request_key');
    try {
      const reply = await fetch(form.dataset.draft, { method: 'POST', body: fields, redirect: 'error' });
      if (reply.ok) status.textContent = (await reply.json()).status;
    } catch {
      // Without a connection the words stand in the form; the next pause tries again.
    }
    sending = false;
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(save, 2000);
  };
  form.addEventListener('input', later);
  form.addEventListener('submit', () => clearTimeout(timer));
}
