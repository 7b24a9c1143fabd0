import { Button, CharacterCount, Radios, WarningText } from '../../../govuk/index.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import { Form } from '../../../platform/form.tsx';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { answerStatuses, assessmentLimits, AnswerSaid, type Answer } from '../../assessment/index.ts';
import { paths } from '../paths.ts';
import type { EvidenceTitle, SharedPart } from '../shared-store.ts';

export type SharedProps = {
  readonly words: Words; readonly part: SharedPart; readonly text: string; readonly answer: Answer | undefined; readonly evidence: readonly EvidenceTitle[];
  readonly seal: FormSeal; readonly sent: { readonly status: string; readonly note: string } | undefined; readonly errors: readonly Refusal[]; readonly raced: boolean;
};

/** One indicator of another body, as its partner sees it. */
export function SharedPage({ words, part, text, answer, evidence, seal, sent, errors, raced }: SharedProps) {
  const said = words.together.shared;
  const filled = sent ?? { status: answer?.status ?? '', note: answer?.note ?? '' };
  return (
    <>
      <span class="govuk-caption-l">{said.line(part.code, part.organisation, part.year)}</span>
      <h1 class="govuk-heading-l">{text}</h1>
      <p class="govuk-body">{said.until(part.toDay)}</p>
      {raced && <WarningText>{said.raced}</WarningText>}
      <h2 class="govuk-heading-m">{said.answer}</h2>
      <AnswerSaid words={words} answer={answer} />
      <h2 class="govuk-heading-m">{said.evidence}</h2>
      {evidence.length === 0 ? <p class="govuk-body">{said.noEvidence}</p> : (
        <>
          <p class="govuk-body">{said.titlesOnly}</p>
          <ul class="govuk-list govuk-list--bullet">{evidence.map(({ title, datedOn, marking }) => <li class="govuk-!-text-break-word">{title} ({said.dated(datedOn, marking)})</li>)}</ul>
        </>
      )}
      {part.mayWrite && (
        <Form action={paths.shared(part.shortName, part.year, part.code)} seal={seal} version={answer?.version ?? 0}>
          <Radios name="status" legend={said.status} legendSize="m" value={filled.status} error={errorAt(words, errors, 'status')} items={answerStatuses.map((status) => ({ value: status, text: words.assessment.statuses[status] }))} />
          <CharacterCount name="note" label={said.note} labelSize="s" rows={6} maxlength={assessmentLimits.note} threshold={75} value={filled.note} error={errorAt(words, errors, 'note')} />
          <Button preventDoubleClick>{said.save}</Button>
        </Form>
      )}
    </>
  );
}
