import { InsetText, SummaryList, Tag } from '../../../govuk/index.ts';
import type { Words } from '../../../words/index.ts';
import { evidencePaths } from '../../evidence/index.ts';
import type { Frozen, FrozenBenchmark, FrozenChallenge, FrozenEvidence } from '../frozen.ts';
import type { Link } from '../opened.tsx';
import type { ConfirmedAmendment } from '../amendment-store.ts';
import { paths } from '../paths.ts';
import type { SubmissionLine } from '../store.ts';
import { AmendmentShown } from './amendments.tsx';
import { AnswerTag, Further, Prose } from './parts.tsx';
import { AllSubmissions } from './submissions.tsx';

export type FrozenProps = {
  readonly words: Words;
  readonly org: string;
  readonly frozen: Frozen;
  readonly number: number;
  /** Every submission of the year, the last first. */
  readonly submissions: readonly SubmissionLine[];
  readonly sha256: string;
  /** What was put right since, beside the frozen text. */
  readonly amendments: readonly ConfirmedAmendment[];
  /** The reader is of the body. */
  readonly own: boolean;
  /** The name of who submitted: beside the frozen text, never in it. */
  readonly by: string | null;
  /** Whether the reader may open the evidence files. */
  readonly mayDownload: boolean;
  readonly further: readonly Link[];
};

/** What was submitted, drawn from the frozen text alone. */
export function FrozenPage(props: FrozenProps) {
  const { words, org, frozen, number, submissions, sha256, by } = props;
  const said = words.assessment.submission;
  const { earlier, sign } = words.secondReader;
  const last = submissions[0]?.number ?? number;
  return (
    <>
      <span class="govuk-caption-l">{said.frozenHeading(frozen.organisation.name, frozen.year)}</span>
      <h1 class="govuk-heading-l">{said.heading}</h1>
      {number < last && <InsetText>{earlier.superseded(last)} <a class="govuk-link" href={paths.earlier(org, frozen.year, last)}>{earlier.toLast}</a></InsetText>}
      <Amended {...props} />
      <SummaryList rows={[
        { key: earlier.number, value: earlier.of(number, submissions.length) },
        { key: said.submitted, value: words.assessment.year.standing.submitted(new Date(frozen.submitted_at), by) },
        { key: sign.row, value: words.assessment.day(frozen.signed_off.at.slice(0, 10)) },
        { key: said.marking, value: frozen.marking },
        { key: said.edition, value: `${frozen.edition.title} (${frozen.edition.publisher})` },
        { key: said.hash, value: <code>{sha256}</code>, valueClasses: 'govuk-!-text-break-word' },
        { key: said.editionHash, value: <code>{frozen.edition.content_sha256}</code>, valueClasses: 'govuk-!-text-break-word' },
      ]} />
      <p class="govuk-body-s">{said.hashNote}</p>
      {frozen.benchmarks.map((benchmark) => <BenchmarkPart {...props} benchmark={benchmark} />)}
      <AllEvidence {...props} />
      <AllSubmissions words={words} org={org} year={frozen.year} lines={submissions} />
      <OwnLinks {...props} last={last} />
      <Further words={words} links={props.further} />
    </>
  );
}

/** First of all: what has been put right since. */
function Amended({ words, frozen, amendments }: FrozenProps) {
  if (amendments.length === 0) return null;
  return (
    <section aria-labelledby="amended">
      <h2 class="govuk-heading-m" id="amended">{words.secondReader.amendment.heading}</h2>
      {amendments.map((amendment) => <AmendmentShown words={words} amendment={amendment} benchmarks={frozen.benchmarks} />)}
    </section>
  );
}

function OwnLinks({ words, org, frozen: { year }, own, number, last }: FrozenProps & { readonly last: number }) {
  if (!own || number < last) return null;
  const { amendment, reopening } = words.secondReader;
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={paths.amendments(org, year)}>{amendment.link}</a><br />
      <a class="govuk-link" href={paths.reopening(org, year)}>{reopening.link}</a>
    </p>
  );
}

