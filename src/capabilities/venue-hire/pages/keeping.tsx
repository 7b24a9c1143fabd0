import { Button, Input, InsetText, Radios, Select, Table, Tag, Textarea } from '../../../govuk/index.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import { dayOf, type Day } from '../../../kernel/year.ts';
import { Form } from '../../../platform/form.tsx';
import { valueOf, type Form as Fields, type FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { DayFields } from '../../organisations/index.ts';
import { paths } from '../paths.ts';
import { sides } from '../rules-keys.ts';
import { diligences, isInForce, relations, siteLimits, type PartnerCheck } from '../rules-sites.ts';
import type { Colleague, HolderLine, PolicyLine } from '../sites-store.ts';

type Common = { readonly words: Words; readonly org: string; readonly seal: FormSeal; readonly form: Fields; readonly refusals: readonly Refusal[]; readonly today: Day };

const fieldOf = ({ words, form, refusals }: Common) => (name: string) => ({ name, value: valueOf(form, name), error: errorAt(words, refusals, name) });

export function PoliciesPage(props: Common & { readonly policies: readonly PolicyLine[]; readonly mayAgree: boolean }) {
  const { words, org, seal, form, refusals, today, policies, mayAgree } = props;
  const said = words.venueHire.policies;
  const at = fieldOf(props);
  return (
    <>
      <h1 class="govuk-heading-l">{said.heading}</h1>
      {policies.length === 0 ? <p class="govuk-body">{said.none}</p> : (
        <Table caption={said.caption} captionHidden narrow="stack" rows={policies} columns={[
          { title: said.edition, rowHeader: true, cell: ({ title }: PolicyLine) => title },
          { title: said.force, cell: (policy) => <>{said.forceDays(policy.fromDay, policy.toDay)}{isInForce(policy, today) && <>{' '}<Tag colour="green">{said.inForce}</Tag></>}</> },
          { title: said.endorsed, cell: ({ endorsedBy, endorsedOn }) => (endorsedBy === null || endorsedOn === null ? said.notEndorsed : said.endorsedBy(endorsedBy, endorsedOn)) },
        ]} />
      )}
      {mayAgree && (
        <Form action={paths.policies(org)} seal={seal}>
          <h2 class="govuk-heading-m">{said.add}</h2>
          <Input {...at('title')} label={said.titleLabel} labelSize="s" maxlength={siteLimits.title} />
          <DayFields words={words} name="from" legend={said.from} form={form} errors={refusals} />
          <DayFields words={words} name="until" legend={said.until} form={form} errors={refusals} />
          <Input {...at('endorsed_by')} label={said.endorser} labelSize="s" hint={said.endorserHint} width={30} />
          <DayFields words={words} name="endorsed" legend={said.endorsedOn} form={form} errors={refusals} />
          <Button preventDoubleClick>{said.save}</Button>
        </Form>
      )}
    </>
  );
}

export function PartnersPage(props: Common & { readonly checks: readonly PartnerCheck[]; readonly mayWrite: boolean }) {
  const { words, org, seal, form, refusals, today, checks, mayWrite } = props;
  const said = words.venueHire.partners;
  const at = fieldOf(props);
  return (
    <>
      <h1 class="govuk-heading-l">{said.heading}</h1>
      <p class="govuk-body">{said.intro}</p>
      {checks.length === 0 ? <p class="govuk-body">{said.none}</p> : (
        <Table caption={said.caption} captionHidden narrow="stack" rows={checks} columns={[
          { title: said.partner, rowHeader: true, cell: ({ partner }: PartnerCheck) => partner },
          { title: said.relation, cell: ({ relation }) => said.relations[relation] },
          { title: said.checked, cell: ({ checkedOn }) => words.venueHire.day(checkedOn) },
          { title: said.found, cell: ({ found, said: reason }) => <>{said.founds[found]}{reason !== '' && <><br />{reason}</>}</> },
          { title: said.next, cell: (check) => <>{check.nextOn === null ? said.noNext : words.venueHire.day(check.nextOn)}{isOverdue(check, checks, today) && <>{' '}<Tag colour="red">{said.overdue}</Tag></>}</> },
        ]} />
      )}
      {mayWrite && (
        <Form action={paths.partners(org)} seal={seal}>
          <h2 class="govuk-heading-m">{said.add}</h2>
          <Input {...at('partner')} label={said.partnerLabel} labelSize="s" maxlength={siteLimits.partner} />
          <Radios {...at('relation')} legend={said.relation} legendSize="s" small inline items={relations.map((value) => ({ value, text: said.relations[value] }))} />
          <DayFields words={words} name="checked" legend={said.checked} form={form} errors={refusals} />
          <Radios {...at('found')} legend={said.found} legendSize="s" small items={diligences.map((value) => ({ value, text: said.founds[value] }))} />
          <Textarea {...at('said')} label={said.said} labelSize="s" hint={words.venueHire.never} rows={3} />
          <DayFields words={words} name="next" legend={said.nextLabel} form={form} errors={refusals} />
          <Button preventDoubleClick>{said.save}</Button>
        </Form>
      )}
    </>
  );
}

/** The next check is overdue where none of the same partner came after this one. */
function isOverdue({ partner, checkedOn, nextOn }: PartnerCheck, checks: readonly PartnerCheck[], today: Day): boolean {
  return nextOn !== null && nextOn < today && !checks.some((other) => other.partner === partner && other.checkedOn > checkedOn);
}

type HoldersProps = Common & { readonly holders: readonly HolderLine[]; readonly colleagues: readonly Colleague[]; readonly mayAgree: boolean };

export function HoldersPage(props: HoldersProps) {
  const { words, org, seal, today, holders, colleagues, mayAgree } = props;
  const { holders: said, sides: names } = words.venueHire;
  const at = fieldOf(props);
  const isLive = ({ toDay }: HolderLine) => toDay === 'infinity' || toDay > today;
  const lacking = sides.filter((side) => !holders.some((holder) => isLive(holder) && holder.side === side));
  return (
    <>
      <h1 class="govuk-heading-l">{said.heading}</h1>
      <p class="govuk-body">{said.intro}</p>
      {lacking.length > 0 && <InsetText>{said.missing(lacking.map((side) => names[side]))}</InsetText>}
      {holders.length === 0 ? <p class="govuk-body">{said.none}</p> : (
        <Table caption={said.caption} captionHidden narrow="stack" rows={holders} columns={[
          { title: said.side, rowHeader: true, cell: ({ side }: HolderLine) => names[side] },
          { title: said.person, cell: ({ person }) => person },
          { title: said.department, cell: ({ department }) => department },
          { title: said.since, cell: (holder) => <>{words.venueHire.day(holder.fromDay)} {isLive(holder) ? mayAgree && <End {...props} holder={holder} /> : said.until(dayOf(holder.toDay) ?? today)}</> },
        ]} />
      )}
      {mayAgree && (
        <Form action={paths.holders(org)} seal={seal}>
          <h2 class="govuk-heading-m">{said.add}</h2>
          <Select {...at('holder')} label={said.who} labelSize="s" hint={said.whoHint} items={[{ value: '', text: said.choose }, ...colleagues.map(({ personId, person, departmentId, department }) => ({ value: `${personId}.${departmentId}`, text: `${person}, ${department}` }))]} />
          <Radios {...at('side')} legend={said.whichSide} legendSize="s" small items={sides.map((value) => ({ value, text: names[value] }))} />
          <Button preventDoubleClick>{said.save}</Button>
        </Form>
      )}
    </>
  );
}

function End({ words, org, seal, holder: { id, version, person } }: HoldersProps & { readonly holder: HolderLine }) {
  const said = words.venueHire.holders;
  return (
    <Form action={paths.holderEnd(org, id)} seal={seal} version={version}>
      <Button variant="secondary" classes="govuk-!-margin-bottom-0" preventDoubleClick>{said.end}<span class="govuk-visually-hidden">{said.endHidden(person)}</span></Button>
    </Form>
  );
}
