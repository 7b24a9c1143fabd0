import { Button, Input, Radios, Table } from '../../../govuk/index.ts';
import { markings } from '../../../kernel/marking.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import { Form } from '../../../platform/form.tsx';
import { valueOf, type Form as Fields, type FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { DayFields } from '../../organisations/index.ts';
import { paths } from '../paths.ts';
import type { Profile } from '../rules-events.ts';

type ProfilesProps = { readonly words: Words; readonly org: string; readonly seal: FormSeal; readonly form: Fields; readonly refusals: readonly Refusal[]; readonly profiles: readonly Profile[]; readonly mayWrite: boolean };

export function ProfilesPage(props: ProfilesProps) {
  const { words, profiles, mayWrite } = props;
  const said = words.riskLog.profiles;
  return (
    <>
      <h1 class="govuk-heading-l">{said.heading}</h1>
      <p class="govuk-body">{said.intro}</p>
      {profiles.length === 0 ? <p class="govuk-body">{said.none}</p> : (
        <Table caption={said.caption} captionHidden narrow="stack" rows={profiles} columns={[
          { title: said.edition, rowHeader: true, cell: ({ editionLabel }: Profile) => <span class="govuk-!-text-break-word">{editionLabel}</span> },
          { title: said.marking, cell: ({ marking }) => marking },
          { title: said.dated, cell: ({ datedOn }) => words.riskLog.day(datedOn) },
          { title: said.briefed, cell: ({ briefedOn }) => words.riskLog.day(briefedOn) },
          { title: said.roles, cell: ({ briefedRoles }) => <span class="govuk-!-text-break-word">{briefedRoles}</span> },
        ]} />
      )}
      {mayWrite && <NewProfile {...props} />}
    </>
  );
}

function NewProfile({ words, org, seal, form, refusals }: ProfilesProps) {
  const said = words.riskLog.profiles;
  const error = (field: string) => errorAt(words, refusals, field);
  return (
    <Form action={paths.profiles(org)} seal={seal}>
      <h2 class="govuk-heading-m">{said.add}</h2>
      <Input name="edition" label={said.editionLabel} labelSize="s" hint={said.editionHint} width={20} value={valueOf(form, 'edition')} error={error('edition')} />
      <DayFields words={words} name="dated" legend={said.datedLabel} form={form} errors={refusals} />
      <DayFields words={words} name="briefed" legend={said.briefedLabel} form={form} errors={refusals} />
      <Input name="roles" label={said.rolesLabel} labelSize="s" hint={said.rolesHint} value={valueOf(form, 'roles')} error={error('roles')} />
      <Radios name="marking" legend={said.marking} legendSize="s" inline small value={valueOf(form, 'marking')} error={error('marking')} items={markings.map((marking) => ({ value: marking, text: marking }))} />
      <Button preventDoubleClick>{said.save}</Button>
    </Form>
  );
}
