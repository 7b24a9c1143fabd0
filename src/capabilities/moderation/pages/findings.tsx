import type { ComponentChildren } from 'preact';
import { Button, ButtonLink, InsetText, SummaryList, Tag } from '../../../govuk/index.ts';
import type { Year } from '../../../kernel/year.ts';
import { Form } from '../../../platform/form.tsx';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import type { Edition } from '../../frameworks/index.ts';
import { HistoryLink } from '../../history/index.ts';
import type { Origin, StatementKind } from '../findings.ts';
import { FindingsParts, type SelfRatings, type Shown } from './parts.tsx';

/** Where findings come from and how far they are, as people read it. */
export type Provenance = {
  readonly origin: Origin;
  readonly letter: { readonly title: string; readonly datedOn: string | null; readonly href: string | undefined } | { readonly datedOn: string | null } | undefined;
  readonly checked: string | undefined;
  readonly published: string | undefined;
};

/** What this reader may do next: only those who write these findings get links. */
export type Writing = {
  readonly letterPath: string | undefined;
  readonly outcomePath: ((code: string) => string) | undefined;
  readonly statementsPath: ((kind: StatementKind) => string) | undefined;
  readonly checkPath: string | undefined;
  readonly sharingPath: string | undefined;
  readonly publicationPath: string | undefined;
};

type FindingsPageProps = {
  readonly words: Words; readonly organisation: string; readonly year: Year; readonly edition: Edition; readonly findings: Shown;
  readonly provenance: Provenance; readonly selfRatings: SelfRatings; readonly writing: Writing | undefined;
  /** Said to those who would write findings, were they not another's. */
  readonly otherHand: string | undefined;
  readonly history: string | undefined;
  /** What the body replied to the draft that was shared. */
  readonly correspondence?: ComponentChildren;
};

export function FindingsPage({ words, organisation, year, edition, findings, provenance, selfRatings, writing, otherHand, history, correspondence }: FindingsPageProps) {
  const said = words.moderation.findings;
  const published = provenance.published !== undefined;
  return (
    <>
      <h1 class="govuk-heading-l">{said.title(organisation, year)}</h1>
      <p class="govuk-body"><Tag colour={published ? 'green' : 'grey'}>{published ? said.published : said.draft}</Tag></p>
      {!published && <InsetText>{said.draftNotice[provenance.origin]}{otherHand && <> {otherHand}</>}</InsetText>}
      <ProvenanceList words={words} provenance={provenance} letterPath={writing?.letterPath} />
      <FindingsParts words={words} edition={edition} findings={findings} selfRatings={selfRatings} outcomePath={writing?.outcomePath} statementsPath={writing?.statementsPath} />
      <p class="govuk-body-s">{said.ownWords}</p>
      {correspondence}
      {writing && <NextSteps words={words} writing={writing} />}
      <HistoryLink words={words} href={history} />
    </>
  );
}

export function ProvenanceList({ words, provenance, letterPath }: { readonly words: Words; readonly provenance: Provenance; readonly letterPath?: string | undefined }) {
  const said = words.moderation.findings;
  const { origin, letter, checked, published } = provenance;
  const transcribed = origin === 'transcribed';
  return (
    <SummaryList rows={[
      { key: said.origin, value: said.origins[origin] },
      transcribed && { key: said.letter, value: <LetterValue words={words} letter={letter} />, actions: letterPath === undefined ? [] : [{ href: letterPath, text: said.change, hidden: said.changeLetter }] },
      transcribed && { key: said.checkedBy, value: checked ?? said.notChecked },
      { key: said.publishedOn, value: published ?? said.notPublished },
    ]} />
  );
}

function LetterValue({ words, letter }: { readonly words: Words; readonly letter: Provenance['letter'] }) {
  const said = words.moderation.findings;
  if (!letter) return <>{said.noLetter}</>;
  if (!('title' in letter)) return <>{said.letterElsewhere(letter.datedOn)}</>;
  const text = said.letterDated(letter.title, letter.datedOn);
  return letter.href === undefined ? <>{text}</> : <a class="govuk-link" href={letter.href}>{text}</a>;
}

function NextSteps({ words, writing: { checkPath, sharingPath, publicationPath } }: { readonly words: Words; readonly writing: Writing }) {
  const said = words.moderation.findings;
  if (checkPath === undefined && publicationPath === undefined) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{said.next}</h2>
      <ul class="govuk-list">
        {checkPath !== undefined && <li><a class="govuk-link" href={checkPath}>{said.toCheck}</a></li>}
        {sharingPath !== undefined && <li><a class="govuk-link" href={sharingPath}>{words.moderation.sharing.link}</a></li>}
        {publicationPath !== undefined && <li><a class="govuk-link" href={publicationPath}>{said.toPublish}</a></li>}
      </ul>
    </>
  );
}

/** Before anybody has begun: how this reader may begin, if at all. */
export function NotBegunPage({ words, organisation, year, begin }: {
  readonly words: Words; readonly organisation: string; readonly year: Year;
  readonly begin: { readonly is: 'record'; readonly action: string; readonly seal: FormSeal } | { readonly is: 'transcribe'; readonly letterPath: string } | { readonly is: 'wait' };
}) {
  const said = words.moderation.findings;
  return (
    <>
      <h1 class="govuk-heading-l">{said.title(organisation, year)}</h1>
      <p class="govuk-body">{words.moderation.notBegun.sentence}</p>
      {begin.is === 'wait' && <p class="govuk-body">{said.waitForOthers}</p>}
      {begin.is === 'transcribe' && <><p class="govuk-body">{said.transcribeHint}</p><ButtonLink href={begin.letterPath}>{said.transcribe}</ButtonLink></>}
      {begin.is === 'record' && <><p class="govuk-body">{said.beginHint}</p><Form action={begin.action} seal={begin.seal}><Button preventDoubleClick>{said.begin}</Button></Form></>}
    </>
  );
}

export function NothingPublishedPage({ words, organisation, year }: { readonly words: Words; readonly organisation: string; readonly year: Year }) {
  const said = words.moderation.findings;
  return <><h1 class="govuk-heading-l">{said.title(organisation, year)}</h1><p class="govuk-body">{said.nothingPublished(organisation)}</p></>;
}
