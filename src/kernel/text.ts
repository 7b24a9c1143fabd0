/** A text of an edition: English always, Welsh where it has been written. */
export type Bilingual = { readonly en: string; readonly cy?: string };

export type Language = 'en' | 'cy';

/** The text in the language asked for, in English where there is no other. */
export function inLanguage(text: Bilingual, language: Language): string {
  return (language === 'cy' ? text.cy : undefined) ?? text.en;
}
