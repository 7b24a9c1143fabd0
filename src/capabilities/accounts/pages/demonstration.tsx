import { Button, Tag } from '../../../govuk/index.ts';
import { Form } from '../../../platform/form.tsx';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { paths } from '../paths.ts';
import type { DemonstrationPerson } from '../store.ts';

export function DemonstrationPage({ words, seal, to, people }: { readonly words: Words; readonly seal: FormSeal; readonly to: string; readonly people: readonly DemonstrationPerson[] }) {
  const said = words.accounts.demonstration;
  return (
    <>
      <h1 class="govuk-heading-l">{said.title}</h1>
      <p class="govuk-body">{people.length === 0 ? said.nobody : said.lead}</p>
      {[...Map.groupBy(people, ({ organisation }) => organisation)].map(([organisation, there]) => (
        <section>
          <h2 class="govuk-heading-m">{organisation}{there[0]?.invented && <> <Tag colour="yellow">{words.site.inventedTag}</Tag></>}</h2>
          {[...Map.groupBy(there, ({ email }) => email)].map(([email, roles]) => <Person words={words} seal={seal} to={to} email={email} roles={roles} />)}
        </section>
      ))}
    </>
  );
}

function Person({ words, seal, to, email, roles }: { readonly words: Words; readonly seal: FormSeal; readonly to: string; readonly email: string; readonly roles: readonly DemonstrationPerson[] }) {
  const said = words.accounts.demonstration;
  return (
    <Form action={paths.demonstrationSession} seal={seal}>
      <input type="hidden" name="to" value={to} />
      <ul class="govuk-list">
        {roles.map(({ role }) => <li><strong>{words.site.roles[role]}</strong>: {said.can[role]}</li>)}
      </ul>
      <Button name="person" value={email} variant="secondary">{said.as(roles[0]?.name ?? email)}</Button>
    </Form>
  );
}
