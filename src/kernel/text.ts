import type { Refusal } from './outcome.ts';

/** A text of an edition: English always, Welsh where it has been written. */
export type Bilingual = { readonly en: string; readonly cy?: string };

export type Language = 'en' | 'cy';

/** The text in the language asked for, in English where there is no other. */
export function inLanguage(text: Bilingual, language: Language): string {
  return (language === 'cy' ? text.cy : undefined) ?? text.en;
}

/** What somebody wrote, as it is kept: line ends as one character, no space around it. */
export function tidied(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}

/**
 * Why a text cannot be kept; it may be empty where nothing is said of that. Control characters (a NUL among them) would not
 * survive the database or a document. Length is in code points, as the database counts.
 */
export function refusedText(field: string, text: string, limit: number, whenEmpty?: Refusal['say']): Refusal[] {
  if (text === '') return whenEmpty ? [{ field, say: whenEmpty }] : [];
  if (/[^\P{Cc}\n\t]|\p{Cs}/u.test(text)) return [{ field, say: ({ platform }) => platform.text.strangeCharacters }];
  const over = [...text].length - limit;
  return over > 0 ? [{ field, say: ({ platform }) => platform.text.tooLong(limit, over) }] : [];
}
