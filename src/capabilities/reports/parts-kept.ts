import type { Block, Section, Table } from '../../documents/model.ts';
import { isOver, offices, type OfficeHeld, type PanelHere } from '../channel/index.ts';
import { meaningOf, type SampleAgreement, type YearSample } from '../dip-sampling/index.ts';
import type { ToldNumbers, YearVenues } from '../venue-hire/index.ts';
import { exemptLines, notesOf, type Making } from './parts.ts';

/** What is written of a body's dip samples, venues and Channel panel: nothing of any where the body has none. */
export function keptParts(making: Making): Section[] {
  return [samplesPart(making), venuesPart(making), channelPart(making)];
}

/** The exercises of the year with what each found; one that is not closed is only named. */
function samplesPart(making: Making): Section {
  const { told: { samples, year }, words: { reports: { kept: said }, moderation } } = making;
  const exercises = samples?.exercises ?? [];
  const items = exercises.flatMap((one, at) => (one.state === 'closed' ? found(making, one).map((text) => ({ label: said.exercise(at + 1), text })) : []));
  const blocks: Block[] = samples === null ? [] : [
    ...(samples.everyMonths === null ? [] : [{ kind: 'paragraph', text: said.every(samples.everyMonths) } as const]), exercisesTable(making, exercises), ...(items.length === 0 ? [] : [{ kind: 'list', ordered: false, items } as const]),
    ...exercises.flatMap((one, at) => (one.tallies.length === 0 ? [] : [talliesTable(making, one, at + 1)])),
    ...notesOf([said.samplesRule(moderation.day(samples.asAt), year), ...(making.told.audience === 'restricted' ? [] : [said.samplesHidden])]),
  ];
  return { title: said.samples, blocks: [...notesOf(exemptLines(making, 'dip_samples')), ...blocks] };
}

function exercisesTable({ words: { reports: { kept: said }, dipSampling } }: Making, exercises: readonly YearSample[]): Table {
  const standing = ({ state, endedOn }: YearSample) => (endedOn ? said.ended(dipSampling.states[state], dipSampling.day(endedOn)) : state === 'planned' ? dipSampling.states.planned : said.underWay);
  return {
    kind: 'table', caption: said.samplesCaption, columns: [{ title: said.number }, { title: said.panel, rowHeader: true }, { title: said.period }, { title: said.drawn }, { title: said.standing }],
    rows: exercises.map((one, at) => [String(at + 1), one.panel, dipSampling.period(one.fromDay, one.toDay), one.sizes ? dipSampling.list.of(one.sizes.sample, one.sizes.population) : said.notShown, standing(one)]),
  };
}

/** What a closed exercise can show, how far its reviewers agree and what came of it, in sentences. */
function found({ words: { reports: { kept: said }, dipSampling } }: Making, { repeats, repeatReason, sizes, agreement, themes, learning, actions: { open, proposed, closed } }: YearSample): string[] {
  const repeat = repeats ? [repeatReason === null ? said.repeats : dipSampling.report.repeat(repeatReason)] : [];
  return [
    ...repeat, ...(sizes ? [meaningSaid(dipSampling, sizes)] : []), ...(agreement ? [agreementSaid(said, dipSampling, agreement).join(' ')] : []), ...(themes + learning > 0 ? [said.recorded(themes, learning)] : []),
    open + proposed + closed > 0 ? said.actions(open, proposed, closed) : said.noActions,
  ];
}

type SamplingWords = Making['words']['dipSampling'];

function meaningSaid({ item }: SamplingWords, { sample, population }: NonNullable<YearSample['sizes']>): string {
  const { faulty, tenths, oneIn } = meaningOf({ population, sample });
  return sample === population ? item.meansAll(population) : item.means(sample, population, tenths, faulty, oneIn);
}

function agreementSaid(said: Making['words']['reports']['kept'], { agreement: words }: SamplingWords, { percent, counted }: SampleAgreement): string[] {
  if (!counted) return [said.agreed(percent), words.small];
  const { same, answers, kappa, interval } = counted;
  return [words.percent(same, answers, percent), ...(kappa === null ? [words.noKappa] : [words.kappa(kappa), interval ? words.interval(interval[0], interval[1]) : words.noInterval]), words.small];
}

function talliesTable({ words: { reports: { kept: said }, dipSampling: { result, codes } } }: Making, { tallies }: YearSample, at: number): Table {
  return {
    kind: 'table', caption: said.tallies(at), people: { columns: [1, 2, 3, 4, 5], totalRow: false },
    columns: [{ title: result.question, rowHeader: true }, ...[codes.yes, codes.partly, codes.no, codes.na, result.unsettled].map((title) => ({ title, align: 'end' as const }))],
    rows: tallies.map(({ question, yes, partly, no, na, unsettled }) => [question, ...[yes, partly, no, na, unsettled].map(String)]),
  };
}

/** Sites by how they are held, and the bookings of the year: never by who hired or what for. */
function venuesPart(making: Making): Section {
  const { told: { venues, audience }, words: { reports: { kept: said }, moderation } } = making;
  const asAt = venues ? moderation.day(venues.asAt) : '';
  const isWhole = venues?.sites.every(({ lacking }) => lacking === null);
  const blocks: Block[] = venues === null ? [] : [
    ...(venues.sites.length === 0 ? [] : [sitesTable(making, venues.sites), ...notesOf([isWhole ? said.sitesWhole(asAt) : said.sitesRule(asAt)])]),
    ...(venues.numbers ? [numbersTable(making, venues.numbers), ...notesOf([said.numbersRule(asAt), ...(audience !== 'restricted' && venues.numbers.refused === null ? [said.numbersHidden] : [])])] : []),
  ];
  return { title: said.venues, blocks: [...notesOf(exemptLines(making, 'venues')), ...blocks] };
}

