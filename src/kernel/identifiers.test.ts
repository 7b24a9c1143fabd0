import assert from 'node:assert/strict';
import { test } from 'node:test';
import { identifiersIn, type IdentifierKind } from './identifiers.ts';

/** Pseudo-random numbers from a seed (mulberry32), so that a failure can be looked at again. */
function numbers(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const digits = (count: number) => Array.from({ length: count }, () => below(10)).join('');
  return { below, pick, digits };
}
type Numbers = ReturnType<typeof numbers>;

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const first = ['Amal', 'Bryn', 'Carys', 'Dev', 'Efa', 'Farid', 'Grace', 'Huw'];
const streets = ['High Street', 'Abbey Lane', 'Station Road', 'The Hollies', "St Mary's Close", 'Glenfield Road East', 'Church Walk', 'King Edward Avenue'];
const towns = ['Leicester', 'Melton Mowbray', 'Market Harborough', 'Hinckley', 'Oakham', ''];
const postcodes = ['LE3 8RA', 'LE1 6TF', 'LE67 3TN', 'SW1A 2AA', 'EC1A 1BB', 'M1 1AE', 'B33 8TH', 'CR2 6XH', 'DN55 1PT', 'W1A 0AX'];

function nhs({ below, digits }: Numbers): string {
  for (;;) {
    const nine = `${1 + below(9)}${digits(8)}`;
    const check = (11 - ([...nine].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0) % 11)) % 11;
    if (check !== 10 && new Set(nine + check).size > 1) return nine + check;
  }
}
const written = (text: string, sizes: readonly number[], between: string) => sizes.map((size, at) => text.slice(sizes.slice(0, at).reduce((a, b) => a + b, 0)).slice(0, size)).join(between);
const dateOf = ({ below, pick }: Numbers, from: number, years: number) => {
  const [day, month, year] = [1 + below(28), 1 + below(12), from + below(years)];
  const two = (n: number) => String(n).padStart(2, '0');
  return pick([`${two(day)}/${two(month)}/${year}`, `${day} ${months[month - 1]} ${year}`, `${two(day)}.${two(month)}.${year}`, `${year}-${two(month)}-${two(day)}`, `${day}th ${months[month - 1]} ${year}`, `${two(day)}-${two(month)}-${year}`]);
};

/** How each kind is written by people; none of these words is taken from the detector. */
const planted: Readonly<Record<IdentifierKind, (n: Numbers) => string>> = {
  nhs_number: (n) => written(nhs(n), ...n.pick<[number[], string]>([[[10], ''], [[3, 3, 4], ' '], [[3, 3, 4], '-'], [[3, 3, 4], '\u00a0']])),
  national_insurance: (n) => {
    const letters = [n.pick([...'ABCEGHJKLMNOPRSTWXYZ']), n.pick([...'ABCEGHJKLMNPRSTWXYZ'])].join('');
    if (/BG|GB|KN|NK|NT|TN|ZZ/.test(letters)) return 'AB123456C';
    const number = n.digits(6);
    const text = n.pick([`${letters}${number}${n.pick([...'ABCD'])}`, `${letters} ${written(number, [2, 2, 2], ' ')} ${n.pick([...'ABCD'])}`]);
    return n.pick([text, text.toLowerCase()]);
  },
  date_of_birth: (n) => {
    const day = dateOf(n, 1950, 70);
    return n.pick([`DOB ${day}`, `d.o.b. ${day}`, `date of birth: ${day}`, `born on ${day}`, `born ${day}`, `Date of birth ${day}`, `DoB: ${day}`, `${day} (DOB)`, `birthday is ${day}`]);
  },
  email: (n) => `${n.pick(first)}.${n.pick(['ali', 'jones', "o'neil", 'smith-brown'])}${n.digits(1)}@${n.pick(['example.gov.uk', 'school.example', 'mail.example.co.uk', 'nhs.example'])}`,
  phone: (n) => n.pick([
    `07${n.digits(3)} ${n.digits(6)}`, `07${n.digits(9)}`, `0116 ${n.digits(3)} ${n.digits(4)}`, `(0116) ${n.digits(3)} ${n.digits(4)}`, `+44 7${n.digits(3)} ${n.digits(6)}`, `+447${n.digits(9)}`, `01${n.pick(['455', '509', '572'])} ${n.digits(6)}`,
    `020 7${n.digits(3)} ${n.digits(4)}`, `+44 (0)116 ${n.digits(3)} ${n.digits(4)}`, `07${n.digits(3)}-${n.digits(3)}-${n.digits(3)}`, `0044 7${n.digits(3)} ${n.digits(6)}`,
  ]),
  address: (n) => {
    const [house, street, town, code] = [1 + n.below(250), n.pick(streets), n.pick(towns), n.pick(postcodes)];
    return n.pick([`${house} ${street}, ${town === '' ? '' : `${town} `}${code}`, `${house}a ${street} ${code}`, `Flat 2, ${house} ${street}, ${town === '' ? '' : `${town}, `}${code}`, `${house}, ${code}`]);
  },
  case_reference: (n) => n.pick([
    `Channel reference CH/${n.digits(4)}/${n.digits(2)}`, `case ref ${n.digits(6)}`, `case number 24-${n.digits(5)}`, `crime reference 24*${n.digits(6)}`.replace('*', '/'), `referral ID ${n.digits(5)}`, `PCMT-${n.digits(6)}`, `custody number ${n.digits(4)}/${n.digits(2)}`,
    `case no. ${n.digits(5)}`, `police log number ${n.digits(4)}`, `CMIS ${n.digits(6)}`, `Prevent referral number ${n.digits(6)}`, `incident ref: ${n.digits(5)}`, `URN 33/AB/${n.digits(5)}/24`, `case reference is ${n.digits(7)}`,
  ]),
};

