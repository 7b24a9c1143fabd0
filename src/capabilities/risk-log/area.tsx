import { holds } from '../../kernel/access.ts';
import type { Refusal } from '../../kernel/outcome.ts';
import { quarterOf, quartersOf, yearContaining, yearOf, type Quarter } from '../../kernel/year.ts';
import { conflictPage, json, page, redirect, refusedPage, valueOf, type Answer, type MemberVisit } from '../../platform/route.ts';
import { dayGiven } from '../organisations/index.ts';
import { access } from './access.ts';
import { saidMatrix, shapes } from './api.ts';
import { trailOf } from './log.tsx';
import { missingPage } from './missing.tsx';
import { CalendarPage } from './pages/calendar.tsx';
import { MatrixPage } from './pages/matrix.tsx';
import { paths } from './paths.ts';
import { addQuarter, calendarFor, changeQuarter, type CalendarQuarter } from './returns-store.ts';
import { matrixFrom, refusal, steps } from './rules.ts';
import { quarterFrom, remindersOf } from './rules-returns.ts';
import { addMatrix, matricesFor } from './store.ts';

export async function showMatrix(visit: MemberVisit): Promise<Answer> {
  return matrixPage(visit, []);
}

export async function readMatrix({ tx, organisation, today }: MemberVisit): Promise<Answer> {
  return json(shapes.matrix, { versions: (await matricesFor(tx, organisation.id, today)).map(saidMatrix) });
}

export async function agreeMatrix(visit: MemberVisit): Promise<Answer> {
  const { tx, form, organisation, today, newId } = visit;
  const [inForce] = await matricesFor(tx, organisation.id, today);
  if (inForce && inForce.orgId !== organisation.id) return matrixPage(visit, [refusal('', 'matrixAbove')]);
  const list = (name: string) => steps.map((step) => valueOf(form, `${name}-${step}`));
  const matrix = matrixFrom({ likelihoods: list('likelihood'), impacts: list('impact'), medium: valueOf(form, 'medium'), high: valueOf(form, 'high'), veryHigh: valueOf(form, 'very_high') });
  if (!matrix.accepted) return matrixPage(visit, matrix.refusals);
  const seen = valueOf(form, 'version');
  const isNext = seen === String(inForce?.number ?? 0);
  const added = isNext && await addMatrix(tx, { orgId: organisation.id, id: newId() }, { number: Number(seen) + 1, agreedOn: today }, matrix.value);
  return added ? redirect(paths.matrix(organisation.shortName), 'saved') : conflicted(await matrixPage(visit, [], visit.words.riskLog.matrix.conflict));
}

export async function showCalendar(visit: MemberVisit): Promise<Answer> {
  return calendarPage(visit, []);
}

export async function readCalendar({ tx, organisation, today }: MemberVisit): Promise<Answer> {
  const quarters = await calendarFor(tx, organisation.id, today);
  return json(shapes.calendar, { quarters: quarters.map((set) => ({ quarter: set.quarter, opens_on: set.opensOn, due_on: set.dueOn, reminders: [...remindersOf(set)], set_by: set.setBy, asked: set.isAsked, version: set.version })) });
}

export async function setQuarter(visit: MemberVisit): Promise<Answer> {
  const { tx, form, organisation, today, newId } = visit;
  const set = quarterIn(visit, valueOf(form, 'quarter'));
  if (!set.accepted) return calendarPage(visit, set.refusals);
  const [there] = await calendarFor(tx, organisation.id, today, set.value.quarter);
  if (there && there.orgId !== organisation.id) return calendarPage(visit, [refusal('quarter', 'calendarAbove')]);
  if (await addQuarter(tx, { orgId: organisation.id, id: newId() }, set.value)) return redirect(paths.calendar(organisation.shortName), 'saved');
  return calendarPage(visit, [{ field: 'quarter', say: ({ riskLog }) => riskLog.calendar.taken }]);
}

export async function moveQuarter(visit: MemberVisit): Promise<Answer> {
  const { tx, form, organisation, params, words } = visit;
  const changing = await ownQuarter(visit, quarterOf(params['quarter'] ?? ''));
  if (!changing) return missingPage(words.riskLog.return.missing);
  const set = quarterIn(visit, changing.quarter);
  if (!set.accepted) return calendarPage(visit, set.refusals, { changing });
  const version = valueOf(form, 'version');
  const moved = /^\d{1,9}$/.test(version) && await changeQuarter(tx, { orgId: organisation.id, id: changing.id, version: Number(version) }, set.value);
  return moved ? redirect(paths.calendar(organisation.shortName), 'saved') : conflicted(await calendarPage(visit, [], { notice: words.riskLog.calendar.conflict }));
}

function quarterIn({ form }: MemberVisit, quarter: string) {
  return quarterFrom({ quarter, opens: dayGiven(form, 'opens'), due: dayGiven(form, 'due'), before: valueOf(form, 'before'), after: valueOf(form, 'after'), own: valueOf(form, 'own') });
}

async function ownQuarter({ tx, organisation, today }: MemberVisit, quarter: Quarter | undefined): Promise<CalendarQuarter | undefined> {
  const [set] = quarter ? await calendarFor(tx, organisation.id, today, quarter) : [];
  return set?.orgId === organisation.id ? set : undefined;
}

async function matrixPage(visit: MemberVisit, refusals: readonly Refusal[], notice?: string): Promise<Answer> {
  const { tx, words, seal, organisation, today, form, permit } = visit;
  const versions = await matricesFor(tx, organisation.id, today);
  const isOurs = versions.every(({ orgId }) => orgId === organisation.id);
  const body = <MatrixPage words={words} org={organisation.shortName} seal={seal} form={form} refusals={refusals} notice={notice} versions={versions} isOurs={isOurs} mayAgree={isOurs && holds(permit, ...access.agree.own)} />;
  const title = words.riskLog.matrix.title(organisation.name);
  return refusals.length === 0 ? page(title, body, trailOf(visit, true)) : refusedPage(title, body, refusals, trailOf(visit, true));
}

async function calendarPage(visit: MemberVisit, refusals: readonly Refusal[], { changing, notice }: { readonly changing?: CalendarQuarter; readonly notice?: string } = {}): Promise<Answer> {
  const { tx, words, seal, organisation, today, form, permit, query } = visit;
  const quarters = await calendarFor(tx, organisation.id, today);
  const asked = changing ?? (notice === undefined ? await ownQuarter(visit, quarterOf(valueOf(query, 'change'))) : undefined);
  const choices = choicesAt(today).filter((quarter) => !quarters.some((set) => set.quarter === quarter));
  const body = (
    <CalendarPage words={words} org={organisation.shortName} ownId={organisation.id} seal={seal} form={form} refusals={refusals} notice={notice} quarters={quarters} choices={choices} changing={asked}
      maySet={holds(permit, ...access.agree.own)} />
  );
  const title = words.riskLog.calendar.title(organisation.name);
  return refusals.length === 0 ? page(title, body, trailOf(visit, true)) : refusedPage(title, body, refusals, trailOf(visit, true));
}

/** The quarters of this year, the one before and the next. */
function choicesAt(today: MemberVisit['today']): Quarter[] {
  const start = Number(yearContaining(today).slice(0, 4));
  return [start - 1, start, start + 1].flatMap((from) => yearOf(`${from}-${String((from + 1) % 100).padStart(2, '0')}`) ?? []).flatMap((year) => quartersOf(year));
}

function conflicted(answer: Answer): Answer {
  return answer.is === 'page' ? conflictPage(answer.page.title, answer.page.body, answer.page) : answer;
}
