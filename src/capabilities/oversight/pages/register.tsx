import { Button, ButtonLink, Checkboxes, Table, Tag } from '../../../govuk/index.ts';
import type { Marking } from '../../../kernel/marking.ts';
import { Form } from '../../../platform/form.tsx';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { riskLogPaths, ScoreSaid, type Risk } from '../../risk-log/index.ts';
import { paths } from '../paths.ts';
import { byTheme, sinceThen, type Citation, type SentRisk } from '../rules-register.ts';

type RegisterProps = { readonly words: Words; readonly org: string; readonly rows: readonly (Risk & { readonly cited: readonly Citation[] })[]; readonly mayCite: boolean };

/** The body's own open risks, each with what it rests on. */
export function RegisterPage({ words, org, rows, mayCite }: RegisterProps) {
  const said = words.oversight.register;
  return (
    <>
      <h1 class="govuk-heading-l">{said.heading}</h1>
      <p class="govuk-body">{said.intro}</p>
      {mayCite && <ButtonLink href={paths.sources(org)}>{said.add}</ButtonLink>}
      {rows.length === 0 ? <p class="govuk-body">{said.none}</p> : (
        <Table caption={said.caption} captionSize="m" narrow="stack" rows={rows} columns={[
          { title: said.risk, rowHeader: true, cell: ({ number, event, marking }: RegisterProps['rows'][number]) => (
            <><a class="govuk-link govuk-!-text-break-word" href={riskLogPaths.risk(org, number)}>{words.riskLog.log.numbered(number, event)}</a><Marked marking={marking} /></>
          ) },
          { title: words.riskLog.log.theme, cell: ({ theme }) => words.riskLog.themes[theme] },
          { title: words.riskLog.log.residual, cell: ({ scores }) => <ScoreSaid words={words} score={scores.residual} /> },
          { title: said.rests, cell: ({ cited }) => (cited.length === 0 ? said.restsNone : <ul class="govuk-list govuk-!-margin-bottom-0">{cited.map((one) => <li>{said.cited(one.name, one.number, one.quarter)}{since(words, one)}</li>)}</ul>) },
          { title: words.riskLog.log.owner, cell: ({ ownerRole }) => ownerRole ?? words.riskLog.log.noOwner },
        ]} />
      )}
    </>
  );
}

/** On the page of a risk: each risk that it rests on in the words that were sent, and what became of it since. */
export function Rests({ words, org, risk, cited, mayCite }: { readonly words: Words; readonly org: string; readonly risk: number; readonly cited: readonly Citation[]; readonly mayCite: boolean }) {
  const said = words.oversight.register;
  return (
    <>
      <h2 class="govuk-heading-m">{said.heading2}</h2>
      {cited.length === 0 ? <p class="govuk-body">{said.restsNone}</p> : (
        <Table caption={said.caption2} captionHidden narrow="stack" rows={cited} columns={[
          { title: said.body, rowHeader: true, cell: ({ name, shortName, number, quarter }: Citation) => <a class="govuk-link" href={riskLogPaths.return(shortName, quarter)}>{said.cited(name, number, quarter)}</a> },
          { title: said.words, cell: ({ sent }) => (sent ? <AsSent words={words} sent={sent} /> : said.goneSentence) },
          { title: words.riskLog.log.residual, cell: ({ sent }) => sent && <ScoreSaid words={words} score={sent.residual} /> },
          { title: said.since, cell: ({ sent }) => sent && said.sinceThen[sinceThen(sent)](sent.later?.quarter ?? sent.quarter) },
        ]} />
      )}
      {mayCite && <p class="govuk-body"><a class="govuk-link" href={paths.sources(org, risk)}>{said.change}</a></p>}
    </>
  );
}

/** In the form for a new risk: the rows that were ticked, which go with it. */
export function Ticked({ words, sent }: { readonly words: Words; readonly sent: readonly SentRisk[] }) {
  const said = words.oversight;
  return (
    <>
      <h2 class="govuk-heading-m">{said.sources.ticked}</h2>
      {sent.map((one) => (
        <>
          <input type="hidden" name="rests" value={one.id} />
          <p class="govuk-body govuk-!-margin-bottom-1"><strong>{said.register.cited(one.name, one.number, one.quarter)}</strong></p>
          <p class="govuk-body"><AsSent words={words} sent={one} /></p>
        </>
      ))}
    </>
  );
}

type SourcesProps = {
  readonly words: Words; readonly org: string; readonly seal: FormSeal; readonly sent: readonly SentRisk[];
  /** The risk whose citations are changed; without it a new one is begun. */
  readonly risk: number | undefined; readonly cited: readonly Citation[];
  /** The numbers of the own risks that rest on a body's risk already, whatever the quarter. */
  readonly restingOn: (sent: SentRisk) => readonly number[];
};

/** What bodies below sent, by theme, to be ticked by a person. */
export function SourcesPage(props: SourcesProps) {
  const { words, org, seal, sent, risk, cited } = props;
  const said = words.oversight.sources;
  const groups = byTheme(sent);
  const kept = cited.flatMap((one) => (one.sent ? [one.sent] : []));
  const fields = (
    <>
      <p class="govuk-body">{said.intro}</p>
      {kept.length > 0 && <Choices {...props} name="cited" legend={said.now} risks={kept} checked />}
      {groups.length === 0 && <p class="govuk-body">{said.none}</p>}
      {groups.map(({ theme, risks }) => <Choices {...props} name={theme} legend={words.riskLog.themes[theme]} risks={risks} checked={false} />)}
    </>
  );
  const heading = <h1 class="govuk-heading-l">{risk === undefined ? said.heading : said.changeHeading(risk)}</h1>;
  return risk === undefined
    ? <form method="get" action={riskLogPaths.form(org)}>{heading}{fields}{groups.length > 0 && <Button>{said.goOn}</Button>}</form>
    : <Form action={paths.citations(org, risk)} seal={seal}>{heading}{fields}<Button preventDoubleClick>{said.save}</Button></Form>;
}

function Choices({ words, name, legend, risks, checked, restingOn }: SourcesProps & { readonly name: string; readonly legend: string; readonly risks: readonly SentRisk[]; readonly checked: boolean }) {
  const said = words.oversight.sources;
  return (
    <Checkboxes name="rests" idPrefix={`rests-${name}`} legend={legend} legendSize="m" small items={risks.map((one) => {
      const numbers = restingOn(one);
      return {
        value: one.id, checked,
        text: <><span class="govuk-!-text-break-word">{one.event}</span><Marked marking={one.marking} /></>,
        hint: <>{said.sentIn(one.name, one.number, one.quarter)}{' '}<ScoreSaid words={words} score={one.residual} />{!checked && numbers.length > 0 && <><br />{said.inRisks(numbers)}</>}</>,
      };
    })} />
  );
}

function AsSent({ words, sent: { cause, event, effect, marking } }: { readonly words: Words; readonly sent: SentRisk }) {
  const said = words.oversight.register;
  return <span class="govuk-!-text-break-word">“{event}”<br />{said.because(cause)}<br />{said.so(effect)}<Marked marking={marking} /></span>;
}

function Marked({ marking }: { readonly marking: Marking }) {
  return marking === 'OFFICIAL-SENSITIVE' ? <><br /><Tag colour="orange">{marking}</Tag></> : null;
}

/** Behind a citation in the list, where its body has sent the risk again otherwise. */
function since(words: Words, { sent }: Citation) {
  const state = sent ? sinceThen(sent) : 'last';
  return sent?.later && state !== 'same' ? `. ${words.oversight.register.sinceThen[state](sent.later.quarter)}` : '';
}