const around: readonly ((it: string) => string)[] = [
  (it) => it, (it) => `The group spoke about ${it} at length.`, (it) => `See ${it}, as agreed on 3 March 2026.`, (it) => `(${it})`, (it) => `Action: call ${it}; report to the board.`,
  (it) => `Minutes of the panel\n${it}\nNext meeting in June`, (it) => `“${it}”`, (it) => `Noted: ${it}.`,
];

test('of 5,000 texts in which an identifier was planted, at least 99.5% of each kind are found', () => {
  const n = numbers(20261125);
  const kinds = Object.keys(planted) as IdentifierKind[];
  for (const kind of kinds) {
    const missed: string[] = [];
    const count = Math.ceil(5000 / kinds.length);
    for (let at = 0; at < count; at += 1) {
      const text = n.pick(around)(planted[kind](n));
      if (!identifiersIn(text).some((found) => found.kind === kind)) missed.push(text);
    }
    assert.ok(missed.length <= count * 0.005, `${kind}: ${missed.length} of ${count} missed, such as ${missed.slice(0, 5).join(' | ')}`);
  }
});

const clean: readonly ((n: Numbers) => string)[] = [
  (n) => `The board met on ${dateOf(n, 2022, 6)} and agreed the action plan for 2025-26.`,
  (n) => `${1 + n.below(7)} of 7 districts sent their risk log on time in Q${1 + n.below(4)} of 2025-26.`,
  (n) => `Training reached ${n.below(1000)} staff, ${n.below(100)}.${n.below(10)}% of those who need it, at a cost of £${n.below(90)},${n.digits(3)}.${n.digits(2)}.`,
  (n) => `Indicator LA${1 + n.below(8)}.m${1 + n.below(12)} rests on the terms of reference, section ${1 + n.below(40)}(${1 + n.below(5)}).`,
  (n) => `Minute ${n.below(100)}/${n.digits(2)} of the Scrutiny Commission, ${n.pick(months)} 20${20 + n.below(8)}, item ${1 + n.below(15)}.`,
  (n) => `The file's SHA-256 is ${Array.from({ length: 8 }, () => (n.below(2 ** 31) + 2 ** 31).toString(16)).join('')}.`,
  (n) => `Record 0197${n.digits(4)}-${n.digits(4)}-7${n.digits(3)}-9${n.digits(3)}-${n.digits(12)} was changed.`,
  (n) => `See https://www.example.gov.uk/council/reports/${n.digits(6)}/prevent-2025?page=${n.below(90)} for the paper.`,
  (n) => `The partnership met ${1 + n.below(12)} times; attendance was ${60 + n.below(40)}% (Counter-Terrorism and Security Act 2015, section ${20 + n.below(20)}).`,
  (n) => `County Hall, Glenfield, Leicester ${n.pick(postcodes)} is a significant council property.`,
  (n) => `Risk ${1 + n.below(40)} was re-scored from ${1 + n.below(25)} to ${1 + n.below(25)} after the review on ${dateOf(n, 2024, 3)} at 10.30.`,
  (n) => `The policy of ${n.below(28) + 1} ${n.pick(months)} 20${20 + n.below(7)} is due for review; version ${1 + n.below(9)}.${n.below(10)} replaces it.`,
  (n) => `Venue bookings rose to ${n.digits(4)} in 2025/26 from ${n.digits(4)}, of which ${n.below(40)} were checked by two departments.`,
  (n) => `Purchase order ${n.digits(7)} covers the course; the budget code is ${n.digits(5)}-${n.digits(3)}.`,
  () => 'Channel panel members completed the refresher, and the chair reported on case handling to the board.',
  () => 'The referral pathway was reviewed; each referral is acknowledged in five working days and no case is named here.',
  (n) => `Between ${1 + n.below(28)} ${n.pick(months)} and ${1 + n.below(28)} ${n.pick(months)} 2026, ${n.below(50)} schools answered the survey (${n.below(100)}%).`,
  (n) => `The incident at a council building in 2025 led to ${1 + n.below(9)} actions, numbers 1 to ${2 + n.below(9)} in the plan.`,
  (n) => `The plan of ${n.pick(months)} 2024 is ${1 + n.below(30)} months old; children aged ${5 + n.below(5)} to ${11 + n.below(6)} take part in the Stay Safe lessons.`,
  (n) => `ISBN 978-1-${n.digits(4)}-${n.digits(4)}-1, page ${n.digits(3)}; the reference for the committee is CMB/${n.digits(2)}/${n.digits(2)}.`,
  (n) => `The duty began on 1 July 2015; our first plan was born of the ${2016 + n.below(4)} review of ${n.below(28) + 1} partners.`,
];

