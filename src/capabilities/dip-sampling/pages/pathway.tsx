import { Button, ButtonLink, Input, SummaryList, Table, Textarea } from '../../../govuk/index.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import { Form } from '../../../platform/form.tsx';
import { valueOf, type Form as Fields, type FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { DayFields } from '../../organisations/index.ts';
import { paths } from '../paths.ts';
import type { Step } from '../rules.ts';
import type { PathwayEdition } from '../store.ts';

export type Filled = Fields;

/** The pathway as it is in force, and every edition before. */
export function PathwayPage({ words, org, editions, writes }: { readonly words: Words; readonly org: string; readonly editions: readonly PathwayEdition[]; readonly writes: boolean }) {
  const said = words.dipSampling.pathway;
  const [latest, ...earlier] = editions;
  return (
    <>
      <h1 class="govuk-heading-l">{said.heading}</h1>
      <p class="govuk-body">{said.intro}</p>
      {latest ? <Edition words={words} edition={latest} /> : <p class="govuk-body">{said.none}</p>}
      {writes && <ButtonLink href={paths.pathwayForm(org)} variant="secondary">{said.add}</ButtonLink>}
      {earlier.length > 0 && <h2 class="govuk-heading-l">{said.earlier}</h2>}
      {earlier.map((edition) => <Edition words={words} edition={edition} />)}
    </>
  );
}

function Edition({ words, edition: { number, inForceOn, formEdition, steps, safeguarding, complaints, changeNote } }: { readonly words: Words; readonly edition: PathwayEdition }) {
  const said = words.dipSampling.pathway;
  const broken = (text: string) => <span class="govuk-!-text-break-word">{text}</span>;
  return (
    <section>
      <h2 class="govuk-heading-m">{said.edition(number, inForceOn)}</h2>
      <Table caption={`${said.steps}, ${said.edition(number, inForceOn)}`} captionHidden narrow="stack" rows={steps} columns={[
        { title: said.step, rowHeader: true, cell: ({ step }: Step) => broken(step) }, { title: said.who, cell: ({ who }) => broken(who) }, { title: said.target, cell: ({ target_days: days }) => said.days(days) },
      ]} />
      <SummaryList rows={[
        { key: said.form, value: broken(formEdition) }, { key: said.safeguarding, value: broken(safeguarding) }, { key: said.complaints, value: broken(complaints) }, { key: said.changed, value: broken(changeNote) },
      ]} />
    </section>
  );
}

type FormProps = { readonly words: Words; readonly org: string; readonly seal: FormSeal; readonly refusals: readonly Refusal[]; readonly filled: Filled; readonly number: number; readonly offered: number };

export function PathwayForm({ words, org, seal, refusals, filled, number, offered }: FormProps) {
  const said = words.dipSampling.pathway;
  const field = (name: string) => ({ name, value: valueOf(filled, name), error: errorAt(words, refusals, name) });
  return (
    <>
      <h1 class="govuk-heading-l">{said.formTitle}</h1>
      <Form action={paths.pathway(org)} seal={seal}>
        <input type="hidden" name="number" value={String(number)} />
        <DayFields words={words} name="in_force" legend={said.inForce} form={filled} errors={refusals} />
        <Input {...field('form_edition')} label={said.formLabel} hint={said.formHint} />
        <p class="govuk-body">{said.optional}</p>
        {Array.from({ length: offered }, (_, at) => at + 1).map((one) => (
          <fieldset class="govuk-fieldset">
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{said.stepHeading(one)}</legend>
            <Input {...field(`step-${one}`)} label={said.stepLabel(one)} />
            <Input {...field(`who-${one}`)} label={said.whoLabel} width={30} />
            <Input {...field(`days-${one}`)} label={said.daysLabel} width={3} />
          </fieldset>
        ))}
        <Textarea {...field('safeguarding')} label={said.safeguardingLabel} rows={3} />
        <Textarea {...field('complaints')} label={said.complaintsLabel} rows={3} />
        <Textarea {...field('change')} label={said.changeLabel} rows={2} />
        <Button preventDoubleClick>{said.save}</Button>
      </Form>
    </>
  );
}
