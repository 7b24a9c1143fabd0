// Where every page of the product can be seen in the examples, and by whom. A route without an address here fails the tests.

/** The people of the examples, by what the demonstration's page calls them. */
export const people = {
  lead: 'Loamshire Prevent lead',
  administrator: 'Loamshire administrator',
  councillor: 'Loamshire councillor',
  district: 'Pellbridge Prevent lead',
  beginner: 'South Loamshire Prevent lead',
  secondReader: 'Loamshire second reader',
  bookings: 'Loamshire bookings officer',
  property: 'Loamshire property manager',
  second: 'North Loamshire second reader',
  adviser: 'Example Home Office adviser',
  transcriber: 'Tarnmarsh Prevent lead',
  real: 'Example Prevent lead',
  chair: 'Westmarch Channel chair',
  police: 'Example police reviewer',
} as const;

export type Person = keyof typeof people;

/** An address, or the first link of a page that fits. */
export type Place = string | { readonly on: Place; readonly link: RegExp };

export type Address = { readonly as: Person | 'nobody'; readonly at: Place };

const county = '/organisations/loamshire';
const countyYear = `${county}/assessments/2025-26`;
const draft = '/organisations/north-loamshire/assessments/2025-26/findings';
const published = '/organisations/pellbridge/assessments/2025-26';
const begunReturn = '/organisations/south-loamshire/returns/2025-26-Q4';
const nextYear = '/organisations/pellbridge/assessments/2026-27';
const transcribing = '/organisations/tarnmarsh/assessments/2025-26';
const transcribed = '/organisations/leicestershire/assessments/2025-26';

