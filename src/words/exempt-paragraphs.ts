/**
 * What may be kept from the public: Local Government Act 1972, Schedule 12A, Part 1 (England), paragraphs 1 to 7, in short.
 * https://www.legislation.gov.uk/ukpga/1972/70/schedule/12A
 */
export const exemptParagraphs: readonly { readonly number: number; readonly text: string }[] = [
  { number: 1, text: 'Information relating to any individual' },
  { number: 2, text: 'Information which is likely to reveal the identity of an individual' },
  { number: 3, text: 'Information relating to the financial or business affairs of any particular person, including the authority' },
  { number: 4, text: 'Information relating to consultations or negotiations about labour relations' },
  { number: 5, text: 'Information in respect of which legal professional privilege could be claimed' },
  { number: 6, text: 'Information which reveals that the authority proposes to give a notice, or make an order or direction, under an enactment' },
  { number: 7, text: 'Information relating to action to prevent, investigate or prosecute crime' },
];
