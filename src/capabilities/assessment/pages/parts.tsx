import { Tag, type TagColour } from '../../../govuk/index.ts';
import type { Fact } from '../../../platform/fact.ts';
import type { Words } from '../../../words/index.ts';
import { inferredNote, notApplicable, ratingLabel, type Edition } from '../../frameworks/index.ts';
import type { Link } from '../opened.tsx';
import type { NewAnswer } from '../rules.ts';
import type { AnswerStatus, Rating } from '../rules.ts';

/** What a person wrote, paragraph by paragraph. */
export function Prose({ text }: { readonly text: string }) {
  return <>{text.split(/\n+/).map((paragraph) => <p class="govuk-body govuk-!-text-break-word">{paragraph}</p>)}</>;
}

/** Where the year goes on. */
export function Further({ words, links }: { readonly words: Words; readonly links: readonly Link[] }) {
  if (links.length === 0) return null;
  return (
    <nav aria-labelledby="further">
      <h2 class="govuk-heading-m" id="further">{words.assessment.year.furtherHeading}</h2>
      <ul class="govuk-list">{links.map(({ href, text }) => <li><a class="govuk-link" href={href}>{text}</a></li>)}</ul>
    </nav>
  );
}

const answerColours: Readonly<Record<AnswerStatus, TagColour>> = { yes: 'green', partly: 'yellow', no: 'red', not_applicable: 'grey' };

export function AnswerTag({ words, status }: { readonly words: Words; readonly status: AnswerStatus | undefined }) {
  if (status === undefined) return <Tag colour="grey">{words.assessment.notAnswered}</Tag>;
  return <Tag colour={answerColours[status]}>{words.assessment.statuses[status]}</Tag>;
}

export function RatingLabel({ words, edition, levelCode }: { readonly words: Words; readonly edition: Edition; readonly levelCode: string | null }) {
  const label = ratingLabel(edition, levelCode ?? notApplicable, 'en') ?? levelCode;
  if (levelCode === null || inferredNote(edition, levelCode) === undefined) return <>{label}</>;
  return <>{label} <Tag colour="grey">{words.frameworks.inferred}</Tag></>;
}

export function ratingLevel({ verdict }: Pick<Rating, 'verdict'>): string | null {
  return verdict.is === 'level' ? verdict.levelCode : null;
}

/** What the product itself knows, with the rule (unless it is told in brief) and the way to the rows behind it. */
export function FactList({ words, facts, brief = false }: { readonly words: Words; readonly facts: readonly Fact[]; readonly brief?: boolean }) {
  const said = words.assessment.benchmark;
  return (
    <ul class="govuk-list">
      {facts.map((fact) => (
        <li>
          <strong>{fact.say(words)}</strong>
          <span class="govuk-body-s"><br />{!brief && <>{fact.rule(words)} {said.factAsAt(fact.asAt)} </>}<a class="govuk-link" href={fact.rowsHref}>{said.rows}<span class="govuk-visually-hidden">: {fact.say(words)}</span></a></span>
        </li>
      ))}
    </ul>
  );
}

export function factsOfIndicator(facts: readonly Fact[], code: string): readonly Fact[] {
  return facts.filter(({ concerns }) => 'indicator' in concerns && concerns.indicator === code);
}

export function factsOfBenchmark(facts: readonly Fact[]): readonly Fact[] {
  return facts.filter(({ concerns }) => 'benchmark' in concerns);
}

export function AnswerSaid({ words, answer }: { readonly words: Words; readonly answer: NewAnswer | undefined }) {
  return (
    <>
      <p class="govuk-body"><AnswerTag words={words} status={answer?.status} /></p>
      {answer && answer.note !== '' && <Prose text={answer.note} />}
    </>
  );
}
