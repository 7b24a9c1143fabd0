import type { Day } from '../kernel/year.ts';
import { moderation } from './moderation.ts';

const { day } = moderation;
const some = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

type Counts = { readonly all: number; readonly open: number; readonly overdue: number; readonly unmeasured: number; readonly closed: number };

const standing = ({ open, overdue, unmeasured, closed }: Counts) => `${open} open, of which ${overdue} overdue and ${unmeasured} without a measure of success, and ${closed} closed.`;

/** What people read of the partnership plan. */
export const actionPlan = {
  link: 'Partnership plan',
  title: (organisation: string) => `Partnership plan of ${organisation}`,
  intro: 'Objectives by benchmark, and the actions that serve them. Each action has an owner, a day and a measure of success. A second person confirms that it is closed.',
  none: 'The plan has no actions yet.',
  noneShown: 'No action is like this.',
  forOthers: {
    grant: 'You see the actions that your organisation owns. Open one to write what was done.',
    tree: 'You see each action and how it stands. What the organisation wrote about it stays with the organisation.',
  },
  shared: (organisation: string, open: number, overdue: number) => `${some(open, 'action', 'actions')} of yours in the plan of ${organisation}${overdue > 0 ? `, ${overdue} overdue` : ''}`,
  overdueTask: (overdue: number) => `${some(overdue, 'action of the partnership plan is', 'actions of the partnership plan are')} overdue`,
  show: { label: 'Show', apply: 'Show these', choices: { open: 'Open', overdue: 'Overdue', unmeasured: 'Open, without a measure of success', waiting: 'Waiting for a second person', closed: 'Closed', all: 'All' } },
  summary: {
    whole: (counts: Counts) => `The plan has ${some(counts.all, 'action', 'actions')}: ${standing(counts)}`,
    owned: (counts: Counts) => `Your organisation owns ${some(counts.all, 'action', 'actions')}: ${standing(counts)}`,
  },
  add: 'Add an action', objectivesLink: 'Objectives', list: { label: 'Take the whole list away:', formats: { xlsx: 'Excel (XLSX)', ods: 'OpenDocument (ODS)', csv: 'CSV' } },
  whole: 'The plan as a whole',
  benchmark: (number: number, title: string) => `${number}. ${title}`,
  noObjective: 'No objective named',
  columns: { action: 'Action', owner: 'Owner', due: 'Due', measure: 'Measure of success', standing: 'How it stands' },
  owner: (body: string, role: string | null) => (role === null ? body : `${role}, ${body}`),
  noRole: 'No role named', noDay: 'No day set', noMeasure: 'None',
  rag: { green: 'Green: on track', amber: 'Amber: at risk', red: 'Red: off track' }, notRated: 'Not rated yet',
  origins: { risk: 'A risk', recommendation: 'A recommendation', dip_sample: 'A dip sample', incident: 'An incident', guidance: 'A change of guidance', other: 'Something else' },
  untaken: {
    heading: 'Recommendations that are not in the plan', caption: 'Recommendations that are not in the plan', recommendation: 'Recommendation', take: 'Take into the plan',
    hidden: (text: string) => `: ${text}`, press: 'In the plan',
  },
  beside: { take: 'Take it into the partnership plan', taken: 'It stands in the partnership plan', hint: 'It becomes an action of the plan, with the owner and the day that stand here.', ofRisk: 'What the plan does about it', noneOfRisk: 'No action of the partnership plan comes from this risk yet.', addToRisk: 'Add an action about this risk' },
  item: {
    title: (text: string, organisation: string) => `${text} Action of the plan of ${organisation}`, heading: 'Action',
    owner: 'Owner', role: 'Role', partners: 'Partners', noPartners: 'None named', start: 'Starts', noStart: 'No day set', due: 'Due', measure: 'Measure of success', noMeasure: 'None yet',
    place: 'Where in the plan', objective: 'Objective', origin: 'Where it came from', state: 'State', standing: 'How it stands', outcome: 'Outcome', confirmed: 'Closed on', reopened: 'Why it was opened again',
    change: 'Change the action', day,
  },
  form: {
    newTitle: (organisation: string) => `New action in the plan of ${organisation}`, newHeading: 'New action', changeHeading: 'Change the action',
    text: 'What is to be done?', place: 'Where in the plan?', placeHint: 'A benchmark, or one of its objectives. Add an objective first if it is missing.',
    placeObjective: (benchmark: number | undefined, text: string) => (benchmark === undefined ? text : `${benchmark}. ${text}`),
    owner: 'Which organisation owns it?', ownerHint: 'An organisation that is listed sees the action and can write what was done.', otherBody: 'Another organisation, named below',
    ownerBody: 'The other organisation (only if it is not in the list)', role: 'Which role owns it? (optional)', roleHint: 'A role, such as “Head of community safety”, never a named person.',
    partners: 'Which organisations help? (optional)', start: 'When does it start? (optional)', due: 'When is it due? (optional)', dayHint: 'For example, 30 9 2026.',
    measure: 'How will you know that it worked? (optional)', measureHint: 'A measure of success, such as “Every log is on time in four quarters running”.',
    origin: 'Where does it come from?', originNote: 'Say which one (optional)', originNoteHint: 'For example, “Dip sample of May 2026”. Never a case, a name or a reference.',
    marking: 'Marking', add: 'Add the action', save: 'Save the action',
  },
  progress: {
    heading: 'Progress', none: 'No progress has been noted.', add: 'Add a note of progress', text: 'What was done, and why does it stand as it does?', dated: 'When?', datedHint: 'For example, 27 3 2026.',
    rag: 'How does it stand?', ragHint: 'Leave it open to keep what stands. What you write above is the reason.', unchanged: 'No change', save: 'Add the note',
    entry: (on: Day | string) => day(on), by: (organisation: string) => `by ${organisation}`,
  },
  closedHint: 'It is closed. Open it again to change anything.', waits: 'A closure has been proposed. Until a second person has answered it, the action stands as it is.',
  objectives: {
    title: (organisation: string) => `Objectives of the plan of ${organisation}`, heading: 'Objectives', none: 'The plan has no objectives yet.', caption: 'Objectives by benchmark',
    objective: 'Objective', benchmark: 'Benchmark', add: 'Add an objective', text: 'What is to be reached?', save: 'Save the objective', remove: 'Remove the objective', changeHeading: 'Change the objective',
    served: (count: number) => `${some(count, 'action serves', 'actions serve')} it, so it cannot be removed.`,
  },
  refusals: {
    noPlace: 'Choose where in the plan it stands', noText: 'Write what is to be done', noOwner: 'Choose the organisation that owns it', noOwnerBody: 'Name the other organisation', notOneLine: 'Write it on one line',
    ownerIsAddress: 'Name a role, not an e-mail address', startUnreal: 'Enter the day as numbers, such as 1 4 2026', dueUnreal: 'Enter the day as numbers, such as 30 9 2026', dueBeforeStart: 'Enter a day that is not before the start',
    noOrigin: 'Choose where it comes from', noMarking: 'Choose a marking', noObjective: 'Write what is to be reached', noBenchmark: 'Choose a benchmark', noRag: 'Choose green, amber, red or no change',
    closed: 'The action is closed or waits for its second person. Open it again, or answer the closure, first',
  },
  /** Why a row of a spreadsheet is not taken. */
  row: {
    noText: 'There is no action in this row', noSuchBenchmark: (written: string) => `“${written}” is no benchmark of the edition`, noSuchOrigin: (written: string) => `“${written}” is none of: risk, recommendation, dip sample, incident, guidance, other`,
    noSuchRag: (written: string) => `“${written}” is none of: red, amber, green`, unreal: (written: string) => `“${written}” is not a day. Write it as 2026-09-30 or 30/09/2026`, noSuchMarking: (written: string) => `“${written}” is neither OFFICIAL nor OFFICIAL-SENSITIVE`,
    reasonMissing: 'A colour needs a reason. Fill in the column for progress', outcomeMissing: 'What is closed needs an outcome. Write it in the column for progress', dueBeforeStart: 'It is due before it starts',
    ownerIsAddress: 'Name a role, not an e-mail address', objectiveNeedsBenchmark: 'An objective stands under a benchmark. Fill in the column for the benchmark',
  },
  facts: {
    overdue: (overdue: number, open: number) => (overdue === 0 ? `None of ${some(open, 'open action', 'open actions')} of the plan is overdue.` : `${overdue} of ${some(open, 'open action', 'open actions')} of the plan ${overdue === 1 ? 'is' : 'are'} overdue.`),
    overdueRule: 'Counts actions of the plan that are not closed and whose day has passed. A closure that waits for its second person is still open.',
    unmeasured: (unmeasured: number, open: number) => `${unmeasured} of ${some(open, 'open action', 'open actions')} of the plan ${unmeasured === 1 ? 'has' : 'have'} no measure of success.`,
    unmeasuredRule: 'Counts actions of the plan that are not closed and of which nobody has written how success will be known.',
    closed: (closed: number, all: number) => `${closed} of ${some(all, 'action', 'actions')} of the plan ${closed === 1 ? 'is' : 'are'} closed with an outcome (${Math.round((closed / all) * 100)}%).`,
    closedRule: 'Counts actions whose outcome was written by one person and confirmed by a second one, against all actions of the plan.',
  },
  document: {
    title: 'Partnership plan', subtitle: (organisation: string) => organisation, section: 'Actions', caption: 'Actions of the partnership plan',
    columns: { reference: 'Reference', benchmark: 'Benchmark', objective: 'Objective', action: 'Action', owner: 'Owner', role: 'Role', partners: 'Partners', start: 'Start', due: 'Due', measure: 'Success measure', state: 'State', rag: 'RAG', progress: 'Progress', marking: 'Marking' },
    states: { open: 'Open', proposed: 'Closure proposed', closed: 'Closed' }, rag: { green: 'Green', amber: 'Amber', red: 'Red' },
    fileName: (org: string, format: string) => `${org}-partnership-plan.${format}`,
  },
  conflict: { title: 'The plan has changed', sentence: 'Somebody changed it after you opened the page. Nothing of yours was saved. Read what stands now, then save again.', link: 'Read what stands now' },
  missing: { title: 'There is no such part of the plan', sentence: 'The plan holds no action or objective of this address that you may read. Go back to the plan.' },
  noFormat: { title: 'There is no such file', sentence: 'The plan can be taken away as XLSX, ODS or CSV.' },
  grantReason: 'It owns this action of our plan.',
};
