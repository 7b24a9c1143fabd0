import type { Refusal } from '../../kernel/outcome.ts';
import { conflictPage, page, redirect, refusedPage, valueOf, versionOf, type Answer, type MemberVisit } from '../../platform/route.ts';
import type { Statement, StatementKind } from './findings.ts';
import { breadcrumbsOf, movedOnPage, noSuchPart, withOwnFindings, type Opened } from './opened.tsx';
import { StatementPage, StatementsPage } from './pages/statements.tsx';
import { paths } from './paths.ts';
import { statementFrom, type StatementForm } from './rules.ts';
import { addStatement, changeStatement, findingsOf, removeStatement } from './store.ts';

const empty: StatementForm = { text: '', benchmark: '', marking: 'OFFICIAL' };

/** The pages of one kind of statement: strengths and recommendations are written in the same way, and kept apart. */
export function statementHandlers(kind: StatementKind) {
  return {
    show: (visit: MemberVisit) => withOwnFindings(visit, async (about) => page(visit.words.moderation.statements[kind].plural, listOf(about, kind, empty, []), trailOf(about))),
    add: (visit: MemberVisit) => withOwnFindings(visit, (about) => add(about, kind)),
    showOne: (visit: MemberVisit) => withStatement(visit, kind, async (about, statement) => page(titleOf(about, kind), oneOf(about, kind, statement.id, fieldsOf(statement), statement.version, {}), trailOf(about, kind))),
    change: (visit: MemberVisit) => withOwnFindings(visit, (about) => change(about, kind)),
    remove: (visit: MemberVisit) => withStatement(visit, kind, (about, statement) => remove(about, kind, statement)),
  };
}

async function add(about: Opened, kind: StatementKind): Promise<Answer> {
  const { visit, findings, edition, year } = about;
  const { tx, organisation, newId, words } = visit;
  const fields = formOf(visit);
  const statement = statementFrom(edition, fields);
  if (!statement.accepted) return refusedPage(words.moderation.statements[kind].plural, listOf(about, kind, fields, statement.refusals), statement.refusals, trailOf(about));
  await addStatement(tx, kind, { orgId: organisation.id, moderationId: findings.id, editionId: edition.id, id: newId() }, statement.value);
  return redirect(paths.statements(organisation.shortName, year, kind), 'saved');
}

async function change(about: Opened, kind: StatementKind): Promise<Answer> {
  const { visit, edition, year } = about;
  const { tx, organisation, params, form } = visit;
  const [id, fields, version] = [params['id'] ?? '', formOf(visit), versionOf(form)];
  const before = statementsOf(about, kind).find((one) => one.id === id);
  if (!before) return removedMeanwhile(about, kind, fields);
  const statement = statementFrom(edition, fields);
  if (!statement.accepted) return refusedPage(titleOf(about, kind), oneOf(about, kind, id, fields, version, { refusals: statement.refusals }), statement.refusals, trailOf(about, kind));
  if (await changeStatement(tx, kind, { orgId: organisation.id, id, version }, statement.value)) return redirect(paths.statements(organisation.shortName, year, kind), 'saved');
  return lostRace(about, kind, id, fields);
}

/** Somebody changed or removed it between this person's reading and saving. */
async function lostRace(about: Opened, kind: StatementKind, id: string, fields: StatementForm): Promise<Answer> {
  const { visit, assessment } = about;
  const current = await findingsOf(visit.tx, visit.organisation.id, assessment.id);
  const theirs = current && statementsOf({ findings: current }, kind).find((one) => one.id === id);
  if (!theirs) return removedMeanwhile(about, kind, fields);
  return conflictPage(visit.words.moderation.conflict.title, oneOf(about, kind, id, fields, theirs.version, { theirs: theirs.text }), trailOf(about, kind));
}

function removedMeanwhile(about: Opened, kind: StatementKind, fields: StatementForm): Answer {
  const said = about.visit.words.moderation.statements[kind];
  return conflictPage(said.removed, listOf(about, kind, fields, [], said.removed), trailOf(about));
}

async function remove(about: Opened, kind: StatementKind, { id }: Statement): Promise<Answer> {
  const { visit, year } = about;
  const removed = await removeStatement(visit.tx, kind, { orgId: visit.organisation.id, id, version: versionOf(visit.form) });
  return removed ? redirect(paths.statements(visit.organisation.shortName, year, kind), 'removed') : movedOnPage(about);
}

async function withStatement(visit: MemberVisit, kind: StatementKind, work: (about: Opened, statement: Statement) => Promise<Answer>): Promise<Answer> {
  return withOwnFindings(visit, async (about) => {
    const statement = statementsOf(about, kind).find(({ id }) => id === visit.params['id']);
    return statement ? work(about, statement) : noSuchPart(visit);
  });
}

function statementsOf({ findings }: Pick<Opened, 'findings'>, kind: StatementKind): readonly Statement[] {
  return kind === 'strength' ? findings.strengths : findings.recommendations;
}

function listOf(about: Opened, kind: StatementKind, fields: StatementForm, refusals: readonly Refusal[], notice?: string) {
  const { visit: { words, organisation: { shortName }, seal }, year, edition } = about;
  return (
    <StatementsPage words={words} kind={kind} edition={edition} statements={statementsOf(about, kind)} notice={notice} findingsPath={paths.findings(shortName, year)}
      changePath={(id) => paths.statement(shortName, year, kind, id)} form={{ words, kind, edition, fields, refusals, seal, action: paths.statements(shortName, year, kind), button: words.moderation.statements[kind].add }} />
  );
}

function oneOf(about: Opened, kind: StatementKind, id: string, fields: StatementForm, version: number, trouble: { refusals?: readonly Refusal[]; theirs?: string }) {
  const { visit: { words, organisation: { shortName }, seal }, year, edition } = about;
  const { refusals, theirs } = trouble;
  return (
    <StatementPage words={words} kind={kind} theirs={theirs} removal={{ action: paths.removal(shortName, year, kind, id), seal, version }}
      form={{ words, kind, edition, fields, refusals, seal, version, action: paths.statement(shortName, year, kind, id), button: words.moderation.statements.save }} />
  );
}

function titleOf({ visit }: Opened, kind: StatementKind): string {
  return visit.words.moderation.statements[kind].changeTitle;
}

function trailOf({ visit, year }: Opened, below?: StatementKind) {
  const list = below === undefined ? [] : [{ text: visit.words.moderation.statements[below].plural, href: paths.statements(visit.organisation.shortName, year, below) }];
  return { breadcrumbs: breadcrumbsOf(visit, year, ...list) };
}

function formOf({ form }: MemberVisit): StatementForm {
  return { text: valueOf(form, 'text'), benchmark: valueOf(form, 'benchmark'), marking: valueOf(form, 'marking') };
}

function fieldsOf({ text, benchmarkCode, marking }: Statement): StatementForm {
  return { text, benchmark: benchmarkCode ?? '', marking };
}
