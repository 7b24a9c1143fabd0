import { Button, CharacterCount, InsetText, Radios, SummaryList, Tag } from '../../../govuk/index.ts';
import { markings } from '../../../kernel/marking.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import { Form } from '../../../platform/form.tsx';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import type { Edition } from '../../frameworks/index.ts';
import { limits } from '../rules.ts';
import { partName, stances, type ReplyForm } from '../rules-reply.ts';
import type { Reply } from '../shared.ts';
import { FindingsParts, WrittenText, type SelfRatings, type Shown, type ShownStatement } from './parts.tsx';

/** Begun by the adviser, and nothing shared yet. */
export function NotSharedPage({ words, title }: { readonly words: Words; readonly title: string }) {
  return <><h1 class="govuk-heading-l">{title}</h1><p class="govuk-body">{words.moderation.sharing.notYetShared}</p></>;
}

/** The draft as it was shared, for the body's own people. */
export function SharedPage({ words, title, edition, findings, selfRatings, sharedOn, replies, replyPath }: {
  readonly words: Words; readonly title: string; readonly edition: Edition; readonly findings: Shown; readonly selfRatings: SelfRatings; readonly sharedOn: string;
  readonly replies: readonly Reply[]; readonly replyPath: string | undefined;
}) {
  const said = words.moderation.sharing;
  return (
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body"><Tag colour="yellow">{said.tag}</Tag></p>
      <InsetText>{said.notice(sharedOn)}</InsetText>
      <FindingsParts words={words} edition={edition} findings={findings} selfRatings={selfRatings} />
      {replies.length > 0 && <Replies words={words} sharedOn={sharedOn} recommendations={findings.recommendations} replies={replies} />}
      {replyPath !== undefined && <p class="govuk-body"><a class="govuk-link" href={replyPath}>{words.moderation.reply.link}</a></p>}
    </>
  );
}

export function Replies({ words, sharedOn, recommendations, replies }: { readonly words: Words; readonly sharedOn: string; readonly recommendations: readonly ShownStatement[]; readonly replies: readonly Reply[] }) {
  const said = words.moderation.reply;
  return (
    <section>
      <h2 class="govuk-heading-m">{said.heading}</h2>
      <p class="govuk-body">{replies.length === 0 ? said.waiting(sharedOn) : said.toDraft(sharedOn)}</p>
      {replies.length > 0 && (
        <SummaryList rows={[...recommendations.map(({ id }, index) => ({ id, key: said.toRecommendation(index + 1) })), { id: null, key: said.toWhole }].map(({ id, key }) => ({
          key, value: <ReplyText words={words} reply={replies.find(({ recommendationId }) => recommendationId === id)} />,
        }))} />
      )}
    </section>
  );
}

function ReplyText({ words, reply }: { readonly words: Words; readonly reply: Reply | undefined }) {
  if (!reply) return null;
  return (
    <>
      <p class="govuk-body govuk-!-margin-bottom-1"><strong>{words.moderation.reply.stances[reply.stance]}</strong>{reply.marking === 'OFFICIAL-SENSITIVE' && <>{' '}<Tag colour="orange" classes="dr-nowrap">{reply.marking}</Tag></>}</p>
      {reply.text !== '' && <WrittenText text={reply.text} />}
    </>
  );
}

/** One answer to each recommendation, and one to the whole. */
export function ReplyPage({ words, action, seal, sharedId, recommendations, fields, refusals }: {
  readonly words: Words; readonly action: string; readonly seal: FormSeal; readonly sharedId: string; readonly recommendations: readonly ShownStatement[];
  readonly fields: ReplyForm; readonly refusals: readonly Refusal[];
}) {
  const said = words.moderation.reply;
  return (
    <>
      <h1 class="govuk-heading-l">{said.title}</h1>
      <p class="govuk-body">{said.intro}</p>
      <Form action={action} seal={seal}>
        <input type="hidden" name="shared" value={sharedId} />
        {fields.parts.map((part, index) => {
          const [name, recommendation] = [partName(part), recommendations.find(({ id }) => id === part.recommendationId)];
          const about = recommendation ? said.toRecommendation(index + 1) : said.toWhole;
          return (
            <section>
              <h2 class="govuk-heading-m">{about}</h2>
              {recommendation && <InsetText><WrittenText text={recommendation.text} /></InsetText>}
              <Radios name={`stance-${name}`} legend={said.stance(about)} inline small value={part.stance} error={errorAt(words, refusals, `stance-${name}`)} items={stances.map((stance) => ({ value: stance, text: said.stances[stance] }))} />
              <CharacterCount name={`text-${name}`} label={said.text(about)} hint={words.moderation.statements.never} maxlength={limits.text} countType="characters" threshold={75} value={part.text} error={errorAt(words, refusals, `text-${name}`)} />
            </section>
          );
        })}
        <Radios name="marking" legend={words.moderation.statements.marking} inline small value={fields.marking} error={errorAt(words, refusals, 'marking')} items={markings.map((marking) => ({ value: marking, text: marking }))} />
        <Button preventDoubleClick>{said.send}</Button>
      </Form>
    </>
  );
}
