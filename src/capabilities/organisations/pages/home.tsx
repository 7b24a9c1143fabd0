import type { Organisation, Role } from '../../../kernel/access.ts';
import { InsetText, Tag } from '../../../govuk/index.ts';
import type { Words } from '../../../words/index.ts';
import type { Step } from '../desk.ts';
import { paths } from '../paths.ts';

export type HomeEntry = { readonly organisation: Organisation; readonly roles: readonly Role[]; readonly next: Step | undefined; readonly tasks: readonly Step[]; readonly shared: readonly Step[]; readonly opened: readonly Organisation[] };

export function HomePage({ words, entries }: { readonly words: Words; readonly entries: readonly HomeEntry[] }) {
  const said = words.organisations.home;
  return (
    <>
      <h1 class="govuk-heading-l">{said.title}</h1>
      {entries.length === 0 && <p class="govuk-body">{said.none}</p>}
      {entries.map((entry) => <Entry words={words} {...entry} />)}
    </>
  );
}

function Entry({ words, organisation, roles, next, tasks, shared, opened }: HomeEntry & { readonly words: Words }) {
  const said = words.organisations.home;
  const isAdviser = roles.includes('adviser');
  return (
    <section>
      <h2 class="govuk-heading-m"><a class="govuk-link" href={paths.organisation(organisation.shortName)}>{organisation.name}</a>{organisation.invented && <> <Tag colour="yellow">{words.site.inventedTag}</Tag></>}</h2>
      <p class="govuk-body">{roles.map((role) => words.site.roles[role]).join(', ')}</p>
      {next && <InsetText>{said.next}: <a class="govuk-link" href={next.href}>{next.text(words)}</a></InsetText>}
      <Steps words={words} heading={said.tasks} steps={tasks} />
      <Steps words={words} heading={said.shared} steps={shared} />
      {isAdviser && <h3 class="govuk-heading-s">{said.opened}</h3>}
      {isAdviser && opened.length === 0 && <p class="govuk-body">{said.nothingOpened}</p>}
      {opened.length > 0 && <ul class="govuk-list govuk-list--bullet">{opened.map((body) => <li><a class="govuk-link" href={paths.organisation(body.shortName)}>{body.name}</a></li>)}</ul>}
    </section>
  );
}

function Steps({ words, heading, steps }: { readonly words: Words; readonly heading: string; readonly steps: readonly Step[] }) {
  return steps.length === 0 ? null : (
    <>
      <h3 class="govuk-heading-s">{heading}</h3>
      <ul class="govuk-list govuk-list--bullet">{steps.map(({ href, text }) => <li><a class="govuk-link" href={href}>{text(words)}</a></li>)}</ul>
    </>
  );
}
