import { ButtonLink, Table, Tag } from '../../../govuk/index.ts';
import type { Words } from '../../../words/index.ts';
import type { AccountState } from '../desk.ts';
import { paths } from '../paths.ts';
import type { Person, RoleLine } from '../people-store.ts';

export type PersonLine = Person & { readonly account: AccountState | undefined; readonly roles: readonly RoleLine[] };

export type PeopleProps = { readonly words: Words; readonly org: string; readonly people: readonly PersonLine[] };

export function PeoplePage({ words, org, people }: PeopleProps) {
  const said = words.organisations.people;
  return (
    <>
      <h1 class="govuk-heading-l">{said.title}</h1>
      <div class="govuk-button-group">
        <ButtonLink href={paths.invitations(org)}>{said.invite}</ButtonLink>
        <a class="govuk-link" href={paths.departments(org)}>{said.departments}</a>
      </div>
      <Table caption={said.title} captionHidden narrow="stack" rows={people} columns={[
        { title: said.name, cell: ({ id, name }: PersonLine) => <a class="govuk-link" href={paths.person(org, id)}>{name}</a>, rowHeader: true },
        { title: said.email, cell: ({ account }) => account?.email },
        { title: said.roles, cell: ({ roles }) => <Roles words={words} roles={roles} /> },
        { title: said.standing, cell: (person) => <Standing words={words} {...person} /> },
      ]} />
    </>
  );
}

export function Standing({ words, invited, account }: Pick<PersonLine, 'invited' | 'account'> & { readonly words: Words }) {
  const said = words.organisations.people;
  if (account?.disabled) return <Tag colour="red">{said.suspended}</Tag>;
  if (invited) return <Tag colour="yellow">{said.invited}</Tag>;
  return <>{account?.demonstration ? said.example : said.active}</>;
}

function Roles({ words, roles }: { readonly words: Words; readonly roles: readonly RoleLine[] }) {
  if (roles.length === 0) return <>{words.organisations.people.noRole}</>;
  return (
    <ul class="govuk-list">
      {roles.map(({ role, department, fromDay, toDay }) => (
        <li>{words.site.roles[role]}{department === null ? '' : `, ${department}`} <span class="govuk-hint">{words.organisations.stretch(fromDay, toDay)}</span></li>
      ))}
    </ul>
  );
}
