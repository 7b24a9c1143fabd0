import { isId } from '../../kernel/id.ts';
import { refuse, type Refusal } from '../../kernel/outcome.ts';
import { conflictPage, json, notFoundPage, page, redirect, refusedPage, valueOf, valuesOf, type Answer, type MemberVisit } from '../../platform/route.ts';
import type { Words } from '../../words/index.ts';
import { shapes } from './api.ts';
import { fieldSaid, type SheetKind } from './kind.ts';
import { PreviewPage } from './pages/preview.tsx';
import { UploadPage } from './pages/upload.tsx';
import { paths } from './paths.ts';
import { fingerprintOf, prospectOf, readTable, type Prospect } from './reading.ts';
import { countLines, lineKinds, type Remembered } from './rules.ts';
import { chooseColumns, forgetImport, importOf, keepImport, noteImport, remember, rememberedOf, waitingOf, type SheetImport } from './store.ts';

/** What comes in, and where its records stand: called what, and at which address after an import. */
export type KindPlace = { readonly kind: SheetKind; readonly text: (words: Words) => string; readonly after: (org: string, quarter: string | null) => string };

type Found = { readonly place: KindPlace; readonly waiting: SheetImport; readonly remembered: Remembered; readonly prospect: Prospect };

export function importHandlers(places: readonly KindPlace[]) {
  const withKind = (visit: MemberVisit, work: (place: KindPlace) => Promise<Answer>) => {
    const place = places.find(({ kind }) => kind.name === visit.params['kind']);
    return place ? work(place) : Promise.resolve(missingPage(visit.words.imports.noKind));
  };
  const withImport = (visit: MemberVisit, work: (found: Found) => Promise<Answer>) => withKind(visit, (place) => inImport(visit, place, work));
  return {
    showUpload: (visit: MemberVisit) => withKind(visit, (place) => uploadPage(visit, place, [])),
    upload: (visit: MemberVisit) => withKind(visit, (place) => upload(visit, place)),
    showPreview: (visit: MemberVisit) => withImport(visit, async (found) => page(visit.words.imports.preview.title(found.waiting.fileName), previewBody(visit, found, []), trailOf(visit, found.place))),
    readPreview: (visit: MemberVisit) => withImport(visit, async (found) => readPreview(visit, found)),
    apply: (visit: MemberVisit) => withImport(visit, (found) => apply(visit, found)),
    choose: (visit: MemberVisit) => withImport(visit, (found) => choose(visit, found)),
    remove: (visit: MemberVisit) => withImport(visit, async ({ place, waiting }) => {
      await forgetImport(visit.tx, { orgId: visit.organisation.id, id: waiting.id });
      return redirect(paths.upload(visit.organisation.shortName, place.kind.name), 'removed');
    }),
  };
}

async function upload(visit: MemberVisit, place: KindPlace): Promise<Answer> {
  const { tx, form, files, organisation, permit, newId } = visit;
  const { kind } = place;
  const received = files['file'];
  const remembered = await rememberedOf(tx, organisation.id, kind.name);
  const table = received ? await readTable(received.path, received.fileName, kind, remembered) : refuse({ field: 'file', say: ({ imports }) => imports.refused.none });
  if (!received || !table.accepted || permit.personId === null) return uploadPage(visit, place, table.accepted ? [] : table.refusals);
  const id = newId();
  const quarter = kind.quarterly ? valueOf(form, 'quarter').trim() : null;
  await keepImport(tx, { orgId: organisation.id, id, personId: permit.personId, kind: kind.name, quarter, fileName: received.fileName.slice(0, 255), sheet: table.value });
  return redirect(paths.preview(organisation.shortName, kind.name, id));
}

async function inImport(visit: MemberVisit, place: KindPlace, work: (found: Found) => Promise<Answer>): Promise<Answer> {
  const { tx, organisation, params } = visit;
  const id = params['id'] ?? '';
  const waiting = isId(id) ? await importOf(tx, { orgId: organisation.id, id }) : undefined;
  if (waiting?.kind !== place.kind.name) return missingPage(visit.words.imports.missing);
  const remembered = { ...await rememberedOf(tx, organisation.id, waiting.kind), ...waiting.chosen };
  return work({ place, waiting, remembered, prospect: await prospectOf(visit, place.kind, waiting.sheet, remembered, waiting.quarter) });
}

async function apply(visit: MemberVisit, found: Found): Promise<Answer> {
  const { tx, form, words, organisation, newId } = visit;
  const { place, waiting, prospect: { planned } } = found;
  const isAsSeen = planned?.accepted && valueOf(form, 'seen') === fingerprintOf(planned.value.lines);
  if (!isAsSeen || !(await planned.value.apply(new Set(valuesOf(form, 'take').map(Number))))) {
    return conflictPage(words.imports.preview.title(waiting.fileName), previewBody(visit, found, [{ field: '', say: ({ imports }) => imports.preview.moved }]), trailOf(visit, place));
  }
  const { lines } = planned.value;
  await remember(tx, organisation.id, waiting.kind, waiting.chosen, newId);
  await forgetImport(tx, { orgId: organisation.id, id: waiting.id });
  await noteImport(tx, waiting.id, { kind: waiting.kind, ...(waiting.quarter === null ? {} : { quarter: waiting.quarter }), ...countLines(lines) });
  return redirect(place.after(organisation.shortName, waiting.quarter), 'saved');
}

