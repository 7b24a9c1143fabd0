import { Table } from '../../../govuk/index.ts';
import { actionPlanPaths, type ActionLine } from '../../action-plan/index.ts';
import { paths } from '../paths.ts';
import type { ItemProps } from './item.tsx';

/** The formats in which the report for the board is made. */
export const reportFormats = ['pdf', 'docx', 'odt', 'html'] as const;

/** What remains of an exercise: tallies, agreement, themes, learning and what came of it. */
export function ResultPart(props: ItemProps) {
  const { words, org, exercise: { id, state, themes, learning }, questions, tallies, agreement, own } = props;
  const said = words.dipSampling;
  const paragraphs = (text: string) => text.split(/\n+/).map((paragraph) => <p class="govuk-body govuk-!-text-break-word">{paragraph}</p>);
  const rows = questions.flatMap(({ code, text }) => { const tally = tallies.get(code); return tally ? [{ text, tally }] : []; });
  const unsettled = rows.some(({ tally }) => tally.unsettled > 0);
  return (
    <section id="result">
      {rows.length > 0 && (
        <Table caption={said.result.tallies} captionSize="m" narrow="scroll" rows={rows} columns={[
          { title: said.result.question, rowHeader: true, cell: ({ text }: (typeof rows)[number]) => text },
          { title: said.codes.yes, numeric: true, cell: ({ tally }) => tally.yes }, { title: said.codes.partly, numeric: true, cell: ({ tally }) => tally.partly }, { title: said.codes.no, numeric: true, cell: ({ tally }) => tally.no },
          { title: said.codes.na, numeric: true, cell: ({ tally }) => tally.na }, ...(unsettled ? [{ title: said.result.unsettled, numeric: true, cell: ({ tally }: (typeof rows)[number]) => tally.unsettled }] : []),
        ]} />
      )}
      {agreement && (
        <>
          <h2 class="govuk-heading-m">{said.agreement.heading}</h2>
          {agreementSaid(props).map((sentence) => <p class="govuk-body">{sentence}</p>)}
        </>
      )}
      {themes !== null && <><h2 class="govuk-heading-m">{said.result.themes}</h2>{paragraphs(themes)}</>}
      {learning !== null && <><h2 class="govuk-heading-m">{said.result.learning}</h2>{paragraphs(learning)}</>}
      {state === 'closed' && own && <Actions {...props} />}
      {state === 'closed' && own && <p class="govuk-body">{said.result.report}{' '}{reportFormats.map((format) => <><a class="govuk-link" href={paths.report(org, id, format)}>{said.result.as(format)}</a>{' '}</>)}</p>}
    </section>
  );
}

/** How far the reviewers agree, in sentences. */
export function agreementSaid({ words, agreement }: Pick<ItemProps, 'words' | 'agreement'>): string[] {
  const said = words.dipSampling.agreement;
  if (!agreement) return [];
  const { same, answers, percent, kappa, interval } = agreement;
  const beyond = kappa === undefined ? [said.noKappa] : [said.kappa(kappa), interval ? said.interval(interval[0], interval[1]) : said.noInterval];
  return [said.percent(same, answers, percent), beyond.join(' '), said.small];
}

function Actions({ words, org, exercise: { id }, actions, earlier, checks, writes }: ItemProps) {
  const said = words.dipSampling.result;
  const checked = earlier.flatMap((action) => { const worked = checks.get(action.id); return worked ? [{ action, worked }] : []; });
  const link = ({ id: action, text, state }: ActionLine) => <a class="govuk-link govuk-!-text-break-word" href={actionPlanPaths.item(org, action)}>{said.of(text, said.actionStates[state])}</a>;
  return (
    <>
      <h2 class="govuk-heading-m">{said.actions}</h2>
      {actions.length === 0 ? <p class="govuk-body">{said.noActions}</p> : <ul class="govuk-list govuk-list--bullet">{actions.map((action) => <li>{link(action)}</li>)}</ul>}
      {writes && <p class="govuk-body"><a class="govuk-link" href={`${actionPlanPaths.added(org)}?origin=dip_sample&record=${id}`}>{said.addAction}</a></p>}
      {checked.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{said.earlier}</h2>
          <ul class="govuk-list govuk-list--bullet">{checked.map(({ action, worked }) => <li>{link(action)}: {words.dipSampling.worked[worked]}</li>)}</ul>
        </>
      )}
    </>
  );
}
