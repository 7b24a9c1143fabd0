import { Button, ButtonGroup, CharacterCount, Radios, Tag } from '../../../govuk/index.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import { Form } from '../../../platform/form.tsx';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { notApplicable, ratingLabel, type Edition } from '../../frameworks/index.ts';
import type { OpenedBenchmark } from '../opened.tsx';
import { paths } from '../paths.ts';
import { isOpen, secondLimits, type Challenge } from '../rules-second.ts';
import { Prose, RatingLabel } from './parts.tsx';

export type ChallengeFields = { readonly rating: string; readonly reason: string };
export type ReplyFields = { readonly kept: string; readonly reply: string };

export type ChallengeProps = {
  readonly words: Words;
  readonly opened: OpenedBenchmark;
  readonly challenges: readonly Challenge[];
  readonly seal: FormSeal;
  readonly errors: readonly Refusal[];
  /** For who may challenge now. */
  readonly form: ChallengeFields | undefined;
  readonly whyNot: readonly string[];
  /** For who may answer the challenge that is open. */
  readonly reply: { readonly open: Challenge; readonly filled: ReplyFields } | undefined;
};

/** How others than its writers rate a benchmark, what was answered, and the form that is next. */
export function ChallengePage(props: ChallengeProps) {
  const { words, opened: { org, year, edition, benchmark }, challenges, form, whyNot, reply } = props;
  const said = words.secondReader.challenge;
  return (
    <>
      <span class="govuk-caption-l">{words.assessment.submission.benchmark(benchmark.number, benchmark.title.en)}</span>
      <h1 class="govuk-heading-l">{said.heading}</h1>
      <p class="govuk-body">{said.intro}</p>
      {challenges.length === 0 && <p class="govuk-body">{said.none}</p>}
      {challenges.map((challenge) => <ChallengeShown words={words} edition={edition} challenge={challenge} />)}
      {reply && <ReplyForm {...props} open={reply.open} filled={reply.filled} />}
      {!reply && challenges.some(isOpen) && <p class="govuk-body">{said.onlyLead}</p>}
      {form && <ChallengeForm {...props} filled={form} />}
      {whyNot.map((sentence) => <p class="govuk-body">{sentence}.</p>)}
      <p class="govuk-body"><a class="govuk-link" href={paths.benchmark(org, year, benchmark.code)}>{said.back}</a></p>
    </>
  );
}

/** One challenge with its answer. */
export function ChallengeShown({ words, edition, challenge }: { readonly words: Words; readonly edition: Edition; readonly challenge: Challenge }) {
  const said = words.secondReader.challenge;
  const { levelCode, selfLevelCode, reason, by, at, reply } = challenge;
  return (
    <div class="govuk-!-margin-bottom-4">
      <p class="govuk-body-l govuk-!-margin-bottom-1">
        <strong><RatingLabel words={words} edition={edition} levelCode={levelCode} /></strong>{isOpen(challenge) && <> <Tag colour="yellow">{said.open}</Tag></>}
      </p>
      <p class="govuk-body-s">{said.by(by, at)}. {levelCode === selfLevelCode ? said.agrees : said.beside(ratingLabel(edition, selfLevelCode ?? notApplicable, 'en') ?? '')}</p>
      <Prose text={reason} />
      {reply && <><p class="govuk-body-s govuk-!-margin-bottom-1"><strong>{reply.kept ? said.kept(reply.by, reply.at) : said.changed(reply.by, reply.at)}</strong></p><Prose text={reply.reason} /></>}
    </div>
  );
}

/** On the benchmark's page, beside self-rating and outcome: the last challenge, and the way to all. */
export function ChallengedPart({ words, opened, challenges, mayChallenge }: { readonly words: Words; readonly opened: OpenedBenchmark; readonly challenges: readonly Challenge[]; readonly mayChallenge: boolean }) {
  const said = words.secondReader.challenge;
  const { org, year, edition, benchmark, record } = opened;
  const last = challenges.at(-1);
  if (!last && (!mayChallenge || !record.ratings.has(benchmark.code))) return null;
  return (
    <section aria-labelledby="challenged">
      <h2 class="govuk-heading-m" id="challenged">{said.heading}</h2>
      {last ? <ChallengeShown words={words} edition={edition} challenge={last} /> : <p class="govuk-body">{said.none}</p>}
      <p class="govuk-body"><a class="govuk-link" href={paths.challenge(org, year, benchmark.code)}>{last ? said.linkAll : said.link}</a></p>
    </section>
  );
}

function ChallengeForm({ words, opened: { org, year, edition, benchmark }, seal, errors, filled }: ChallengeProps & { readonly filled: ChallengeFields }) {
  const said = words.secondReader.challenge;
  const na = edition.scale.not_applicable;
  return (
    <Form action={paths.challenge(org, year, benchmark.code)} seal={seal}>
      <h2 class="govuk-heading-m">{said.formHeading}</h2>
      <Radios name="rating" legend={said.legend} legendSize="s" value={filled.rating} error={errorAt(words, errors, 'rating')}
        items={[...edition.scale.levels.map(({ code, label }) => ({ value: code, text: label.en })), na && { value: notApplicable, text: na.label.en }]} />
      <CharacterCount name="reason" label={said.reason} labelSize="s" hint={said.reasonHint} rows={6} maxlength={secondLimits.challenge} threshold={75} value={filled.reason} error={errorAt(words, errors, 'reason')} />
      <Button preventDoubleClick>{said.save}</Button>
    </Form>
  );
}

function ReplyForm({ words, opened: { org, year, edition, benchmark }, seal, errors, open, filled }: ChallengeProps & { readonly open: Challenge; readonly filled: ReplyFields }) {
  const said = words.secondReader.challenge;
  const hint = open.levelCode === null ? said.changeElsewhere : said.changeHint(ratingLabel(edition, open.levelCode, 'en') ?? '');
  return (
    <Form action={paths.reply(org, year, benchmark.code)} seal={seal}>
      <h2 class="govuk-heading-m">{said.replyHeading}</h2>
      <Radios name="kept" legend={said.replyLegend} legendSize="s" value={filled.kept} error={errorAt(words, errors, 'kept')}
        items={[{ value: 'yes', text: said.keep }, { value: 'no', text: said.change, hint }]} />
      <CharacterCount name="reply" label={said.reply} labelSize="s" rows={4} maxlength={secondLimits.challenge} threshold={75} value={filled.reply} error={errorAt(words, errors, 'reply')} />
      <ButtonGroup>
        <Button preventDoubleClick>{said.replySave}</Button>
        <a class="govuk-link" href={paths.rating(org, year, benchmark.code)}>{said.toRating}</a>
      </ButtonGroup>
    </Form>
  );
}