test('of 5,000 clean sentences of governance, at most 2% raise an alarm', () => {
  const n = numbers(19750617);
  const alarms: string[] = [];
  for (let at = 0; at < 5000; at += 1) {
    const text = n.pick(clean)(n);
    const found = identifiersIn(text);
    if (found.length > 0) alarms.push(`${found.map((each) => `${each.kind} ${each.text}`).join()} in ${text}`);
  }
  assert.ok(alarms.length <= 100, `${alarms.length} alarms, such as ${alarms.slice(0, 8).join(' | ')}`);
});

test('what is nearly one and is none', () => {
  for (const text of ['943 476 5918', '111 111 1111', 'GB 12 34 56 A', 'AB 12 34 56 E', 'a@b', 'LE3 8RA', '12 March at County Hall, Leicester LE3 8RA', '01/02/2026', '2025-26-Q1', 'the case for change', 'reference group 12', 'LA5.m2']) {
    assert.deepEqual(identifiersIn(text), [], text);
  }
});

test('what is found is told as it was written, each once', () => {
  assert.deepEqual(identifiersIn('NHS 943 476 5919, again 943 476 5919; jo.field@example.gov.uk.'), [
    { kind: 'email', text: 'jo.field@example.gov.uk' }, { kind: 'nhs_number', text: '943 476 5919' },
  ]);
  assert.deepEqual(identifiersIn('９４３４７６５９１９ and 943\u2011476\u20115919').map(({ kind }) => kind), ['nhs_number', 'nhs_number']);
});

test('a text made to be slow is searched in time', () => {
  for (const piece of ['a', 'a.', '1 ', '12 Aaaa ', 'a@b.', 'case ref ', '0 ', '07', 'born ', '1 High, ', "o'neil-", 'AB 12 34 ', '12/']) {
    const begun = performance.now();
    identifiersIn(piece.repeat(Math.ceil(100_000 / piece.length)));
    const took = performance.now() - begun;
    assert.ok(took < 1500, `${JSON.stringify(piece)} took ${took.toFixed(0)} ms`);
  }
});
