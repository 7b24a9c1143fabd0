import { formats, type Format } from '../../documents/formats.ts';
import { conflictPage, notFoundPage, type Answer, type MemberVisit } from '../../platform/route.ts';
import { lookOf } from '../look/index.ts';
import type { Findings } from './findings.ts';
import { breadcrumbsOf, withYear, type OpenedYear } from './opened.tsx';
import { paths } from './paths.ts';
import { mayShare } from './rules.ts';
import { lastShared, noteMade, repliesTo } from './sharing-store.ts';
import { findingsOf } from './store.ts';
import { fingerprintOf, letterOf } from './written-letter.ts';

/** A letter is read and written on: neither slides nor a table of it would be one. */
const letterFormats = ['pdf', 'docx', 'odt', 'html'] as const satisfies readonly Format[];

/** The adviser's letter as a file: for the adviser from the draft on, for the body once it is published. */
export function letterWriter({ demonstration }: { readonly demonstration: boolean }) {
  return (visit: MemberVisit): Promise<Answer> => withYear(visit, async (about) => {
    const { tx, words, organisation, today, params } = visit;
    const { year, edition, assessment } = about;
    const said = words.moderation.writtenLetter;
    const format = letterFormats.find((name) => name === params['format']);
    const findings = await findingsOf(tx, organisation.id, assessment.id);
    if (!format || !findings || !offersLetter(about, findings)) return notFoundPage(said.nothing.title, <><h1 class="govuk-heading-l">{said.nothing.title}</h1><p class="govuk-body">{said.nothing.sentence}</p></>);
    if (!mayShare(edition, findings).accepted) return conflictPage(said.incomplete.title, <><h1 class="govuk-heading-l">{said.incomplete.title}</h1><p class="govuk-body">{said.incomplete.sentence}</p></>, { breadcrumbs: breadcrumbsOf(visit, year) });
    const shared = await lastShared(tx, organisation.id, findings.id);
    const { shownAs, look } = await lookOf(tx, organisation.id);
    const document = letterOf({ words, organisation: { ...organisation, name: shownAs ?? organisation.name }, look, year, edition, findings, replies: shared ? await repliesTo(tx, organisation.id, shared.id) : [], dated: today, demonstration });
    await noteMade(tx, 'letter', findings.id, { year, format, marking: document.marking, sha256: fingerprintOf(document) });
    const { mediaType, write } = formats[format];
    return { is: 'download', fileName: `${organisation.shortName}-${year}-letter-${document.marking}.${format}`, mediaType, body: await write(document) };
  });
}

/** The links to the letter in each format, for those who may have it. */
export function letterLinks(about: OpenedYear, findings: Findings) {
  const { visit: { words, organisation }, year } = about;
  const said = words.moderation.writtenLetter;
  if (!offersLetter(about, findings)) return null;
  return (
    <section>
      <h2 class="govuk-heading-m">{said.heading}</h2>
      <p class="govuk-body">{said.intro}</p>
      <ul class="govuk-list">{letterFormats.map((format) => <li><a class="govuk-link" href={paths.writtenLetter(organisation.shortName, year, format)}>{said.as(format)}</a></li>)}</ul>
    </section>
  );
}

function offersLetter({ visit: { permit } }: OpenedYear, { origin, publishedAt }: Findings): boolean {
  return origin === 'recorded' && (permit.scope === 'grant' || publishedAt !== null);
}
