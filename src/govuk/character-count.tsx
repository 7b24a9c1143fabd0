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

export type CharacterCountProps = Omit<TextareaProps, 'after'> & {
  /** Of characters as people see them, of words, or of UTF-16 units (`length`, the default). */
  readonly maxlength: number;
  readonly countType?: 'characters' | 'length' | 'words' | undefined;
  /** Per cent of the limit from which the count is shown. */
  readonly threshold?: number | undefined;
  /** `%{count}` stands for the limit. */
  readonly description?: string | undefined;
  readonly count?: Common | undefined;
  readonly scriptWords?: CharacterCountWords | undefined;
};

export function CharacterCount(props: CharacterCountProps) {
  const { maxlength, countType, threshold, description, count, scriptWords: own, ...textarea } = props;
  const infoId = `${props.id ?? props.name}-info`;
  const limit = description ?? (countType === 'words' ? words.upToWords : words.upToCharacters);
  return (
    <Textarea {...textarea} describedBy={[infoId, props.describedBy].filter(Boolean).join(' ')}
      classes={classNames('govuk-js-character-count', props.classes)}
      groupClasses={classNames('govuk-character-count', props.groupClasses)}
      groupAttributes={{
        ...props.groupAttributes, ...scriptWords(own), 'data-module': 'govuk-character-count',
        'data-maxlength': String(maxlength), 'data-threshold': threshold?.toString(), 'data-count-type': countType,
      }}
      after={(
        <Hint id={infoId} classes={classNames('govuk-character-count__message', count?.classes)}>
          {limit.replace('%{count}', String(maxlength))}
        </Hint>
      )} />
  );
}
