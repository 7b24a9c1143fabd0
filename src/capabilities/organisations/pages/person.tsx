import { Button, Details, Select, SummaryList, Table } from '../../../govuk/index.ts';
import type { OrganisationKind } from '../../../kernel/access.ts';
import type { Id } from '../../../kernel/id.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import type { Day } from '../../../kernel/year.ts';
import { Form } from '../../../platform/form.tsx';
import { valueOf, type Form as SentForm, type FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { HistoryLink } from '../../history/index.ts';
import { paths } from '../paths.ts';
import type { Department, RoleLine } from '../people-store.ts';
import { rolesAt } from '../rules.ts';
import { DayFields } from './day-fields.tsx';
import { Standing, type PersonLine } from './people.tsx';

export type PersonProps = {
  readonly words: Words;
  readonly seal: FormSeal;
  readonly org: string;
  readonly orgId: Id;
  readonly kind: OrganisationKind;
  readonly today: Day;
  readonly person: PersonLine;
  readonly departments: readonly Department[];
  /** The account's own body, when it is another. */
  readonly homeElsewhere: string | undefined;
  /** What was sent and refused: about ending one role, or about giving one. */
  readonly sent?: { readonly form: SentForm; readonly ending?: Id; readonly errors: readonly Refusal[] };
  readonly conflict?: string;
  readonly history: string | undefined;
};

export function PersonPage(props: PersonProps) {
  const { words, person, today, conflict, homeElsewhere } = props;
  const said = words.organisations;
  const current = person.roles.filter(({ toDay }) => toDay > today);
  return (
    <>
      <h1 class="govuk-heading-l">{said.person.title(person.name)}</h1>
      {conflict !== undefined && <div class="govuk-inset-text"><p class="govuk-body">{said.person.conflict}</p><p class="govuk-body">{conflict}</p></div>}
      <SummaryList rows={[
        { key: said.people.email, value: person.account?.email },
        { key: said.people.standing, value: <Standing words={words} {...person} /> },
        homeElsewhere !== undefined && { key: '', value: said.people.homeOf(homeElsewhere) },
      ]} />
      <Table caption={said.person.roles} captionSize="m" narrow="stack" rows={person.roles} columns={[
        { title: said.person.role, cell: ({ role }: RoleLine) => words.site.roles[role], rowHeader: true },
        { title: said.person.department, cell: ({ department }) => department ?? said.person.noDepartment },
        { title: said.person.when, cell: ({ fromDay, toDay }) => said.stretch(fromDay, toDay) },
      ]} />
      {current.map((role) => <EndRole {...props} role={role} />)}
      <GiveRole {...props} />
      <HandOver {...props} />
      <HistoryLink words={words} href={props.history} />
    </>
  );
}

function EndRole({ words, seal, org, person, today, role, sent }: PersonProps & { readonly role: RoleLine }) {
  const said = words.organisations.person;
  const refused = sent?.ending === role.id ? sent : undefined;
  return (
    <Details summary={said.endTitle(words.site.roles[role.role])} open={refused !== undefined}>
      <Form action={paths.roleEnd(org, person.id, role.id)} seal={seal} version={role.version}>
        <DayFields words={words} name="end" legend={said.endDay} form={refused?.form ?? {}} default={role.fromDay > today ? undefined : today} errors={refused?.errors ?? []} />
        <Button variant="warning">{said.end}</Button>
      </Form>
    </Details>
  );
}

function GiveRole({ words, seal, org, kind, person, departments, today, sent }: PersonProps) {
  const said = words.organisations.person;
  const { form, errors } = sent && sent.ending === undefined ? sent : { form: {}, errors: [] };
  return (
    <>
      <h2 class="govuk-heading-m">{said.giveTitle}</h2>
      <Form action={paths.roles(org, person.id)} seal={seal}>
        <RoleSelect words={words} kind={kind} form={form} errors={errors} />
        <DepartmentSelect words={words} departments={departments} form={form} errors={errors} />
        <DayFields words={words} name="from" legend={said.fromDay} form={form} default={today} errors={errors} />
        <Button variant="secondary">{said.give}</Button>
      </Form>
    </>
  );
}

type FieldsProps = { readonly words: Words; readonly form: SentForm; readonly errors: readonly Refusal[] };

export function RoleSelect({ words, kind, form, errors }: FieldsProps & { readonly kind: OrganisationKind }) {
  const said = words.organisations;
  return (
    <Select name="role" label={said.person.role} value={valueOf(form, 'role')} error={errorAt(words, errors, 'role')}
      items={[{ value: '', text: said.opened.choose }, ...rolesAt(kind).map((role) => ({ value: role, text: words.site.roles[role] }))]} />
  );
}

export function DepartmentSelect({ words, departments, form, errors }: FieldsProps & { readonly departments: readonly Department[] }) {
  const said = words.organisations.person;
  return (
    <Select name="department" label={said.department} value={valueOf(form, 'department')} error={errorAt(words, errors, 'department')}
      items={[{ value: '', text: said.noDepartment }, ...departments.map(({ id, name }) => ({ value: id, text: name }))]} />
  );
}

function HandOver({ words, seal, org, person, homeElsewhere }: PersonProps) {
  const said = words.organisations.person;
  if (person.account?.demonstration || person.account?.disabled) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{said.linkTitle}</h2>
      {!person.invited && homeElsewhere !== undefined
        ? <p class="govuk-body">{said.notOurs}</p>
        : (
          <Form action={paths.links(org, person.id)} seal={seal}>
            <p class="govuk-body">{person.invited ? said.invitationHint : said.resetHint}</p>
            <Button variant="secondary">{person.invited ? said.newInvitation : said.newReset}</Button>
          </Form>
        )}
    </>
  );
}
