import { Button, Input, Radios, Select, Table, Textarea, WarningText } from '../../../govuk/index.ts';
import type { Organisation } from '../../../kernel/access.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import type { Day } from '../../../kernel/year.ts';
import { Form } from '../../../platform/form.tsx';
import { valueOf, type Form as Sent, type FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { DayFields, type PartGrant } from '../../organisations/index.ts';
import type { OpenedPart } from '../part.tsx';
import { paths } from '../paths.ts';

export type PartnersProps = {
  readonly words: Words; readonly opened: OpenedPart; readonly today: Day; readonly grants: readonly PartGrant[]; readonly bodies: readonly Organisation[];
  /** Partners for whom somebody may be asked to begin. */
  readonly withoutPeople: ReadonlySet<string>;
  readonly seal: FormSeal; readonly sent: Sent; readonly errors: readonly Refusal[]; readonly changed: boolean;
  /** The grant whose invitation was refused, where one was. */
  readonly invited: string | undefined;
};

/** To whom a benchmark or an indicator is open, and the form that opens it. */
export function PartnersPage(props: PartnersProps) {
  const { words, opened: { org, year, code, title }, today, grants, seal, changed } = props;
  const said = words.together.partners;
  return (
    <>
      <span class="govuk-caption-l">{title}</span>
      <h1 class="govuk-heading-l">{said.title(code)}</h1>
      <p class="govuk-body">{said.sentence}</p>
      {changed && <WarningText>{said.changed}</WarningText>}
      {grants.length === 0 ? <p class="govuk-body">{said.none}</p> : (
        <Table caption={said.caption} narrow="stack" rows={grants} columns={[
          { title: said.partner, rowHeader: true, cell: ({ grantee }) => grantee },
          { title: said.may, cell: ({ mayWrite }) => (mayWrite ? said.writes : said.reads) },
          { title: said.reason, cell: ({ reason }) => <span class="govuk-!-text-break-word">{reason}</span> },
          { title: said.from, cell: ({ fromDay }) => words.together.cover.day(fromDay) },
          { title: said.until, cell: ({ id, version, toDay, grantee }) => (
            <>
              {toDay === 'infinity' ? said.noEnd : words.together.cover.day(toDay)}
              {toDay > today && <Form action={paths.partnerEnd(org, year, code, id)} seal={seal} version={version}><Button variant="secondary" classes="govuk-!-margin-bottom-0">{said.end}<span class="govuk-visually-hidden">{said.endFor(grantee)}</span></Button></Form>}
            </>
          ) },
        ]} />
      )}
      {uniquePartners(props).map((grant) => <InviteForm {...props} grant={grant} />)}
      <OpenForm {...props} />
    </>
  );
}

/** Each partner without people once, by the latest grant that still holds. */
function uniquePartners({ grants, withoutPeople, today }: PartnersProps): readonly PartGrant[] {
  const standing = grants.filter(({ granteeId, toDay }) => withoutPeople.has(granteeId) && toDay > today);
  return [...new Map(standing.map((grant) => [grant.granteeId, grant])).values()];
}

function InviteForm({ words, opened: { org, year, code }, seal, sent, errors, invited, grant }: PartnersProps & { readonly grant: PartGrant }) {
  const [said, asked] = [words.together.partners, invited === grant.id];
  const field = (name: string) => ({ name, id: asked ? name : `${name}-${grant.id}`, value: asked ? valueOf(sent, name) : '', error: asked ? errorAt(words, errors, name) : undefined });
  return (
    <>
      <h2 class="govuk-heading-m">{said.inviteHeading(grant.grantee)}</h2>
      <p class="govuk-body">{said.inviteWhy(grant.grantee)}</p>
      <Form action={paths.partnerInvitation(org, year, code, grant.id)} seal={seal}>
        <Input {...field('name')} label={words.organisations.invitation.name} autocomplete="off" />
        <Input {...field('email')} type="email" label={words.organisations.invitation.email} hint={words.organisations.invitation.emailHint} autocomplete="off" />
        <Button variant="secondary" preventDoubleClick>{words.organisations.invitation.press}</Button>
      </Form>
    </>
  );
}

function OpenForm({ words, opened: { org, year, code }, bodies, seal, sent, errors }: PartnersProps) {
  const said = words.together.partners;
  return (
    <>
      <h2 class="govuk-heading-m">{said.addHeading}</h2>
      <Form action={paths.partners(org, year, code)} seal={seal}>
        <Select name="partner" label={said.partner} hint={said.notListed} value={valueOf(sent, 'partner')} error={errorAt(words, errors, 'partner')}
          items={[{ value: '', text: said.choose }, ...bodies.map(({ id, name }) => ({ value: id, text: name }))]} />
        <Radios name="may" legend={said.mayLegend} legendSize="s" value={valueOf(sent, 'may')} error={errorAt(words, errors, 'may')} items={[{ value: 'read', text: said.reads }, { value: 'write', text: said.writes }]} />
        <Textarea name="reason" label={said.reason} rows={2} value={valueOf(sent, 'reason')} error={errorAt(words, errors, 'reason')} />
        <DayFields words={words} name="from" legend={said.fromLegend} form={sent} errors={errors} />
        <DayFields words={words} name="until" legend={said.untilLegend} form={sent} errors={errors} />
        <Button preventDoubleClick>{said.add}</Button>
      </Form>
    </>
  );
}
