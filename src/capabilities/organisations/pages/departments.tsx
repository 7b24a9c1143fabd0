import { Button, Input } from '../../../govuk/index.ts';
import type { Refusal } from '../../../kernel/outcome.ts';
import { Form } from '../../../platform/form.tsx';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { paths } from '../paths.ts';
import type { Department } from '../people-store.ts';

type DepartmentsProps = { readonly words: Words; readonly seal: FormSeal; readonly org: string; readonly departments: readonly Department[]; readonly name: string; readonly errors: readonly Refusal[] };

export function DepartmentsPage({ words, seal, org, departments, name, errors }: DepartmentsProps) {
  const said = words.organisations.department;
  return (
    <>
      <h1 class="govuk-heading-l">{said.title}</h1>
      {departments.length === 0
        ? <p class="govuk-body">{said.none}</p>
        : <ul class="govuk-list govuk-list--bullet">{departments.map((department) => <li>{department.name}</li>)}</ul>}
      <Form action={paths.departments(org)} seal={seal}>
        <Input name="name" label={said.name} value={name} error={errors[0]?.say(words)} />
        <Button>{said.add}</Button>
      </Form>
    </>
  );
}
