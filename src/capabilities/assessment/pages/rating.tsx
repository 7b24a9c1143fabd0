import { Button, ButtonGroup, CharacterCount, Input, Radios, Tag } from '../../../govuk/index.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import { Form } from '../../../platform/form.tsx';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { indicatorsByLevel, inferredNote, needsEvidence, notApplicable, type Level } from '../../frameworks/index.ts';
import type { OpenedBenchmark } from '../opened.tsx';
import { paths } from '../paths.ts';
import { limits } from '../rules.ts';
import { DraftGiven } from './draft.tsx';
import { AnswerTag } from './parts.tsx';

/** What the form of a rating holds: as saved, or as it was sent. */
export type RatingFields = { readonly rating: string; readonly narrative: string; readonly reason: string; readonly lead_body: string };

export type RatingFormProps = {
  readonly words: Words;
  readonly opened: OpenedBenchmark;
  readonly seal: FormSeal;
  readonly filled: RatingFields;
  readonly version: number;
  readonly errors: readonly Refusal[];
  /** When the draft that fills the form was saved. */
  readonly draftOf?: Date | undefined;
};

/** The choice of a level, with what each level asks beside it. */
export function RatingPage(props: RatingFormProps) {
  const { words, seal, draftOf, opened: { org, year, benchmark } } = props;
  const said = words.assessment.rating;
  return (
    <>
      <span class="govuk-caption-l">{words.assessment.submission.benchmark(benchmark.number, benchmark.title.en)}</span>
      <h1 class="govuk-heading-l">{said.heading}</h1>
      <div class="dr-pair">
        <div>{draftOf && <DraftGiven words={words} seal={seal} url={paths.draft(org, year, benchmark.code)} savedAt={draftOf} />}<RatingForm {...props} /></div>
        <WhatLevelsAsk {...props} />
      </div>
    </>
  );
}

export function RatingForm({ words, opened, seal, filled, version, errors }: RatingFormProps) {
  const said = words.assessment.rating;
  const { org, year, edition, benchmark } = opened;
  const na = edition.scale.not_applicable;
  return (
    <Form action={paths.rating(org, year, benchmark.code)} seal={seal} version={version} draft={paths.draft(org, year, benchmark.code)}>
      <Radios name="rating" legend={said.legend} legendSize="m" value={filled.rating} error={errorAt(words, errors, 'rating')} items={[
        ...edition.scale.levels.map((level) => ({ value: level.code, text: level.label.en, hint: <LevelHint words={words} opened={opened} level={level} /> })),
        na && {
          value: notApplicable, text: na.label.en, hint: benchmark.not_applicable_when?.en,
          conditional: (
            <>
              <CharacterCount name="reason" label={said.reason} rows={3} maxlength={limits.reason} threshold={75} value={filled.reason} error={errorAt(words, errors, 'reason')} />
              <Input name="lead_body" label={said.leadBody} hint={said.leadBodyHint} value={filled.lead_body} error={errorAt(words, errors, 'lead_body')} />
            </>
          ),
        },
      ]} />
      <CharacterCount name="narrative" label={said.narrative} labelSize="m" hint={said.narrativeHint} rows={8} maxlength={limits.narrative} threshold={75}
        value={filled.narrative} error={errorAt(words, errors, 'narrative')} />
      <ButtonGroup>
        <Button preventDoubleClick>{said.save}</Button>
        <a class="govuk-link" href={paths.benchmark(org, year, benchmark.code)}>{words.assessment.indicator.backToBenchmark}</a>
      </ButtonGroup>
    </Form>
  );
}

function LevelHint({ words, opened: { edition, benchmark, record }, level }: { readonly words: Words; readonly opened: OpenedBenchmark; readonly level: Level }) {
  const said = words.assessment.rating;
  const group = indicatorsByLevel(edition, benchmark.indicators).find((one) => one.level.code === level.code);
  const inPlace = group?.indicators.filter(({ code }) => { const status = record.answers.get(code)?.status; return status === 'yes' || status === 'partly'; }).length ?? 0;
  const note = inferredNote(edition, level.code);
  return (
    <>
      {group && said.asks(group.indicators.length, group.first, inPlace)} {needsEvidence(level) && said.needsEvidence} {note !== undefined && said.inferredNote(note)}
    </>
  );
}

function WhatLevelsAsk({ words, opened: { org, year, edition, benchmark, record } }: RatingFormProps) {
  const said = words.assessment;
  return (
    <section aria-labelledby="levels">
      <h2 class="govuk-heading-m" id="levels">{said.rating.whatHeading}</h2>
      {indicatorsByLevel(edition, benchmark.indicators).map(({ level, indicators, first }) => (
        <>
          <h3 class="govuk-heading-s">
            {first ? said.benchmark.asks(level.label.en) : said.benchmark.adds(level.label.en)}
            {inferredNote(edition, level.code) !== undefined && <> <Tag colour="grey">{words.frameworks.inferred}</Tag></>}
          </h3>
          <ul class="govuk-list govuk-list--spaced">
            {indicators.map(({ code, text }) => (
              <li>
                <AnswerTag words={words} status={record.answers.get(code)?.status} />{' '}
                <a class="govuk-link" href={paths.indicator(org, year, code)}>{text.en}</a>
              </li>
            ))}
          </ul>
        </>
      ))}
    </section>
  );
}
