import { readFile } from 'node:fs/promises';
import { inkOn, readable } from '../../documents/colours.ts';
import type { Refusal } from '../../kernel/outcome.ts';
import { conflictPage, json, notFoundPage, page, redirect, refusedPage, routes, valueOf, type Answer, type MemberVisit, type Page, type Route } from '../../platform/route.ts';
import { access } from './access.ts';
import { forms, lookShape } from './api.ts';
import { logoFrom } from './logo.ts';
import { LookPage } from './pages/look.tsx';
import { patterns, paths } from './paths.ts';
import { plainFrom, type PlainForm } from './rules.ts';
import { keepLookFile, lookFile, lookRecord, saveLook, type LookChange } from './store.ts';
import { templateOf } from './template.ts';

/** How a body's outputs look: chosen on one page, and read by that page and the outputs. */
export function lookRoutes(): readonly Route[] {
  return routes(
    { method: 'GET', path: patterns.look, data: { shape: lookShape, read: tellLook }, access: access.write, handle: (visit: MemberVisit) => show(visit) },
    { method: 'POST', path: patterns.look, form: forms.look, access: access.write, unsearched: ['colour'], handle: savePlain },
    { method: 'POST', path: patterns.logo, form: forms.logo, access: access.write, upload: true, handle: saveLogo },
    { method: 'POST', path: patterns.logoRemoval, form: forms.removal, access: access.write, handle: (visit: MemberVisit) => save(visit, { logoSha256: null, logoAlternative: null }) },
    { method: 'POST', path: patterns.template, form: forms.template, access: access.write, upload: true, handle: saveTemplate },
    { method: 'POST', path: patterns.templateRemoval, form: forms.removal, access: access.write, handle: (visit: MemberVisit) => save(visit, { templateSha256: null, templateFile: null }) },
    { method: 'GET', path: patterns.logoFile, data: 'file', access: access.read, handle: sendLogo },
    { method: 'GET', path: patterns.stylesheet, data: 'file', access: access.read, handle: sendColours },
  );
}

async function tellLook({ tx, organisation }: MemberVisit): Promise<Answer> {
  const record = await lookRecord(tx, organisation.id);
  const file = (sha256: Buffer | null | undefined) => sha256?.toString('hex');
  const [logo, template] = [file(record?.logoSha256), file(record?.templateSha256)];
  return json(lookShape, {
    version: record?.version ?? 0, shown_as: record?.shownAs ?? null, colour: record?.colour ?? null,
    logo: logo === undefined ? null : { sha256: logo, alternative: record?.logoAlternative ?? '' },
    template: template === undefined ? null : { sha256: template, file: record?.templateFile ?? '' },
  });
}

type Filled = { readonly plain?: PlainForm; readonly alternative?: string; readonly refusals?: readonly Refusal[]; readonly conflict?: boolean };

async function show(visit: MemberVisit, { plain, alternative = '', refusals = [], conflict = false }: Filled = {}): Promise<Answer> {
  const { tx, words, seal, organisation } = visit;
  const record = await lookRecord(tx, organisation.id);
  const body = (
    <LookPage words={words} seal={seal} organisation={organisation} record={record} refusals={refusals} conflict={conflict} alternative={alternative}
      plain={plain ?? { shown_as: record?.shownAs ?? '', colour: record?.colour ?? '' }} />
  );
  const title = words.look.title(organisation.name);
  const rest: Pick<Page, 'breadcrumbs'> = { breadcrumbs: [{ text: organisation.name, href: paths.organisation(organisation.shortName) }] };
  if (conflict) return conflictPage(title, body, rest);
  return refusals.length > 0 ? refusedPage(title, body, refusals, rest) : page(title, body, rest);
}

async function savePlain(visit: MemberVisit): Promise<Answer> {
  const plain = { shown_as: valueOf(visit.form, 'shown_as'), colour: valueOf(visit.form, 'colour') };
  const read = plainFrom(plain);
  return read.accepted ? save(visit, read.value) : show(visit, { plain, refusals: read.refusals });
}

async function saveLogo(visit: MemberVisit): Promise<Answer> {
  const { tx, organisation, form, files: { file } } = visit;
  const written = valueOf(form, 'alternative');
  const logo = await logoFrom(file && await readFile(file.path), written);
  if (!logo.accepted) return show(visit, { alternative: written, refusals: logo.refusals });
  return save(visit, { logoSha256: await keepLookFile(tx, organisation.id, logo.value.content), logoAlternative: logo.value.alternative });
}

async function saveTemplate(visit: MemberVisit): Promise<Answer> {
  const { tx, organisation, files } = visit;
  const template = await templateOf(files['file']);
  if (!template.accepted) return show(visit, { refusals: template.refusals });
  return save(visit, { templateSha256: await keepLookFile(tx, organisation.id, template.value.content), templateFile: template.value.file });
}

async function save(visit: MemberVisit, change: LookChange): Promise<Answer> {
  const { tx, organisation, form, newId } = visit;
  const version = valueOf(form, 'version');
  const saved = /^\d{1,9}$/.test(version) && await saveLook(tx, { orgId: organisation.id, id: newId(), version: Number(version) }, change);
  return saved ? redirect(paths.look(organisation.shortName), 'saved') : show(visit, { conflict: true });
}

async function sendLogo({ tx, organisation, words, query }: MemberVisit): Promise<Answer> {
  const record = await lookRecord(tx, organisation.id);
  if (!record?.logoSha256) return notFoundPage(words.look.heading, <><h1 class="govuk-heading-l">{words.look.heading}</h1><p class="govuk-body">{words.look.noLogo}</p></>);
  return { is: 'download', fileName: `${organisation.shortName}-logo.png`, mediaType: 'image/png', body: await lookFile(tx, organisation.id, record.logoSha256), inline: true, lasting: valueOf(query, 'sha256') === record.logoSha256.toString('hex') };
}

/** The colour as custom properties, for the documents on the site's pages: nothing is written into a page itself. */
async function sendColours({ tx, organisation }: MemberVisit): Promise<Answer> {
  const colour = (await lookRecord(tx, organisation.id))?.colour;
  const rule = colour == null ? '' : `:root { --document-brand: ${colour}; --document-brand-ink: ${inkOn(colour)}; --document-heading: ${readable(colour)}; }\n`;
  return { is: 'download', fileName: 'colours.css', mediaType: 'text/css; charset=utf-8', body: rule, inline: true };
}