/** The county reads its newest, which is open; who shares the panel reads what was signed off. */
const statement: Place = { on: `${county}/channel`, link: /\/channel\/statements\/[0-9a-f-]{36}$/ };
const openSample: Place = { on: `${county}/dip-samples`, link: /\/dip-samples\/[0-9a-f-]{36}$/ };
const closedSample: Place = { on: `${county}/dip-samples`, link: /\/dip-samples\/[0-9a-f-]{36}#result$/ };
const sampleOfOthers: Place = { on: '/home', link: /\/dip-samples\/[0-9a-f-]{36}$/ };

/** At least one address of each page, by its route. */
export const pages: Readonly<Record<string, readonly Address[]>> = {
  '/': [{ as: 'nobody', at: '/' }],
  '/will-not-do': [{ as: 'nobody', at: '/will-not-do' }],
  '/words': [{ as: 'nobody', at: '/words' }],
  '/accessibility': [{ as: 'nobody', at: '/accessibility' }],
  '/privacy': [{ as: 'nobody', at: '/privacy' }],
  '/frameworks': [{ as: 'nobody', at: '/frameworks' }],
  '/frameworks/:edition': [{ as: 'nobody', at: '/frameworks/local-authority-2025-26' }, { as: 'nobody', at: '/frameworks/local-authority-2021-22' }, { as: 'nobody', at: '/frameworks/channel-statement-2024-25' }],
  '/frameworks/:edition/compared-with/:other': [{ as: 'nobody', at: '/frameworks/local-authority-2025-26/compared-with/invented-example-2024-25' }],
  '/edition-drafts': [{ as: 'lead', at: '/edition-drafts' }, { as: 'district', at: '/edition-drafts' }],
  '/edition-drafts/:draft': [{ as: 'lead', at: { on: '/edition-drafts', link: /\/edition-drafts\/[^/]+$/ } }],
  '/public/:body': [{ as: 'nobody', at: '/public/pellbridge' }],
  '/sign-in': [{ as: 'nobody', at: '/sign-in' }],
  '/demonstration': [{ as: 'nobody', at: '/demonstration' }],
  '/links/:token': [{ as: 'nobody', at: '/links/of-an-invitation' }],
  '/kept': [{ as: 'lead', at: '/kept' }],
  '/account': [{ as: 'lead', at: '/account' }],
  '/account/tokens': [{ as: 'lead', at: '/account/tokens' }],
  '/mail': [{ as: 'nobody', at: '/mail' }],
  '/home': [{ as: 'lead', at: '/home' }, { as: 'adviser', at: '/home' }],

  '/organisations/:org': [{ as: 'lead', at: county }, { as: 'district', at: '/organisations/pellbridge' }, { as: 'adviser', at: '/organisations/example-home-office-region' }],
  '/organisations/:org/people': [{ as: 'administrator', at: `${county}/people` }],
  '/organisations/:org/people/:person': [{ as: 'administrator', at: { on: `${county}/people`, link: /\/people\/[^/]+$/ } }],
  '/organisations/:org/invitations': [{ as: 'administrator', at: `${county}/invitations` }],
  '/organisations/:org/departments': [{ as: 'administrator', at: `${county}/departments` }],
  '/organisations/:org/opened': [{ as: 'lead', at: `${county}/opened` }],
  '/organisations/:org/small-numbers': [{ as: 'administrator', at: `${county}/small-numbers` }],
  '/organisations/:org/advising': [{ as: 'adviser', at: '/organisations/example-home-office-region/advising' }],
  '/organisations/:org/kept': [{ as: 'lead', at: `${county}/kept` }],
  '/organisations/:org/kept/:period': [{ as: 'administrator', at: `${county}/kept/evidence` }],
  '/organisations/:org/history': [{ as: 'lead', at: `${county}/history` }],
  '/organisations/:org/history/:kind/:id': [{ as: 'lead', at: { on: `${county}/history`, link: /\/history\/[^/?]+\/[^/]+$/ } }],

  '/organisations/:org/outcomes': [{ as: 'lead', at: `${county}/outcomes` }, { as: 'real', at: '/organisations/leicestershire/outcomes' }],
  '/organisations/:org/outcomes/counts': [{ as: 'lead', at: `${county}/outcomes/counts` }, { as: 'lead', at: `${county}/outcomes/counts?edition=local-authority-2021-22` }],
  '/organisations/:org/outcomes/:year/documents': [{ as: 'lead', at: `${county}/outcomes/2024-25/documents` }],
  '/organisations/:org/recommendations': [{ as: 'district', at: '/organisations/pellbridge/recommendations' }, { as: 'lead', at: '/organisations/pellbridge/recommendations' }, { as: 'real', at: '/organisations/leicestershire/recommendations' }],
  '/organisations/:org/recommendations/:id': [
    { as: 'district', at: { on: '/organisations/pellbridge/recommendations', link: /\/recommendations\/[^/]+$/ } }, { as: 'real', at: { on: '/organisations/leicestershire/recommendations', link: /\/recommendations\/[^/]+$/ } },
  ],

  '/organisations/:org/look': [{ as: 'lead', at: `${county}/look` }, { as: 'district', at: '/organisations/pellbridge/look' }],
  '/organisations/:org/dates': [{ as: 'lead', at: `${county}/dates` }, { as: 'district', at: '/organisations/pellbridge/dates' }, { as: 'beginner', at: '/organisations/south-loamshire/dates' }],
  '/organisations/:org/letters': [{ as: 'administrator', at: `${county}/letters` }],
  '/organisations/:org/risks': [{ as: 'beginner', at: '/organisations/south-loamshire/risks' }, { as: 'district', at: '/organisations/pellbridge/risks?at=3x4' }, { as: 'real', at: '/organisations/leicestershire/risks' }],
  '/organisations/:org/risk-form': [{ as: 'beginner', at: '/organisations/south-loamshire/risk-form' }],
  '/organisations/:org/risks/:risk': [{ as: 'lead', at: `${county}/risks/1` }, { as: 'district', at: '/organisations/pellbridge/risks/1' }, { as: 'beginner', at: '/organisations/south-loamshire/risks/2' }],
  '/organisations/:org/risks/:risk/words': [{ as: 'district', at: '/organisations/pellbridge/risks/1/words' }],
  '/organisations/:org/imports/:kind': [{ as: 'district', at: '/organisations/pellbridge/imports/risk-log?quarter=2025-26-Q4' }, { as: 'lead', at: `${county}/imports/plan` }],
  '/organisations/:org/imports/:kind/:id': [{ as: 'lead', at: { on: `${county}/imports/plan`, link: /\/imports\/plan\/[^/?]+$/ } }],
  '/organisations/:org/risk-matrix': [{ as: 'lead', at: `${county}/risk-matrix` }, { as: 'district', at: '/organisations/pellbridge/risk-matrix' }],
  '/organisations/:org/risk-calendar': [{ as: 'lead', at: `${county}/risk-calendar` }, { as: 'lead', at: `${county}/risk-calendar?change=2025-26-Q4` }],
  '/organisations/:org/risk-events': [{ as: 'lead', at: `${county}/risk-events` }, { as: 'beginner', at: '/organisations/south-loamshire/risk-events' }],
  '/organisations/:org/risk-events/:event': [
    { as: 'lead', at: { on: `${county}/risk-events`, link: /\/risk-events\/[^/?]+$/ } }, { as: 'beginner', at: { on: '/organisations/south-loamshire/risk-events', link: /\/risk-events\/[^/?]+$/ } },
  ],
  '/organisations/:org/police-profiles': [{ as: 'lead', at: `${county}/police-profiles` }],
  '/organisations/:org/returns': [{ as: 'beginner', at: '/organisations/south-loamshire/returns' }, { as: 'transcriber', at: '/organisations/tarnmarsh/returns' }],
  '/organisations/:org/returns/:quarter': [
    { as: 'beginner', at: begunReturn }, { as: 'district', at: '/organisations/pellbridge/returns/2025-26-Q4' }, { as: 'lead', at: '/organisations/tarnmarsh/returns/2025-26-Q1' },
  ],
  '/organisations/:org/oversight': [{ as: 'lead', at: `${county}/oversight` }],
  '/organisations/:org/oversight/risks': [{ as: 'lead', at: `${county}/oversight/risks` }, { as: 'lead', at: `${county}/oversight/risks?quarter=2025-26-Q3&at=3x4` }],
  '/organisations/:org/oversight/chases/:body': [{ as: 'lead', at: `${county}/oversight/chases/south-loamshire` }],
  '/organisations/:org/oversight/register': [{ as: 'lead', at: `${county}/oversight/register` }],
  '/organisations/:org/oversight/sources': [{ as: 'lead', at: `${county}/oversight/sources` }, { as: 'lead', at: `${county}/oversight/sources?risk=1` }],
  '/organisations/:org/oversight/moved': [{ as: 'lead', at: `${county}/oversight/moved` }],
  '/organisations/:org/oversight/unchanged': [{ as: 'lead', at: `${county}/oversight/unchanged` }],
  '/organisations/:org/risk-requests': [{ as: 'lead', at: `${county}/risk-requests` }, { as: 'district', at: '/organisations/pellbridge/risk-requests' }],
  '/organisations/:org/risk-requests/:request': [{ as: 'district', at: { on: '/organisations/pellbridge/risk-requests', link: /\/risk-requests\/[^/?]+$/ } }, { as: 'beginner', at: { on: '/organisations/south-loamshire/risk-requests', link: /\/risk-requests\/[^/?]+$/ } }],
  '/organisations/:org/risks/:risk/request': [{ as: 'district', at: '/organisations/pellbridge/risks/1/request' }],
  '/organisations/:org/bookings': [{ as: 'lead', at: `${county}/bookings` }, { as: 'bookings', at: `${county}/bookings?show=decided` }],
  '/organisations/:org/booking-form': [{ as: 'bookings', at: `${county}/booking-form` }],
  '/organisations/:org/bookings/:booking': [
    { as: 'bookings', at: { on: `${county}/bookings`, link: /\/bookings\/[^/?]+$/ } }, { as: 'lead', at: { on: `${county}/bookings?show=decided`, link: /\/bookings\/[^/?]+$/ } },
  ],
  '/organisations/:org/bookings/:booking/correction': [{ as: 'bookings', at: { on: { on: `${county}/bookings`, link: /\/bookings\/[^/?]+$/ }, link: /\/correction$/ } }],
  '/organisations/:org/bookings/:booking/decision': [{ as: 'property', at: { on: { on: `${county}/bookings`, link: /\/bookings\/[^/?]+$/ }, link: /\/decision$/ } }],
  '/organisations/:org/venues': [{ as: 'lead', at: `${county}/venues` }],
  '/organisations/:org/venue-form': [{ as: 'property', at: `${county}/venue-form` }],
  '/organisations/:org/venues/:site': [{ as: 'property', at: { on: `${county}/venues`, link: /\/venues\/[^/?]+$/ } }],
  '/organisations/:org/venue-policies': [{ as: 'lead', at: `${county}/venue-policies` }],
  '/organisations/:org/partner-checks': [{ as: 'lead', at: `${county}/partner-checks` }],
  '/organisations/:org/booking-keys': [{ as: 'lead', at: `${county}/booking-keys` }],
  '/organisations/:org/venue-incidents': [{ as: 'lead', at: `${county}/venue-incidents` }],
  '/organisations/:org/booking-numbers': [{ as: 'lead', at: `${county}/booking-numbers` }],
  '/organisations/:org/plan': [{ as: 'lead', at: `${county}/plan` }, { as: 'district', at: `${county}/plan` }, { as: 'councillor', at: `${county}/plan?show=all` }, { as: 'real', at: '/organisations/leicestershire/plan' }, { as: 'lead', at: '/organisations/pellbridge/plan' }],
  '/organisations/:org/plan/actions': [{ as: 'lead', at: `${county}/plan/actions` }],
  '/organisations/:org/plan/actions/:id': [
    { as: 'lead', at: { on: `${county}/plan`, link: /\/plan\/actions\/[^/]+$/ } }, { as: 'secondReader', at: { on: `${county}/plan?show=waiting`, link: /\/plan\/actions\/[^/]+$/ } },
    { as: 'lead', at: { on: `${county}/plan?show=closed`, link: /\/plan\/actions\/[^/]+$/ } }, { as: 'district', at: { on: `${county}/plan`, link: /\/plan\/actions\/[^/]+$/ } },
  ],
  '/organisations/:org/plan/actions/:id/details': [{ as: 'lead', at: { on: { on: `${county}/plan`, link: /\/plan\/actions\/[^/]+$/ }, link: /\/details$/ } }],
  '/organisations/:org/plan/objectives': [{ as: 'lead', at: `${county}/plan/objectives` }],
  '/organisations/:org/plan/objectives/:id': [{ as: 'lead', at: { on: `${county}/plan/objectives`, link: /\/objectives\/[^/]+$/ } }],

  '/organisations/:org/dip-samples': [{ as: 'lead', at: `${county}/dip-samples` }, { as: 'beginner', at: '/organisations/south-loamshire/dip-samples' }],
  '/organisations/:org/dip-samples/programme': [{ as: 'lead', at: `${county}/dip-samples/programme` }],
  '/organisations/:org/dip-samples/new': [{ as: 'lead', at: `${county}/dip-samples/new` }],
  '/organisations/:org/dip-samples/:id': [{ as: 'lead', at: openSample }, { as: 'lead', at: closedSample }, { as: 'chair', at: sampleOfOthers }],
  // What nothing in the examples stands at: test/journeys/dip.test.ts goes there.
  '/organisations/:org/dip-samples/:id/details': [],
  '/organisations/:org/dip-samples/:id/cases/:position': [{ as: 'chair', at: { on: sampleOfOthers, link: /\/cases\/\d+$/ } }],
  '/organisations/:org/dip-samples/:id/differences': [],
  '/organisations/:org/dip-samples/:id/closing': [],
  '/organisations/:org/referral-pathway': [{ as: 'lead', at: `${county}/referral-pathway` }, { as: 'beginner', at: '/organisations/south-loamshire/referral-pathway' }],
  '/organisations/:org/referral-pathway/new': [{ as: 'lead', at: `${county}/referral-pathway/new` }],
  '/organisations/:org/channel': [{ as: 'lead', at: `${county}/channel` }, { as: 'councillor', at: `${county}/channel` }, { as: 'district', at: '/organisations/pellbridge/channel' }, { as: 'district', at: `${county}/channel` }, { as: 'real', at: '/organisations/leicestershire/channel' }],
  '/organisations/:org/channel/meetings/:meeting': [
    { as: 'lead', at: { on: `${county}/channel`, link: /\/channel\/meetings\/[^/]+$/ } }, { as: 'district', at: { on: `${county}/channel`, link: /\/channel\/meetings\/[^/]+$/ } },
  ],
  '/organisations/:org/channel/statements/:statement': [
    { as: 'lead', at: statement }, { as: 'councillor', at: statement }, { as: 'district', at: statement },
  ],
  '/organisations/:org/channel/statements/:statement/areas/:area': [{ as: 'lead', at: { on: statement, link: /\/areas\/C1$/ } }],
  '/organisations/:org/meetings': [{ as: 'lead', at: `${county}/meetings` }],
  '/organisations/:org/evidence': [{ as: 'lead', at: `${county}/evidence` }],
  '/organisations/:org/evidence/:id': [{ as: 'lead', at: { on: `${county}/evidence`, link: /\/evidence\/[^/?]+$/ } }],
  '/organisations/:org/assessments/:year/indicators/:code/evidence': [{ as: 'lead', at: `${countyYear}/indicators/LA1.m1/evidence` }],

  '/organisations/:org/assessments': [{ as: 'lead', at: `${county}/assessments` }, { as: 'beginner', at: '/organisations/south-loamshire/assessments' }, { as: 'lead', at: '/organisations/pellbridge/assessments' }],
  '/organisations/:org/assessments/:year': [{ as: 'lead', at: countyYear }, { as: 'district', at: published }, { as: 'district', at: nextYear }, { as: 'real', at: transcribed }],
  '/organisations/:org/assessments/:year/benchmarks/:code': [{ as: 'lead', at: `${countyYear}/benchmarks/LA1` }, { as: 'district', at: `${published}/benchmarks/LA7` }],
  '/organisations/:org/assessments/:year/benchmarks/:code/rating': [{ as: 'lead', at: `${countyYear}/benchmarks/LA5/rating` }],
  '/organisations/:org/assessments/:year/indicators/:code': [{ as: 'lead', at: `${countyYear}/indicators/LA4.m1` }, { as: 'district', at: `${published}/indicators/LA7.m3` }, { as: 'lead', at: `${countyYear}/indicators/LA8.m1` }],
  '/organisations/:org/assessments/:year/submission': [{ as: 'lead', at: `${countyYear}/submission` }, { as: 'district', at: `${published}/submission` }, { as: 'second', at: '/organisations/north-loamshire/assessments/2025-26/submission' }],
  '/organisations/:org/assessments/:year/submission/:number': [{ as: 'lead', at: `${published}/submission/1` }],
  '/organisations/:org/assessments/:year/benchmarks/:code/challenge': [
    { as: 'lead', at: `${countyYear}/benchmarks/LA1/challenge` }, { as: 'secondReader', at: `${countyYear}/benchmarks/LA7/challenge` }, { as: 'district', at: `${published}/benchmarks/LA8/challenge` },
  ],
  '/organisations/:org/assessments/:year/amendments': [{ as: 'district', at: `${published}/amendments` }, { as: 'lead', at: `${countyYear}/amendments` }],
  '/organisations/:org/assessments/:year/reopening': [{ as: 'second', at: '/organisations/north-loamshire/assessments/2025-26/reopening' }, { as: 'district', at: `${published}/reopening` }, { as: 'lead', at: `${countyYear}/reopening` }],

  '/organisations/:org/cover': [{ as: 'lead', at: `${county}/cover` }],
  '/organisations/:org/assessments/:year/work': [{ as: 'lead', at: `${countyYear}/work` }],
  '/organisations/:org/assessments/:year/work/:code/partners': [{ as: 'lead', at: `${countyYear}/work/LA4.m1/partners` }],
  '/organisations/:org/shared/:year/:code': [{ as: 'district', at: '/organisations/loamshire/shared/2025-26/LA7.m1' }],
  '/organisations/:org/assessments/:year/work/:code': [{ as: 'lead', at: `${countyYear}/work/LA4.m1` }, { as: 'lead', at: `${countyYear}/work/LA5` }],

  '/organisations/:org/assessments/:year/findings': [
    { as: 'adviser', at: draft }, { as: 'district', at: `${nextYear}/findings` }, { as: 'district', at: `${published}/findings` }, { as: 'real', at: `${transcribed}/findings` }, { as: 'transcriber', at: `${transcribing}/findings` }, { as: 'lead', at: `${countyYear}/findings` },
  ],
  '/organisations/:org/assessments/:year/visits': [{ as: 'adviser', at: `${published}/visits` }, { as: 'district', at: `${published}/visits` }],
  '/organisations/:org/assessments/:year/findings/sharing': [{ as: 'adviser', at: `${draft}/sharing` }],
  '/organisations/:org/assessments/:year/findings/reply': [{ as: 'district', at: `${nextYear}/findings/reply` }],
  '/organisations/:org/assessments/:year/findings/letter': [{ as: 'lead', at: `${countyYear}/findings/letter` }],
  '/organisations/:org/assessments/:year/findings/outcomes/:benchmark': [{ as: 'adviser', at: `${draft}/outcomes/LA3` }],
  '/organisations/:org/assessments/:year/findings/check': [{ as: 'transcriber', at: `${transcribing}/findings/check` }],
  '/organisations/:org/assessments/:year/findings/publication': [{ as: 'adviser', at: `${draft}/publication` }],
  '/organisations/:org/assessments/:year/findings/strengths': [{ as: 'adviser', at: `${draft}/strengths` }],
  '/organisations/:org/assessments/:year/findings/strengths/:id': [{ as: 'adviser', at: { on: `${draft}/strengths`, link: /\/strengths\/[^/]+$/ } }],
  '/organisations/:org/assessments/:year/findings/recommendations': [{ as: 'adviser', at: `${draft}/recommendations` }],
  '/organisations/:org/assessments/:year/findings/recommendations/:id': [{ as: 'adviser', at: { on: `${draft}/recommendations`, link: /\/recommendations\/[^/]+$/ } }],
  '/organisations/:org/assessments/:year/paper': [{ as: 'district', at: `${published}/paper` }],
  '/organisations/:org/assessments/:year/paper/:area': [{ as: 'district', at: `${published}/paper/finance` }],
  '/organisations/:org/assessments/:year/exempt': [{ as: 'district', at: `${published}/exempt` }],
  '/organisations/:org/assessments/:year/packs': [{ as: 'district', at: `${published}/packs` }],
  '/organisations/:org/assessments/:year/release': [{ as: 'district', at: `${published}/release` }],
  '/organisations/:org/assessments/:year/reports': [{ as: 'lead', at: `${countyYear}/reports` }, { as: 'district', at: `${published}/reports` }],
  '/organisations/:org/assessments/:year/reports/:audience': [{ as: 'district', at: `${published}/reports/members` }, { as: 'lead', at: `${county}/assessments/2024-25/reports/public` }],
};

/** What is sent as a file, with the kind that it is. */
export const files: Readonly<Record<string, readonly (Address & { readonly type: RegExp })[]>> = {
  '/organisations/:org/look/logo.png': [{ as: 'lead', at: `${county}/look/logo.png`, type: /^image\/png/ }],
  '/organisations/:org/look/colours.css': [{ as: 'lead', at: `${county}/look/colours.css`, type: /^text\/css/ }],
  '/calendars/:token': [{ as: 'nobody', at: '/calendars/of-the-county', type: /^text\/calendar/ }],
  '/organisations/:org/evidence/:id/file': [{ as: 'lead', at: { on: `${county}/evidence?text=board+minutes`, link: /\/evidence\/[^/?]+$/ }, type: /^application\/pdf/ }],
  '/organisations/:org/assessments/:year/bundle': [{ as: 'adviser', at: `${published}/bundle`, type: /^application\/zip/ }],
  '/organisations/:org/assessments/:year/findings/written-letter/:format': [
    { as: 'adviser', at: `${published}/findings/written-letter/pdf`, type: /^application\/pdf/ }, { as: 'district', at: `${published}/findings/written-letter/html`, type: /^text\/html/ },
  ],
  '/organisations/:org/risk-list/:format': [{ as: 'district', at: '/organisations/pellbridge/risk-list/ods', type: /opendocument\.spreadsheet/ }],
  '/organisations/:org/risk-template/:format': [{ as: 'district', at: '/organisations/pellbridge/risk-template/xlsx', type: /spreadsheetml\.sheet/ }],
  '/organisations/:org/plan/list/:format': [
    { as: 'lead', at: `${county}/plan/list/xlsx`, type: /spreadsheetml\.sheet/ }, { as: 'lead', at: `${county}/plan/list/csv`, type: /^text\/csv/ },
  ],
  '/organisations/:org/dip-samples/:id/report/:format': [{ as: 'lead', at: { on: closedSample, link: /\/report\/pdf$/ }, type: /^application\/pdf/ }, { as: 'lead', at: { on: closedSample, link: /\/report\/html$/ }, type: /^text\/html/ }],
  '/organisations/:org/assessments/:year/packs/:pack': [{ as: 'district', at: { on: `${published}/packs`, link: /\/packs\/[^/]+$/ }, type: /^application\/zip/ }],
  '/organisations/:org/assessments/:year/reports/:audience/:format': [
    { as: 'district', at: `${published}/reports/members/pptx`, type: /presentationml\.presentation/ },
    { as: 'district', at: `${published}/reports/members/pdf`, type: /^application\/pdf/ },
    { as: 'district', at: `${published}/reports/members/html`, type: /^text\/html/ },
    { as: 'district', at: `${published}/reports/members/json`, type: /^application\/json/ },
  ],
};

/** Pages that say no. */
export const refusals: readonly (Address & { readonly status: 403 | 404 | 409 })[] = [
  { as: 'councillor', at: `${county}/people`, status: 403 },
  { as: 'lead', at: published.replace('pellbridge', 'blaby'), status: 403 },
  { as: 'nobody', at: '/no-such-page', status: 404 },
  { as: 'nobody', at: `/links/${'x'.repeat(43)}`, status: 404 },
  { as: 'real', at: `${transcribed}/findings/check`, status: 409 },
  { as: 'lead', at: '/organisations/atlantis', status: 404 },
  { as: 'lead', at: `${county}/assessments/1999-00`, status: 404 },
  { as: 'lead', at: `${countyYear}/indicators/LA9.m1`, status: 404 },
];

/** Forms as somebody sends them who filled in nothing: by the button that is pressed. */
export const mistakes: readonly (Address & { readonly press: string })[] = [
  { as: 'nobody', at: '/sign-in', press: 'Sign in' },
  { as: 'lead', at: `${countyYear}/indicators/LA8.m2`, press: 'Save the answer' },
  { as: 'lead', at: `${countyYear}/benchmarks/LA6/rating`, press: 'Save the self-rating' },
  { as: 'lead', at: `${countyYear}/benchmarks/LA1/challenge`, press: 'Answer' },
  { as: 'secondReader', at: `${countyYear}/benchmarks/LA7/challenge`, press: 'Record the challenged rating' },
  { as: 'second', at: '/organisations/north-loamshire/assessments/2025-26/reopening', press: 'Ask to re-open it' },
  { as: 'district', at: `${published}/amendments`, press: 'Write an amendment' },
  { as: 'lead', at: `${countyYear}/indicators/LA1.m1/evidence`, press: 'Use for this indicator' },
  { as: 'lead', at: `${countyYear}/indicators/LA1.m1/evidence`, press: 'Add file' },
  { as: 'lead', at: `${countyYear}/indicators/LA1.m1/evidence`, press: 'Add link' },
  { as: 'beginner', at: '/organisations/south-loamshire/assessments', press: 'Open the assessment' },
  { as: 'lead', at: '/edition-drafts', press: 'Load the edition' },
  { as: 'lead', at: `${county}/plan/actions`, press: 'Add the action' },
  { as: 'lead', at: `${county}/plan/objectives`, press: 'Add an objective' },
  { as: 'lead', at: `${county}/outcomes/counts?edition=local-authority-2021-22`, press: 'Record the year' },
  { as: 'lead', at: `${county}/outcomes/2024-25/documents`, press: 'Bring it in' },
  { as: 'lead', at: `${county}/opened`, press: 'Open' },
  { as: 'lead', at: `${county}/look`, press: 'Use this logo' },
  { as: 'administrator', at: `${county}/invitations`, press: 'Make the invitation' },
  { as: 'administrator', at: `${county}/departments`, press: 'Add department' },
  { as: 'bookings', at: `${county}/booking-form`, press: 'Take it in' },
  { as: 'bookings', at: { on: { on: `${county}/bookings`, link: /\/bookings\/[^/?]+$/ }, link: /\/correction$/ }, press: 'Correct it' },
  { as: 'lead', at: { on: `${county}/risk-requests`, link: /\/risk-requests\/[^/?]+$/ }, press: 'Take it back' },
  { as: 'lead', at: `${county}/venue-policies`, press: 'Add the edition' },
  { as: 'beginner', at: '/organisations/south-loamshire/risk-form', press: 'Add the risk' },
  { as: 'lead', at: `${county}/oversight/chases/south-loamshire`, press: 'Record it' },
  { as: 'lead', at: `${county}/risk-events`, press: 'Open the review' },
  { as: 'lead', at: `${county}/dip-samples/new`, press: 'Plan the exercise' },
  { as: 'lead', at: `${county}/referral-pathway/new`, press: 'Record the edition' },
  { as: 'lead', at: { on: statement, link: /\/areas\/C5$/ }, press: 'Save' },
  { as: 'chair', at: { on: sampleOfOthers, link: /\/cases\/\d+$/ }, press: 'Save the answers' },
  { as: 'district', at: '/organisations/pellbridge/risks/1/request', press: 'Pass it on' },
  { as: 'beginner', at: { on: '/organisations/south-loamshire/risk-requests', link: /\/risk-requests\/[^/?]+$/ }, press: 'Send the reply' },
  { as: 'district', at: `${published}/exempt`, press: 'Make a part exempt' },
  { as: 'adviser', at: `${draft}/outcomes/LA3`, press: 'Save' },
  { as: 'adviser', at: `${draft}/strengths`, press: 'Add strength' },
  { as: 'district', at: `${nextYear}/findings/reply`, press: 'Send the reply' },
];
