import { Button } from '../../govuk/index.ts';
import { Form } from '../../platform/form.tsx';
import { page, redirect, routes, type Answer, type OpenVisit, type Route } from '../../platform/route.ts';
import { accountPaths } from '../accounts/index.ts';
import { organisationPaths } from '../organisations/index.ts';
import { access } from './access.ts';

export function aboutRoutes(demonstration: boolean): readonly Route[] {
  return routes({ method: 'GET', path: '/', access: access.everyone, handle: (visit: OpenVisit) => showFirst(visit, demonstration) });
}

async function showFirst({ words, seal, visitor }: OpenVisit, demonstration: boolean): Promise<Answer> {
  if (visitor) return redirect(organisationPaths.home);
  const said = words.about;
  return page(said.title, (
    <>
      <h1 class="govuk-heading-xl">{said.title}</h1>
      {said.sentences.map((sentence) => <p class="govuk-body-l">{sentence}</p>)}
      {demonstration && (
        <Form action={accountPaths.demonstrationSession} seal={seal}>
          <input type="hidden" name="to" value="/organisations/leicestershire/assessments/2025-26" />
          <Button name="person" value="lead@leicestershire.example">{said.openLeicestershire}</Button>
        </Form>
      )}
      {demonstration && <p class="govuk-body"><a class="govuk-link" href={accountPaths.demonstration}>{said.otherPeople}</a></p>}
    </>
  ));
}
