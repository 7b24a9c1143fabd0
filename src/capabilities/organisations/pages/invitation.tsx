import { Button, Input } from '../../../govuk/index.ts';
import type { OrganisationKind } from '../../../kernel/access.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import { Form } from '../../../platform/form.tsx';
import { valueOf, type Form as SentForm, type FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { paths } from '../paths.ts';
import type { Department } from '../people-store.ts';
import { DepartmentSelect, RoleSelect } from './person.tsx';

export type InvitationProps = {
  readonly words: Words; readonly seal: FormSeal; readonly org: string; readonly kind: OrganisationKind;
  readonly departments: readonly Department[]; readonly form: SentForm; readonly errors: readonly Refusal[];
};

export function InvitationPage({ words, seal, org, kind, departments, form, errors }: InvitationProps) {
  const said = words.organisations.invitation;
  const error = (name: string) => errorAt(words, errors, name);
  return (
    <>
      <h1 class="govuk-heading-l">{said.title}</h1>
      <Form action={paths.invitations(org)} seal={seal}>
        <Input name="name" label={said.name} value={valueOf(form, 'name')} error={error('name')} />
        <Input name="email" type="email" label={said.email} hint={said.emailHint} value={valueOf(form, 'email')} spellcheck={false} error={error('email')} />
        <RoleSelect words={words} kind={kind} form={form} errors={errors} />
        <DepartmentSelect words={words} departments={departments} form={form} errors={errors} />
        <Button>{said.press}</Button>
      </Form>
    </>
  );
}
