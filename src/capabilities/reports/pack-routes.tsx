import { createHash } from 'node:crypto';
import { permitFor } from '../../kernel/access.ts';
import { isId } from '../../kernel/id.ts';
import { audienceOf, audiences } from '../../kernel/marking.ts';
import type { Refusal } from '../../kernel/outcome.ts';
import type { FileStore } from '../../platform/files.ts';
import { json, notFoundPage, page, redirect, refusedPage, routes, valueOf, type Answer, type MemberVisit, type Route } from '../../platform/route.ts';
import { editionById, type Edition } from '../frameworks/index.ts';
import { access, mayHave } from './access.ts';
import { forms, saidPack, shapes } from './api.ts';
import { freezeTold, type Named } from './frozen-told.ts';
import { lookFile } from '../look/index.ts';
import { makePack } from './pack.ts';
import { keepPack, packById, packsOf, type IssuedPack } from './pack-store.ts';
import { PacksPage } from './pages/packs.tsx';
import { PlainPage } from './pages/plain.tsx';
import { patterns, paths } from './paths.ts';
import { readRecord } from './record.ts';
import { toldTo } from './rules.ts';
import { trailOf, withYear, type OwnYear } from './year.tsx';

export type PackOptions = { readonly demonstration: boolean; readonly files: FileStore; readonly version: string };

/** Every format for an audience in one file, issued by the lead and kept as it was. */
export function packRoutes(options: PackOptions): readonly Route[] {
  return routes(
    { method: 'GET', path: patterns.packs, data: { shape: shapes.packs, read: (visit: MemberVisit) => withYear(visit, read) }, access: access.packs, handle: (visit: MemberVisit) => withYear(visit, show) },
    { method: 'POST', path: patterns.packs, form: forms.issue, access: access.issue, handle: (visit: MemberVisit) => withYear(visit, (about) => issue(about, options)) },
    { method: 'GET', path: patterns.pack, data: 'file', access: access.packs, handle: (visit: MemberVisit) => withPack(visit, (about, pack) => download(about, pack, options)) },
    { method: 'POST', path: patterns.packCheck, form: forms.check, access: access.packs, handle: (visit: MemberVisit) => withPack(visit, (about, pack) => makeAgain(about, pack, options)) },
  );
}

async function show(about: OwnYear): Promise<Answer> {
  return page(titleOf(about), await bodyOf(about), trailOf(about));
}

async function read(about: OwnYear): Promise<Answer> {
  return json(shapes.packs, { packs: (await packsFor(about)).map(saidPack) });
}

async function issue(about: OwnYear, { demonstration, files, version }: PackOptions): Promise<Answer> {
  const { visit: { tx, words, form, organisation, newId, today }, year, assessment } = about;
  const audience = audienceOf(valueOf(form, 'audience'));
  if (!audience) return refused(about, [{ field: 'audience', say: ({ packs }) => packs.noAudience }]);
  const record = await readRecord({ tx, organisation, scope: 'own', today }, year);
  const told = record?.accepted ? toldTo(audience, record.value) : record;
  if (!told?.accepted) return refused(about, told?.refusals ?? []);
  const frozen = freezeTold({ told: told.value, dated: today, demonstration });
  const pack = await makePack(frozen, namedOf(about, told.value.edition), { words, version });
  await keepPack(tx, files, { orgId: organisation.id, id: newId(), assessmentId: assessment.id, editionId: assessment.editionId, audience, productVersion: version, frozen }, pack);
  return redirect(paths.packs(organisation.shortName, year), 'packIssued');
}

type KeptPack = IssuedPack & { readonly frozen: string };

async function withPack(visit: MemberVisit, work: (about: OwnYear, pack: KeptPack) => Promise<Answer>): Promise<Answer> {
  return withYear(visit, async (about) => {
    const id = visit.params['pack'] ?? '';
    const pack = isId(id) ? await packById(visit.tx, visit.organisation.id, about.assessment.id, id) : undefined;
    if (pack && mayHave(visit, pack.audience)) return work(about, pack);
    const said = visit.words.packs;
    return notFoundPage(said.missing.title, <PlainPage {...said.missing} link={{ href: paths.packs(visit.organisation.shortName, about.year), text: said.heading }} />);
  });
}

async function download({ visit: { organisation }, year }: OwnYear, { audience, sha256 }: IssuedPack, { files }: PackOptions): Promise<Answer> {
  return { is: 'download', fileName: `${organisation.shortName}-${year}-${audience}-pack.zip`, mediaType: 'application/zip', body: await files.read(organisation.id, sha256) };
}

async function makeAgain(about: OwnYear, { frozen, sha256, productVersion }: KeptPack, { version }: PackOptions): Promise<Answer> {
  const { visit: { tx, words }, assessment } = about;
  const { bytes } = await makePack(frozen, namedOf(about, await editionById(tx, assessment.editionId)), { words, version });
  const same = createHash('sha256').update(bytes).digest().equals(sha256);
  return page(titleOf(about), await bodyOf(about, [], same ? words.packs.same : words.packs.differs(productVersion, version)), { ...trailOf(about), data: { same } });
}

function namedOf({ visit: { tx, organisation } }: OwnYear, edition: Edition): Named {
  return { edition, lookFile: (sha256) => lookFile(tx, organisation.id, sha256) };
}

async function refused(about: OwnYear, refusals: readonly Refusal[]): Promise<Answer> {
  return refusedPage(titleOf(about), await bodyOf(about, refusals), refusals, trailOf(about));
}

async function bodyOf(about: OwnYear, refusals: readonly Refusal[] = [], notice?: string) {
  const { visit: { words, seal, organisation, visitor, permit }, year } = about;
  const packs = await packsFor(about);
  const offered = permitFor(access.issue, visitor, [permit]) ? audiences : [];
  return <PacksPage words={words} seal={seal} org={organisation.shortName} year={year} packs={packs} offered={offered} refusals={refusals} notice={notice} />;
}

/** Those of the reader's audiences. */
async function packsFor({ visit, assessment }: OwnYear): Promise<IssuedPack[]> {
  return (await packsOf(visit.tx, visit.organisation.id, assessment.id)).filter(({ audience }) => mayHave(visit, audience));
}

function titleOf({ visit: { words, organisation }, year }: OwnYear): string {
  return words.packs.title(organisation.name, year);
}
