import { holds } from '../../kernel/access.ts';
import { isId } from '../../kernel/id.ts';
import type { Refusal } from '../../kernel/outcome.ts';
import { json, page, redirect, refusedPage, valueOf, versionOf, type Answer, type MemberVisit } from '../../platform/route.ts';
import { listStatementEditions, statementEditionById, type PublishedStatementEdition } from '../frameworks/index.ts';
import { dayGiven, dayIn } from '../organisations/index.ts';
import { access } from './access.ts';
import { saidStatement, shapes } from './api.ts';
import { keep } from './keeping.tsx';
import { StatementPage } from './pages/statement.tsx';
import { missing, movedOn, trailOf } from './panel.tsx';
import { paths } from './paths.ts';
import { openingFrom, signatureFrom, tookPart } from './rules-statements.ts';
import { refusal } from './rules.ts';
import { controlsOf, correctStatement, openStatement, removeStatement, signOffStatement, signStatement, statementOf, statementsOf, type ControlSeen, type StatementSeen } from './statement-store.ts';
import { panelOf } from './store.ts';

export type OpenedStatement = { readonly statement: StatementSeen; readonly edition: PublishedStatementEdition; readonly controls: readonly ControlSeen[] };

/** Opens a year's statement against an edition of its own kind. */
export async function openYear(visit: MemberVisit): Promise<Answer> {
  const { tx, form, organisation: { shortName } } = visit;
  const editions = await listStatementEditions(tx);
  const opening = openingFrom({ edition: valueOf(form, 'edition'), year: valueOf(form, 'year'), due: dayIn(form, 'statement_due') }, editions.map((one) => one.shortName));
  return keep(visit, opening, async (key, { edition, year, dueOn }) => {
    const editionId = editions.find((one) => one.shortName === edition)?.id;
    return editionId !== undefined && await openStatement(tx, key, { editionId, year, dueOn }) ? undefined : refusal('year', 'statementThere');
  }, ({ id }) => paths.statement(shortName, id));
}

export const showStatement = (visit: MemberVisit): Promise<Answer> => withStatement(visit, (opened) => statementPage(visit, opened, []));

export const readStatement = (visit: MemberVisit): Promise<Answer> => withStatement(visit, ({ statement, edition, controls }) => json(shapes.statement, saidStatement(statement, edition, controls)));

/** The chair signs by role; a member records it, and nothing of it changes afterwards. */
export const recordSignature = (visit: MemberVisit): Promise<Answer> => withStatement(visit, async (opened) => {
  const { form, today } = visit;
  const { statement, edition, controls } = opened;
  if (statement.signedOn !== null) return movedOn(visit);
  const signature = signatureFrom({ role: valueOf(form, 'signed_role'), signed: dayGiven(form, 'signed') }, edition.areas.length - controls.length, today);
  if (!signature.accepted) return statementPage(visit, opened, signature.refusals);
  return done(visit, statement, await signStatement(visit.tx, seenIn(visit, statement), signature.value));
});

export const signOff = (visit: MemberVisit): Promise<Answer> => withStatement(visit, async (opened) => {
  const { statement, controls } = opened;
  if (statement.signedOn === null || statement.signedOffAt !== null) return movedOn(visit);
  if (tookPart(visit.permit.personId, statement.signedBy, controls)) return statementPage(visit, opened, [refusal('sign_off', 'ownStatement')]);
  return done(visit, statement, await signOffStatement(visit.tx, seenIn(visit, statement)));
});

/** Puts a statement that was signed right by the next one of its year, which begins with the same words. */
export const correct = (visit: MemberVisit): Promise<Answer> => withStatement(visit, async ({ statement }) => {
  const { tx, organisation: { id: orgId, shortName }, newId } = visit;
  if (statement.signedOn === null || statement.version !== versionOf(visit.form)) return movedOn(visit);
  const id = newId();
  return await correctStatement(tx, { orgId, id }, statement, newId) ? redirect(paths.statement(shortName, id), 'saved') : movedOn(visit);
});

export const takeStatementOut = (visit: MemberVisit): Promise<Answer> => withStatement(visit, async ({ statement }) => (
  await removeStatement(visit.tx, seenIn(visit, statement)) ? redirect(paths.panel(visit.organisation.shortName), 'removed') : movedOn(visit)
));

export async function withStatement(visit: MemberVisit, work: (opened: OpenedStatement) => Promise<Answer> | Answer): Promise<Answer> {
  const { tx, params, organisation: { id: orgId }, permit, today, words } = visit;
  const id = params['statement'] ?? '';
  const statement = isId(id) && (await panelOf(tx, orgId))?.runHere ? await statementOf(tx, { orgId, id }) : undefined;
  if (!statement) return missing(words.channel.statement.missing);
  return work({ statement, edition: await statementEditionById(tx, statement.editionId), controls: await controlsOf(tx, { orgId, id }, permit.scope === 'own' ? 'own' : 'grant', today) });
}

async function statementPage(visit: MemberVisit, opened: OpenedStatement, refusals: readonly Refusal[]): Promise<Answer> {
  const { tx, words, seal, form, organisation: { id: orgId, shortName, name }, permit } = visit;
  const { statement: { id, year, number, signedBy }, controls } = opened;
  const own = permit.scope === 'own';
  const newest = (await statementsOf(tx, orgId)).find((one) => one.year === year)?.id === id;
  const may = {
    write: own && holds(permit, ...access.write.own), signOff: own && holds(permit, ...access.signOff.own) && !tookPart(permit.personId, signedBy, controls),
    correct: own && newest && holds(permit, ...access.write.own),
  };
  const title = words.channel.statement.title(name, year, number);
  const body = <StatementPage words={words} org={shortName} seal={seal} form={form} refusals={refusals} {...opened} may={may} />;
  return refusals.length === 0 ? page(title, body, trailOf(visit, true)) : refusedPage(title, body, refusals, trailOf(visit, true));
}

function done(visit: MemberVisit, { id }: StatementSeen, saved: boolean): Answer {
  return saved ? redirect(paths.statement(visit.organisation.shortName, id), 'saved') : movedOn(visit);
}

function seenIn({ organisation: { id: orgId }, form }: MemberVisit, { id }: StatementSeen) {
  return { orgId, id, version: versionOf(form) };
}
