import { Button, InsetText } from '../../../govuk/index.ts';
import { Form } from '../../../platform/form.tsx';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';

type DraftProps = { readonly words: Words; readonly seal: FormSeal; readonly url: string; readonly savedAt: Date };

/** Says that a form holds a draft and not what is saved, with the way back to that. */
export function DraftGiven({ words, seal, url, savedAt }: DraftProps) {
  const said = words.assessment.draft;
  return (
    <>
      <InsetText>{said.given(savedAt)}</InsetText>
      <Form action={url} seal={seal}>
        <input type="hidden" name="throw_away" value="yes" />
        <Button variant="secondary">{said.throwAway}</Button>
      </Form>
    </>
  );
}
