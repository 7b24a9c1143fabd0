import type { Document } from './model.ts';

/** "2025/26 · 30 June 2026", in the language of the document. */
export function yearAndDate(document: Document): string {
  const written = new Intl.DateTimeFormat(document.language, { dateStyle: 'long', timeZone: 'UTC' });
  return `${document.year} · ${written.format(new Date(`${document.dated}T00:00:00Z`))}`;
}