const lacks = ['department', 'policy', 'training', 'filtering'] as const;

function sitesTable({ words: { reports: { kept: said }, venueHire } }: Making, sites: YearVenues['sites']): Table {
  const hasLacks = sites.some(({ lacking }) => lacking !== null);
  return {
    kind: 'table', caption: said.sitesCaption, columns: [{ title: said.held, rowHeader: true }, ...[said.sites, said.whole, ...(hasLacks ? lacks.map((part) => said.lacking[part]) : [])].map((title) => ({ title, align: 'end' as const }))],
    rows: sites.map(({ held, sites: many, whole, lacking }) => [venueHire.sites.holdings[held], String(many), String(whole), ...(hasLacks ? lacks.map((part) => String(lacking?.[part] ?? 0)) : [])]),
  };
}

const ofDays: readonly (keyof ToldNumbers)[] = ['medianDays', 'longestDays'];
const counts = ['bookings', 'byRule', 'byKeys', 'waiting', 'approved', 'withConditions', 'refused', 'cancelled', 'withdrawn', 'withdrawnLate', 'overturned', 'undecided', 'wronglyAllowed', 'medianDays', 'longestDays'] as const satisfies readonly (keyof ToldNumbers)[];

/** What may not be told has no row. */
function numbersTable({ told: { year }, words: { reports: { kept: said }, venueHire: { numbers: words } } }: Making, numbers: ToldNumbers): Table {
  const cell = (name: keyof ToldNumbers, value: number) => (name === 'byRule' || name === 'byKeys' ? words.share(value, numbers.bookings ?? 0) : String(value));
  const rows = counts.flatMap((name) => { const value = numbers[name]; return value === null ? (ofDays.includes(name) && numbers.refused !== null ? [[words.rows[name], words.noDays]] : []) : [[words.rows[name], cell(name, value)]]; });
  return { kind: 'table', caption: said.numbersCaption(year), columns: [{ title: words.what, rowHeader: true }, { title: words.count, align: 'end' }], rows };
}

/** How the panel is run, or why it is not applicable. */
function channelPart(making: Making): Section {
  const { told: { channel }, words: { reports: { kept: said }, channel: words } } = making;
  const blocks: Block[] = channel === null ? [] : channel.is === 'elsewhere' ? [{ kind: 'paragraph', text: words.facts.elsewhere(channel.reason, channel.leadBody) }] : panelBlocks(making, channel);
  return { title: said.channel, blocks: [...notesOf(exemptLines(making, 'channel')), ...blocks] };
}

function panelBlocks({ words: { reports: { kept: said }, channel: words } }: Making, panel: PanelHere): Block[] {
  const { asAt, planned, held, seats, agreementExpiresOn: expires, statement, reviews } = panel;
  const { facts } = words;
  const sentences = [
    said.meetings(held, planned), expires === null ? facts.noAgreement : isOver(expires, asAt) ? facts.expired(expires) : facts.inDate(expires), statement ? facts.statement(statement) : facts.noStatement,
    ...(reviews.are === 'none' ? [] : [reviews.are === 'shown' ? facts.share(reviews.percent) : facts.few]),
  ];
  return [
    officesTable(words, said, panel),
    { kind: 'list', ordered: false, items: sentences.map((text) => ({ text })) },
    ...(seats.length === 0 ? [] : [{
      kind: 'table', caption: said.seatsCaption, columns: [{ title: words.seats.agency, rowHeader: true }, { title: words.seats.role }, ...[said.came, words.presences.substitute, words.presences.absent, said.recordedMeetings].map((title) => ({ title, align: 'end' as const }))],
      rows: seats.map(({ agency, role, present, substitute, absent }) => { const all = present + substitute + absent; return [agency, role, ...[present, substitute, absent].map((part) => said.ofMeetings(part, all)), String(all)]; }),
    } as const]),
    ...notesOf([said.channelRule(words.day(asAt))]),
  ];
}

function officesTable({ chairs, offices: names, facts, day }: Making['words']['channel'], said: Making['words']['reports']['kept'], { asAt, offices: held }: PanelHere): Table {
  const hasTraining = held.some(({ trained }) => trained !== null);
  const training = ({ trained }: OfficeHeld) => {
    if (!trained || trained.on === null) return chairs.notRecorded;
    return trained.dueOn === null ? day(trained.on) : (isOver(trained.dueOn, asAt) ? said.trainingOver : said.trainingDue)(day(trained.on), day(trained.dueOn));
  };
  const rows = offices.map((office) => {
    const entry = held.find((one) => one.office === office);
    return entry ? [names[office], entry.role, day(entry.appointedOn), ...(hasTraining ? [training(entry)] : [])] : [names[office], facts.noOffice(office), '–', ...(hasTraining ? ['–'] : [])];
  });
  return { kind: 'table', caption: said.officesCaption, columns: [{ title: chairs.office, rowHeader: true }, { title: chairs.role }, { title: chairs.appointed }, ...(hasTraining ? [{ title: chairs.trained }] : [])], rows };
}
