import { isId, type Id } from '../../kernel/id.ts';
import type { Refusal } from '../../kernel/outcome.ts';
import { dayOf } from '../../kernel/year.ts';
import { sqlStateOf } from '../../platform/database.ts';
import { page, redirect, refusedPage, valueOf, type Answer, type MemberVisit } from '../../platform/route.ts';
import { noDate, partsOf } from '../evidence/index.ts';
import { addActionGrants, bodiesBelow, endActionGrants } from '../organisations/index.ts';
import { stepRefused } from '../recommendations/index.ts';
import { dateIn, editionOf, movedOn, trailOf, versionIn, withAction, type PlanOptions } from './opened.tsx';
import { ActionForm, type Choice, type FormProps } from './pages/form.tsx';
import { paths } from './paths.ts';
import { detailsFrom, origins, otherBody, type Details, type DetailsForm, type Known } from './rules.ts';
import { addAction, changeAction, objectivesOf, type Action } from './store.ts';

/** What a form may name, for the rule and for the reader. */
type Choices = { readonly known: Known; readonly places: readonly Choice[]; readonly bodies: readonly Choice[]; readonly editionOf: (details: Details) => Id | null };

export async function showNew(visit: MemberVisit): Promise<Answer> {
  const { organisation, query } = visit;
  const origin = origins.find((one) => one === valueOf(query, 'origin'));
  const filled = { ...emptyForm, owner: organisation.id, origin: origin ?? '' };
  return newPage(visit, await choicesIn(visit), filled, valueOf(query, 'record'), []);
}

export async function add(visit: MemberVisit, options: PlanOptions): Promise<Answer> {
  const { tx, form, organisation, newId } = visit;
  const choices = await choicesIn(visit);
  const [filled, record] = [formIn(visit), valueOf(form, 'record')];
  const details = detailsFrom(filled, choices.known);
  if (!details.accepted) return newPage(visit, choices, filled, record, details.refusals);
  const action = { orgId: organisation.id, id: newId(), ...details.value, editionId: choices.editionOf(details.value), originId: await originIn(visit, options, details.value, record) };
  if (!(await addAction(tx, action))) return movedOn(visit, paths.plan(organisation.shortName));
  await openToOwner(visit, action);
  return redirect(paths.item(organisation.shortName, action.id), 'saved');
}

export function showDetails(visit: MemberVisit): Promise<Answer> {
  return withAction(visit, async (action) => (action.state === 'open' ? changePage(visit, action, await choicesIn(visit), formOf(action), []) : redirect(paths.item(visit.organisation.shortName, action.id))));
}

export function saveDetails(visit: MemberVisit): Promise<Answer> {
  return withAction(visit, async (action) => {
    const { tx, form, organisation: { id: orgId, shortName } } = visit;
    const choices = await choicesIn(visit);
    const filled = formIn(visit);
    const details = detailsFrom(filled, choices.known);
    if (!details.accepted) return changePage(visit, action, choices, filled, details.refusals);
    const [version, href] = [versionIn(form), paths.item(shortName, action.id)];
    try {
      const saved = version !== undefined && await changeAction(tx, { orgId, id: action.id, version }, { ...details.value, editionId: choices.editionOf(details.value) });
      if (!saved) return movedOn(visit, href);
    } catch (error) {
      if (sqlStateOf(error) === stepRefused) return movedOn(visit, href);
      throw error;
    }
    if (details.value.ownerId !== action.ownerId) {
      await endActionGrants(tx, orgId, action.id, visit.today);
      await openToOwner(visit, { id: action.id, ownerId: details.value.ownerId });
    }
    return redirect(href, 'saved');
  });
}

/** An owner that is another body of this installation sees the action from today on. */
export async function openToOwner({ tx, words, organisation, today, newId }: Pick<MemberVisit, 'tx' | 'words' | 'organisation' | 'today' | 'newId'>, { id, ownerId }: { readonly id: Id; readonly ownerId: Id | null }): Promise<void> {
  if (ownerId === null || ownerId === organisation.id) return;
  await addActionGrants(tx, [{ orgId: organisation.id, id: newId(), granteeId: ownerId, recordId: id, reason: words.actionPlan.grantReason, fromDay: today }]);
}

