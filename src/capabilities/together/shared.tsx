import type { Refusal } from '../../kernel/outcome.ts';
import { conflictPage, json, page, redirect, refusedPage, routes, valueOf, type Answer, type MemberVisit, type Route } from '../../platform/route.ts';
import { answerOf, assessmentForms, notThere, readAnswer, saveAnswer } from '../assessment/index.ts';
import { editionById } from '../frameworks/index.ts';
import type { SharedReader } from '../organisations/index.ts';
import { access } from './access.ts';
import { saidShared, shapes } from './api.ts';
import { SharedPage } from './pages/shared.tsx';
import { paths, patterns } from './paths.ts';
import { evidenceTitles, sharedParts, type SharedPart } from './shared-store.ts';

/** What a partner reads and answers of another body: in the grant scope, which shows what was opened and nothing else. */
export function sharedRoutes(): readonly Route[] {
  return routes(
    { method: 'GET', path: patterns.shared, data: { shape: shapes.shared, read: inShared(readShared) }, access: access.partner, handle: inShared((visit, part) => showShared(visit, part)) },
    { method: 'POST', path: patterns.shared, form: assessmentForms.answer, access: access.partner, handle: inShared(saveShared) },
  );
}

/** Handed to the first page after sign-in. */
export const sharedWithUs: SharedReader = async (tx, today) =>
  (await sharedParts(tx, today)).map(({ shortName, organisation, year, code }) => ({ text: (words) => words.together.shared.line(code, organisation, year), href: paths.shared(shortName, year, code) }));

function inShared(handle: (visit: MemberVisit, part: SharedPart) => Promise<Answer>) {
  return async (visit: MemberVisit): Promise<Answer> => {
    const { tx, words, params, today, organisation } = visit;
    const part = (await sharedParts(tx, today)).find(({ orgId, year, code }) => orgId === organisation.id && year === params['year'] && code === params['code']);
    const said = words.together.shared;
    return part ? handle(visit, part) : notThere(said.closedTitle, said.closed, { href: '/home', text: words.organisations.home.title });
  };
}

type Again = { readonly errors?: readonly Refusal[]; readonly raced?: boolean };

async function showShared(visit: MemberVisit, part: SharedPart, { errors = [], raced = false }: Again = {}): Promise<Answer> {
  const { tx, words, seal, form } = visit;
  const { text, answer } = await askedOf(visit, part);
  const sent = errors.length > 0 || raced ? { status: valueOf(form, 'status'), note: valueOf(form, 'note') } : undefined;
  const title = words.together.shared.title(part.code, part.organisation);
  const body = (
    <SharedPage words={words} part={part} text={text} answer={answer} evidence={await evidenceTitles(tx, part)} seal={seal} sent={sent} errors={errors} raced={raced} />
  );
  if (raced) return conflictPage(title, body);
  return errors.length > 0 ? refusedPage(title, body, errors) : page(title, body);
}

async function readShared(visit: MemberVisit, part: SharedPart): Promise<Answer> {
  const { text, answer } = await askedOf(visit, part);
  return json(shapes.shared, saidShared(part, text, answer, await evidenceTitles(visit.tx, part)));
}

async function askedOf({ tx }: MemberVisit, part: SharedPart) {
  const edition = await editionById(tx, part.editionId);
  const indicator = edition.benchmarks.flatMap(({ indicators }) => indicators).find(({ code }) => code === part.code);
  return { text: indicator?.text.en ?? part.code, answer: await answerOf(tx, part.orgId, part.assessmentId, part.code) };
}

async function saveShared(visit: MemberVisit, part: SharedPart): Promise<Answer> {
  const { tx, form, newId } = visit;
  if (!part.mayWrite) return showShared(visit, part, { errors: [{ field: '', say: (words) => words.together.shared.closed }] });
  const read = readAnswer({ status: valueOf(form, 'status'), note: valueOf(form, 'note') });
  if (!read.accepted) return showShared(visit, part, { errors: read.refusals });
  const written = valueOf(form, 'version');
  const version = /^\d{1,9}$/.test(written) ? Number(written) : 0;
  const { orgId, assessmentId, editionId, code } = part;
  const save = await saveAnswer(tx, { orgId, id: newId(), assessmentId, editionId, version, indicatorCode: code, ...read.value });
  return save.is === 'saved' ? redirect(paths.shared(part.shortName, part.year, code), 'saved') : showShared(visit, part, { raced: true });
}
