/** What a text may hold that tells of one person (DESIGN: what the product will never do). */
export type IdentifierKind = 'nhs_number' | 'national_insurance' | 'date_of_birth' | 'email' | 'phone' | 'address' | 'case_reference';

export type Identifier = { readonly kind: IdentifierKind; readonly text: string };

type Detector = { readonly kind: IdentifierKind; readonly pattern: RegExp; readonly holds?: (match: string) => boolean };

const month = '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const date = `(?:\\d{1,2}[./ -]\\d{1,2}[./ -](?:\\d{4}|\\d{2})|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${month}\\.?,? \\d{4}|${month} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4})`;
const birth = '(?:born|birth|birthday|birthdate|d\\.?\\s?o\\.?\\s?b\\.?)';
/** GOV.UK, "Postcodes"; the shape of BS 7666. */
const postcode = '(?:gir ?0aa|[a-pr-uwyz](?:[0-9]{1,2}|[a-hk-y][0-9]|[a-hk-y][0-9][0-9abehmnprv-y]|[0-9][a-hjkps-uw]) ?[0-9][abd-hjlnp-uw-z]{2})';
const reference = '(?=[a-z0-9/-]{0,30}\\d)[a-z0-9]{1,30}(?:[/-][a-z0-9]{1,30}){0,6}';

const detectors: readonly Detector[] = [
  { kind: 'email', pattern: /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}][\p{L}\p{N}._%+'-]{0,80}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,8}\.\p{L}{2,63}/gu },
  // HMRC NIM39110: letters that are not used, prefixes that are not given, a suffix of A to D.
  { kind: 'national_insurance', pattern: /(?<![\p{L}\p{N}])(?!bg|gb|kn|nk|nt|tn|zz)[a-ceghj-pr-tw-z][a-ceghj-npr-tw-z][ .-]?\d{2}[ .-]?\d{2}[ .-]?\d{2}[ .-]?[a-d](?![\p{L}\p{N}])/giu },
  { kind: 'date_of_birth', pattern: new RegExp(`(?<!\\p{L})${birth}(?!\\p{L})(?: date)?[^\\d\\n]{0,16}${date}(?!\\d)|${date}[\\s,(]{0,3}${birth}(?!\\p{L})|(?<!\\p{L})aged? \\d{1,2}[\\s,(]{0,3}${date}(?!\\d)|${date}[\\s,(]{0,3}aged? \\d{1,2}(?!\\d)`, 'giu') },
  // NHS Data Dictionary, "NHS number": ten digits, the last of which checks the others.
  { kind: 'nhs_number', pattern: /(?<![\p{L}\p{N}.,£/-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\p{L}\p{N}/-]|[.,]\d)/gu, holds: isNhsNumber },
  { kind: 'phone', pattern: /(?<![\p{L}\p{N}.,£/+-])(?:(?:\+|00) ?44[ .-]?\(?0?\)?[ .-]?|\(?0)[1-9](?:[ .()-]{0,2}\d){7,9}(?![ .-]?\d|[\p{L}/])/gu, holds: isPhone },
  { kind: 'address', pattern: new RegExp(`(?<![\\p{L}\\p{N}./-])(?:flat |unit )?\\d{1,4}[a-z]?,? (?:(?!${month}\\b)\\p{Lu}[\\p{L}'.-]{0,40},? |(?:the|of|upon|on|le|by|under|st)[ -]){0,9}${postcode}(?![\\p{L}\\p{N}])`, 'giu'), holds: isAddress },
  { kind: 'case_reference', pattern: new RegExp(`(?<!\\p{L})(?:(?:case|channel|referral|crime|incident|custody|police|prevent|pcmt|cmis|safeguarding|client|nominal|log)(?: case| referral| crime| incident| log)? (?:ref(?:erence)?|no|number|id|urn)(?: (?:no|number))?|(?:ref(?:erral)?|case|channel|crime|custody|pcmt|cmis|urn|cad|niche|pnc)(?: id| ref)?[.:#]|crn|urn|cad|pnc id)[.:#]?(?: is| was)? ?#?${reference}(?![\\p{L}\\p{N}])`, 'giu') },
  { kind: 'case_reference', pattern: /(?<![\p{L}\p{N}/-])(?:pcmt|cmis|chn|chan|prv|prev|cad|urn|crn|pnc)[-/ ]?(?:\d{2,4}[-/])*\d{3,}(?:[-/]\d{2,4})*(?![\p{L}\p{N}])/giu },
];

/** Identifiers of records and fingerprints of files, whose digits fall as they like. */
const machineMade = /(?<![\p{L}\p{N}])(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32,})(?![\p{L}\p{N}])/giu;

/** Everything in a text that looks like it tells of one person, in the order of the kinds; each text once. */
export function identifiersIn(text: string): readonly Identifier[] {
  const plain = text.normalize('NFKC').replace(/[\u2010-\u2015\u2212]/g, '-').replace(/[\u200b-\u200d\u2060\ufeff]/g, '').replace(/[^\S\n]+/g, ' ').replace(machineMade, ' ');
  const found = new Map<string, Identifier>();
  for (const { kind, pattern, holds } of detectors) {
    for (const [match] of plain.matchAll(pattern)) if (!holds || holds(match)) found.set(`${kind} ${match.trim()}`, { kind, text: match.trim() });
  }
  return [...found.values()];
}

/** Modulus 11: the weighted sum of the first nine digits leaves the tenth. */
function isNhsNumber(match: string): boolean {
  const digits = [...match.replace(/\D/g, '')].map(Number);
  const sum = digits.slice(0, 9).reduce((total, digit, at) => total + digit * (10 - at), 0);
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === digits[9] && new Set(digits).size > 1;
}

/** Ten or eleven digits after the country's code and its nought; not a date with a time, nor figures in groups of two as dates have them. */
function isPhone(match: string): boolean {
  if (/^\(?\d{1,2}[ .-]\d{1,2}[ .-](?:19|20)\d{2}/.test(match)) return false;
  const digits = match.replace(/\D/g, '').replace(/^(?:00)?44(?=0?[1-9])/, '0').replace(/^00/, '0');
  return digits.length === 10 || digits.length === 11;
}

/** The pattern takes any case, for the postcode's sake; the words of a street begin with capitals, or all is written in one case. */
function isAddress(match: string): boolean {
  const words = match.split(' ').slice(1, -2).filter((word) => /\p{L}{3}/u.test(word));
  return words.every((word) => /^[\p{Lu}(]/u.test(word) || /^(?:the|upon|under)\b/i.test(word));
}