/** The record that the form says it comes from, if the body has it. */
async function originIn(visit: MemberVisit, { origins: readers }: PlanOptions, { origin }: Details, record: string): Promise<Id | null> {
  if (!isId(record)) return null;
  return await readers.find((reader) => reader.origin === origin)?.find(visit, record) ? record : null;
}

async function choicesIn(visit: MemberVisit): Promise<Choices> {
  const { tx, organisation, today } = visit;
  const [edition, objectives] = [await editionOf(visit), await objectivesOf(tx, organisation.id)];
  const bodies = [organisation, ...await bodiesBelow(tx, organisation.id, today)];
  const said = visit.words.actionPlan;
  const benchmarks = edition?.benchmarks ?? [];
  const places = benchmarks.flatMap(({ code, number, title }) => [
    { value: code, text: said.benchmark(number, title.en) },
    ...objectives.filter(({ benchmarkCode }) => benchmarkCode === code).map(({ id, text }) => ({ value: id, text: said.form.placeObjective(number, text) })),
  ]);
  return {
    known: { benchmarks: benchmarks.map(({ code }) => code), objectives, bodies: bodies.map(({ id }) => id) },
    places, bodies: bodies.map(({ id, name }) => ({ value: id, text: name })),
    editionOf: ({ benchmarkCode, objectiveId }) => (benchmarkCode === null ? null : objectives.find(({ id }) => id === objectiveId)?.editionId ?? edition?.id ?? null),
  };
}

function newPage(visit: MemberVisit, choices: Choices, filled: DetailsForm, record: string, refusals: readonly Refusal[]): Answer {
  const { words, organisation } = visit;
  const said = words.actionPlan.form;
  return answer(visit, said.newTitle(organisation.name), refusals, { ...shared(visit, choices, filled, refusals), heading: said.newHeading, action: paths.added(organisation.shortName), button: said.add, record: isId(record) ? record : undefined });
}

function changePage(visit: MemberVisit, action: Action, choices: Choices, filled: DetailsForm, refusals: readonly Refusal[]): Answer {
  const { words, organisation, form } = visit;
  const said = words.actionPlan.form;
  const version = refusals.length > 0 ? versionIn(form) : action.version;
  return answer(visit, said.changeHeading, refusals, { ...shared(visit, choices, filled, refusals), heading: said.changeHeading, action: paths.details(organisation.shortName, action.id), button: said.save, version });
}

function shared({ words, seal }: MemberVisit, { places, bodies }: Choices, filled: DetailsForm, refusals: readonly Refusal[]) {
  return { words, seal, refusals, filled, places, bodies };
}

function answer(visit: MemberVisit, title: string, refusals: readonly Refusal[], props: FormProps): Answer {
  const body = <ActionForm {...props} />;
  return refusals.length > 0 ? refusedPage(title, body, refusals, trailOf(visit, true)) : page(title, body, trailOf(visit, true));
}

const emptyForm: DetailsForm = { place: '', text: '', marking: 'OFFICIAL', owner: '', ownerBody: '', ownerRole: '', partners: '', start: noDate, due: noDate, measure: '', origin: '', originNote: '' };

function formIn({ form }: MemberVisit): DetailsForm {
  const value = (name: string) => valueOf(form, name);
  return {
    place: value('place'), text: value('text'), marking: value('marking'), owner: value('owner'), ownerBody: value('owner_body'), ownerRole: value('role'), partners: value('partners'),
    start: dateIn(form, 'start'), due: dateIn(form, 'due'), measure: value('measure'), origin: value('origin'), originNote: value('origin_note'),
  };
}

function formOf({ benchmarkCode, objectiveId, text, marking, ownerId, ownerBody, ownerRole, partners, startOn, dueOn, successMeasure, origin, originNote }: Action): DetailsForm {
  const date = (on: string | null) => partsOf(on === null ? null : dayOf(on) ?? null);
  return {
    place: objectiveId ?? benchmarkCode ?? '', text, marking, owner: ownerId ?? otherBody, ownerBody: ownerBody ?? '', ownerRole: ownerRole ?? '', partners,
    start: date(startOn), due: date(dueOn), measure: successMeasure ?? '', origin, originNote: originNote ?? '',
  };
}
