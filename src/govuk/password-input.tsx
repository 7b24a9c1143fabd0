import { type Common, classNames, scriptWords } from './attributes.ts';
import { Button } from './button.tsx';
import { Input, type InputProps } from './input.tsx';
import { words } from './words.ts';

export type PasswordInputWords = {
  readonly showPassword?: string | undefined;
  readonly hidePassword?: string | undefined;
  readonly showPasswordAriaLabel?: string | undefined;
  readonly hidePasswordAriaLabel?: string | undefined;
  readonly passwordShownAnnouncement?: string | undefined;
  readonly passwordHiddenAnnouncement?: string | undefined;
};

type Fixed = 'type' | 'spellcheck' | 'autocapitalize' | 'inputmode' | 'prefix' | 'suffix' | 'after' | 'wrapper';

export type PasswordInputProps = Omit<InputProps, Fixed | 'autocomplete'> & {
  readonly autocomplete?: 'current-password' | 'new-password' | undefined;
  readonly button?: Pick<Common, 'classes'> | undefined;
  readonly scriptWords?: PasswordInputWords | undefined;
};

export function PasswordInput({ scriptWords: own, button, autocomplete = 'current-password', ...input }: PasswordInputProps) {
  return (
    <Input {...input} type="password" spellcheck={false} autocapitalize="none" autocomplete={autocomplete}
      classes={classNames('govuk-password-input__input govuk-js-password-input-input', input.classes)}
      groupClasses={classNames('govuk-password-input', input.groupClasses)}
      groupAttributes={{ ...input.groupAttributes, ...scriptWords(own), 'data-module': 'govuk-password-input' }}
      wrapper={{ classes: 'govuk-password-input__wrapper' }}
      after={(
        <Button type="button" variant="secondary" hidden
          classes={classNames('govuk-password-input__toggle govuk-js-password-input-toggle', button?.classes)}
          attributes={{ 'aria-controls': input.id ?? input.name, 'aria-label': own?.showPasswordAriaLabel ?? words.showPasswordLabel }}>
          {own?.showPassword ?? words.showPassword}
        </Button>
      )} />
  );
}
