import { Button, Checkboxes, InsetText, Textarea } from '../../../govuk/index.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import type { Year } from '../../../kernel/year.ts';
import { Form } from '../../../platform/form.tsx';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { paths } from '../paths.ts';
import type { Release } from '../release.ts';
import type { ReleaseLine } from '../store.ts';
import { Findings, Overdue, Statements } from './everybody.tsx';

type ReleaseProps = {
  readonly words: Words; readonly seal: FormSeal; readonly org: string; readonly year: Year; readonly lines: readonly ReleaseLine[];
  /** What would be released now, or why nothing can be. */
  readonly ready: { readonly preview: Release } | { readonly why: string };
  readonly refusals: readonly Refusal[]; readonly notice: string | undefined; readonly reason: string;
};

/** What of a year is public, and what would be; the lead releases it here and takes it back. */
export function ReleasePage(props: ReleaseProps) {
  const { words, lines, ready, notice } = props;
  const said = words.publishing.release;
  const standing = lines.find(({ withdrawnAt }) => withdrawnAt === null);
  return (
    <>
      <h1 class="govuk-heading-l">{said.heading}</h1>
      {notice !== undefined && <InsetText>{notice}</InsetText>}
      <p class="govuk-body">{said.intro}</p>
      {standing ? <Standing {...props} standing={standing} /> : 'why' in ready ? <p class="govuk-body">{said.notReady} {ready.why}</p> : <Ready {...props} preview={ready.preview} />}
      <Earlier {...props} />
    </>
  );
}

function Standing({ words, seal, org, year, refusals, reason, standing }: ReleaseProps & { readonly standing: ReleaseLine }) {
  const said = words.publishing.release;
  return (
    <>
      <p class="govuk-body"><strong>{said.standing}</strong> <a class="govuk-link" href={paths.everybody(org)}>{said.see}</a></p>
      <h2 class="govuk-heading-m">{said.withdrawHeading}</h2>
      <Form action={paths.withdraw(org, year)} seal={seal} version={standing.version}>
        <input type="hidden" name="release" value={standing.id} />
        <Textarea name="reason" rows={3} label={said.reason} value={reason} error={errorAt(words, refusals, 'reason')} />
        <Button classes="govuk-button--warning" preventDoubleClick>{said.withdraw}</Button>
      </Form>
    </>
  );
}

function Ready({ words, seal, org, year, refusals, preview }: ReleaseProps & { readonly preview: Release }) {
  const said = words.publishing;
  return (
    <>
      <h2 class="govuk-heading-m">{said.release.preview}</h2>
      <Findings words={words} release={preview} />
      <Statements heading={said.everybody.strengths} texts={preview.strengths} words={words} leftOut={preview.left_out.strengths} />
      <Statements heading={said.everybody.recommendations} texts={preview.recommendations} words={words} leftOut={preview.left_out.recommendations} />
      <Overdue words={words} release={preview} />
      <Form action={paths.release(org, year)} seal={seal}>
        <Checkboxes name="confirmed" legend={said.release.publish} legendSize="m" error={errorAt(words, refusals, 'confirmed')} items={[{ value: 'yes', text: said.release.confirm }]} />
        <Button preventDoubleClick>{said.release.publish}</Button>
      </Form>
    </>
  );
}

function Earlier({ words, lines }: Pick<ReleaseProps, 'words' | 'lines'>) {
  const said = words.publishing.release;
  const sentences = lines.flatMap(({ createdAt, withdrawnAt, withdrawnReason }) => (withdrawnAt && withdrawnReason !== null ? [said.earlierLine(createdAt, withdrawnAt, withdrawnReason)] : []));
  if (sentences.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{said.earlier}</h2>
      <ul class="govuk-list govuk-list--bullet govuk-!-text-break-word">{sentences.map((sentence) => <li>{sentence}</li>)}</ul>
    </>
  );
}