/** Says of each field which column holds it; each heading must be one of the file. */
async function choose(visit: MemberVisit, found: Found): Promise<Answer> {
  const { tx, form, words, organisation } = visit;
  const { place: { kind }, waiting } = found;
  const { headings } = waiting.sheet;
  const chosen: Record<string, string> = {};
  const refusals: Refusal[] = [];
  for (const { name } of kind.fields) {
    const given = form[`column-${name}`];
    if (given === undefined) continue;
    const heading = valueOf(form, `column-${name}`);
    if (heading !== '' && !headings.includes(heading)) refusals.push({ field: `column-${name}`, say: ({ imports }) => imports.columns.noSuch });
    chosen[name] = heading;
  }
  if (refusals.length > 0) return refusedPage(words.imports.preview.title(waiting.fileName), previewBody(visit, found, refusals), refusals, trailOf(visit, found.place));
  await chooseColumns(tx, { orgId: organisation.id, id: waiting.id }, { ...waiting.chosen, ...chosen });
  return redirect(paths.preview(organisation.shortName, kind.name, waiting.id), 'saved');
}

function readPreview({ words }: MemberVisit, { waiting, prospect: { matching, missing, planned } }: Found): Answer {
  const lines = planned?.accepted ? planned.value.lines : [];
  return json(shapes.preview, {
    file: waiting.fileName, sheet: waiting.sheet.sheet, quarter: waiting.quarter, headings: [...waiting.sheet.headings], columns: { ...matching }, missing: [...missing],
    seen: planned?.accepted ? fingerprintOf(lines) : null, refused: planned && !planned.accepted ? planned.refusals.map(({ say }) => say(words)) : [],
    rows: lines.map(({ row, is, label, reasons, details }) => ({ row, is, what: label, reasons: [...reasons], details: details.map((detail) => ({ ...detail })) })),
  });
}

async function uploadPage(visit: MemberVisit, place: KindPlace, refusals: readonly Refusal[]): Promise<Answer> {
  const { tx, words, seal, organisation, form, query } = visit;
  const said = words.imports.kinds[place.kind.name];
  const title = said.title(organisation.name);
  const quarter = place.kind.quarterly ? valueOf(form, 'quarter') || valueOf(query, 'quarter') : undefined;
  const waiting = await waitingOf(tx, organisation.id, place.kind.name);
  const body = <UploadPage words={words} seal={seal} action={paths.upload(organisation.shortName, place.kind.name)} title={title} intro={said.intro} quarter={quarter} waiting={waiting && { fileName: waiting.fileName, href: paths.preview(organisation.shortName, place.kind.name, waiting.id) }} refusals={refusals} />;
  const rest = trailOf(visit, place, false);
  return refusals.length === 0 ? page(title, body, rest) : refusedPage(title, body, refusals, rest);
}

function previewBody(visit: MemberVisit, { place: { kind }, waiting, remembered, prospect }: Found, refusals: readonly Refusal[]) {
  const { words, seal, organisation, query } = visit;
  const { matching, missing, planned } = prospect;
  const org = organisation.shortName;
  return (
    <PreviewPage words={words} seal={seal} waiting={waiting} refusals={[...refusals, ...(planned && !planned.accepted ? planned.refusals : [])]} lines={planned?.accepted ? planned.value.lines : undefined}
      seen={planned?.accepted ? fingerprintOf(planned.value.lines) : ''} missing={missing.map((field) => fieldSaid(words, kind.name, field))} show={lineKinds.find((one) => one === valueOf(query, 'show'))}
      fields={kind.fields.map(({ name }) => ({ name, text: fieldSaid(words, kind.name, name), heading: matching[name] === undefined ? '' : waiting.sheet.headings[matching[name]] ?? '', isSaid: remembered[name] !== undefined }))}
      actions={{ preview: paths.preview(org, kind.name, waiting.id), columns: paths.columns(org, kind.name, waiting.id), removal: paths.removal(org, kind.name, waiting.id) }} />
  );
}

function trailOf(visit: MemberVisit, { kind, after, text }: KindPlace, below = true) {
  const { organisation: { name, shortName }, words } = visit;
  const upload = { text: words.imports.kinds[kind.name].link, href: paths.upload(shortName, kind.name) };
  return { breadcrumbs: [{ text: name, href: paths.organisation(shortName) }, { text: text(words), href: after(shortName, null) }, ...(below ? [upload] : [])] };
}

function missingPage(said: { readonly title: string; readonly sentence: string }): Answer {
  return notFoundPage(said.title, <><h1 class="govuk-heading-l">{said.title}</h1><p class="govuk-body">{said.sentence}</p></>);
}
