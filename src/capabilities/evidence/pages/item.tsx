import { Button, CellTable, SummaryList } from '../../../govuk/index.ts';
import type { Organisation } from '../../../kernel/access.ts';
import type { Refusal } from '../../../kernel/outcome.ts';
import type { Day, Year } from '../../../kernel/year.ts';
import { Form } from '../../../platform/form.tsx';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { HistoryLink } from '../../history/index.ts';
import { paths } from '../paths.ts';
import type { Details, Draft } from '../rules.ts';
import type { EvidenceRecord } from '../store.ts';
import { DetailFields, Expiry } from './fields.tsx';

export type UseLine = { readonly year: Year; readonly code: string };

type Shown = { readonly words: Words; readonly organisation: Organisation; readonly today: Day; readonly evidence: EvidenceRecord };
type Change = { readonly seal: FormSeal; readonly draft: Draft; readonly errors: readonly Refusal[] };

/** One piece of evidence; `change` is there for who may change it. */
export function ItemPage({ words, organisation, today, evidence, uses, change, history }: Shown & { readonly uses: readonly UseLine[]; readonly change: Change | undefined; readonly history: string | undefined }) {
  const said = words.evidence.item;
  return (
    <>
      <h1 class="govuk-heading-l">{evidence.title}</h1>
      <SummaryList rows={[
        evidence.fileName !== null && { key: said.fileName, value: <Download words={words} organisation={organisation} evidence={evidence} fileName={evidence.fileName} /> },
        evidence.url !== null && { key: said.url, value: <><a class="govuk-link govuk-!-text-break-word" href={evidence.url} rel="noreferrer noopener">{evidence.url}</a><br /><span class="govuk-hint">{said.linkNote}</span></> },
        { key: said.dated, value: words.evidence.day(evidence.datedOn) },
        { key: said.expires, value: <Expiry words={words} today={today} expiresOn={evidence.expiresOn} /> },
        { key: said.owner, value: evidence.ownerRole },
        { key: said.marking, value: evidence.marking },
        evidence.sha256 !== null && { key: said.sha256, value: <code class="govuk-!-text-break-word">{evidence.sha256}</code> },
      ]} />
      <HistoryLink words={words} href={history} />
      <h2 class="govuk-heading-m">{said.uses}</h2>
      {uses.length === 0 ? <p class="govuk-body">{said.unused}</p> : (
        <ul class="govuk-list govuk-list--bullet">
          {uses.map(({ year, code }) => <li><a class="govuk-link" href={paths.ofIndicator(organisation.shortName, year, code)}>{said.use(year, code)}</a></li>)}
        </ul>
      )}
      {change && <><h2 class="govuk-heading-m">{said.change}</h2><DetailsForm words={words} organisation={organisation} evidence={evidence} {...change} /></>}
    </>
  );
}

/** Somebody saved first: what stands, what this person wrote, and the form with theirs over the new version. */
export function ConflictPage({ words, organisation, evidence, mine, ...change }: Omit<Shown, 'today'> & Change & { readonly mine: Details }) {
  const { conflict: said, fields, day, noExpiry } = words.evidence;
  const expires = (on: Day | null) => (on === null ? noExpiry : day(on));
  const compared: readonly (readonly [string, (details: Details) => string])[] = [
    [fields.title, ({ title }) => title], [fields.owner, ({ ownerRole }) => ownerRole], [fields.dated, ({ datedOn }) => day(datedOn)],
    [fields.expires, ({ expiresOn }) => expires(expiresOn)], [fields.marking, ({ marking }) => marking],
  ];
  return (
    <>
      <h1 class="govuk-heading-l">{said.title}</h1>
      <p class="govuk-body">{said.sentence}</p>
      <CellTable caption={said.caption} captionHidden firstCellIsHeader head={[{ text: said.field }, { text: said.theirs }, { text: said.yours }]}
        rows={compared.map(([name, text]) => [{ text: name }, { text: text(evidence) }, { text: text(mine) }])} />
      <p class="govuk-body"><a class="govuk-link" href={paths.item(organisation.shortName, evidence.id)}>{said.keep}</a></p>
      <h2 class="govuk-heading-m">{said.yoursHeading}</h2>
      <DetailsForm words={words} organisation={organisation} evidence={evidence} {...change} />
    </>
  );
}

function Download({ words, organisation, evidence, fileName }: Pick<Shown, 'words' | 'organisation' | 'evidence'> & { readonly fileName: string }) {
  const said = words.evidence.item;
  return <><a class="govuk-link govuk-!-text-break-word" href={paths.file(organisation.shortName, evidence.id)}>{said.download(fileName)}</a> ({said.size(evidence.bytes ?? 0)})</>;
}

function DetailsForm({ words, organisation, evidence, seal, draft, errors }: Pick<Shown, 'words' | 'organisation' | 'evidence'> & Change) {
  return (
    <Form action={paths.details(organisation.shortName, evidence.id)} seal={seal} version={evidence.version}>
      <DetailFields words={words} prefix="" draft={draft} errors={errors} />
      <Button preventDoubleClick>{words.evidence.item.save}</Button>
    </Form>
  );
}
