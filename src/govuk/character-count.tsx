import { type Common, classNames, scriptWords } from './attributes.ts';
import { Hint } from './hint.tsx';
import { Textarea, type TextareaProps } from './textarea.tsx';
import { words } from './words.ts';

type Plural = { readonly one: string; readonly other: string };

/** What the script says as people type; English in the script itself where left out. */
export type CharacterCountWords = {
  readonly charactersUnderLimit?: Plural | undefined;
  readonly charactersAtLimit?: string | undefined;
  readonly charactersOverLimit?: Plural | undefined;
  readonly wordsUnderLimit?: Plural | undefined;
  readonly wordsAtLimit?: string | undefined;
  readonly wordsOverLimit?: Plural | undefined;
};

type Limit = { readonly maxlength: number; readonly maxwords?: never } | { readonly maxwords: number; readonly maxlength?: never };

export type CharacterCountProps = Omit<TextareaProps, 'after'> & Limit & {
  /** How characters are counted; words where `maxwords` is given. */
  readonly countType?: 'characters' | 'code-units' | 'words' | undefined;
  /** Per cent of the limit from which the count is shown. */
  readonly threshold?: number | undefined;
  /** `%{count}` stands for the limit. */
  readonly description?: string | undefined;
  readonly count?: Common | undefined;
  readonly scriptWords?: CharacterCountWords | undefined;
};

export function CharacterCount(props: CharacterCountProps) {
  const { maxlength, maxwords, threshold, count, ...textarea } = props;
  const infoId = `${props.id ?? props.name}-info`;
  const countType = props.countType ?? (maxwords ? 'words' : undefined);
  const description = props.description ?? (countType === 'words' ? words.upToWords : words.upToCharacters);
  return (
    <Textarea {...textarea} describedBy={[infoId, props.describedBy].filter(Boolean).join(' ')}
      classes={classNames('govuk-js-character-count', props.classes)}
      groupClasses={classNames('govuk-character-count', props.groupClasses)}
      groupAttributes={{
        ...props.groupAttributes, ...scriptWords(props.scriptWords), 'data-module': 'govuk-character-count',
        'data-maxlength': maxlength?.toString(), 'data-maxwords': maxwords?.toString(), 'data-threshold': threshold?.toString(),
        'data-count-type': countType,
      }}
      after={(
        <Hint id={infoId} classes={classNames('govuk-character-count__message', count?.classes)}>
          {description.replace('%{count}', String(maxwords ?? maxlength))}
        </Hint>
      )} />
  );
}