function BenchmarkPart(props: FrozenProps & { readonly benchmark: FrozenBenchmark }) {
  const { words, frozen, benchmark: { number, title, rating, challenges, indicators, facts } } = props;
  const said = words.assessment;
  const answered = indicators.filter(({ answer }) => answer !== null);
  const unanswered = indicators.length - answered.length;
  return (
    <section>
      <h2 class="govuk-heading-m govuk-!-margin-top-6">{said.submission.benchmark(number, title)}</h2>
      <SummaryList rows={[
        { key: said.submission.ratingOf, value: <><strong>{rating.label}</strong>{rating.is === 'level' && rating.inferred && <> <Tag colour="grey">{words.frameworks.inferred}</Tag></>}</> },
        rating.is === 'not applicable' && { key: said.benchmark.reason, value: rating.reason, valueClasses: 'govuk-!-text-break-word' },
        rating.is === 'not applicable' && { key: said.benchmark.leadBody, value: rating.lead_body, valueClasses: 'govuk-!-text-break-word' },
        facts.length > 0 && { key: said.submission.facts, value: <ul class="govuk-list">{facts.map(({ indicator, text }) => <li>{indicator === null ? text : `${indicator}: ${text}`}</li>)}</ul> },
      ]} />
      {rating.narrative !== '' && <Prose text={rating.narrative} />}
      {challenges.map((challenge) => <ChallengePart words={words} challenge={challenge} />)}
      {answered.map((indicator) => <IndicatorPart words={words} indicator={indicator} evidence={frozen.evidence} />)}
      {unanswered > 0 && <p class="govuk-body">{said.submission.unanswered(unanswered)}</p>}
    </section>
  );
}

function ChallengePart({ words, challenge: { label, self_rating, reason, challenged_at, reply } }: { readonly words: Words; readonly challenge: FrozenChallenge }) {
  const said = words.secondReader.challenge;
  const at = words.assessment.day(challenged_at.slice(0, 10));
  return (
    <>
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">{said.heading}: {label}</h3>
      <p class="govuk-body-s">{at}. {label === self_rating ? said.agrees : said.beside(self_rating)}</p>
      <Prose text={reason} />
      {reply && <><p class="govuk-body-s govuk-!-margin-bottom-1"><strong>{reply.kept ? said.keptOn(words.assessment.day(reply.replied_at.slice(0, 10))) : said.changedOn(words.assessment.day(reply.replied_at.slice(0, 10)))}</strong></p><Prose text={reply.reason} /></>}
    </>
  );
}

type IndicatorPartProps = { readonly words: Words; readonly indicator: FrozenBenchmark['indicators'][number]; readonly evidence: readonly FrozenEvidence[] };

function IndicatorPart({ words, indicator: { code, text, answer, evidence: ids }, evidence }: IndicatorPartProps) {
  const said = words.assessment.submission;
  const behind = evidence.filter(({ id }) => ids.includes(id));
  return (
    <article>
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">{code} · {text ?? said.ownIndicator}</h3>
      <p class="govuk-body govuk-!-margin-bottom-2"><AnswerTag words={words} status={answer?.status} /></p>
      {answer && answer.note !== '' && <Prose text={answer.note} />}
      {behind.length > 0 && (
        <p class="govuk-body-s">
          {said.evidence}: {behind.map(({ id, title }, at) => <>{at > 0 && ', '}<a class="govuk-link" href={`#evidence-${id}`}>{title}</a></>)}
        </p>
      )}
    </article>
  );
}

function AllEvidence({ words, org, frozen, mayDownload }: FrozenProps) {
  const said = words.assessment.submission;
  return (
    <section>
      <h2 class="govuk-heading-m govuk-!-margin-top-6">{said.allEvidence}</h2>
      {frozen.evidence.length === 0 ? <p class="govuk-body">{said.noEvidence}</p> : (
        <ul class="govuk-list govuk-list--spaced">
          {frozen.evidence.map((item) => (
            <li id={`evidence-${item.id}`} class="govuk-!-text-break-word">
              <EvidenceTitle org={org} item={item} mayDownload={mayDownload} />
              <span class="govuk-body-s">
                <br />{item.marking} · {said.evidenceLine(item.kind, item.owner_role, item.dated_on)} · {item.indicators.join(', ')}
                {item.sha256 !== null && <><br />{said.fileHash(item.sha256)}</>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function EvidenceTitle({ org, item, mayDownload }: { readonly org: string; readonly item: FrozenEvidence; readonly mayDownload: boolean }) {
  if (item.kind === 'link' && item.url !== null) return <a class="govuk-link" href={item.url} rel="noreferrer">{item.title}</a>;
  return mayDownload ? <a class="govuk-link" href={evidencePaths.file(org, item.id)}>{item.title}</a> : <>{item.title}</>;
}
