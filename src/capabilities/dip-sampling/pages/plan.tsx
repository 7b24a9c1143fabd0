import { Button, Checkboxes, Input, Select, Textarea } from '../../../govuk/index.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import { Form } from '../../../platform/form.tsx';
import { valueOf, type Form as Fields, type FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { DayFields } from '../../organisations/index.ts';
import type { Question } from '../bank.ts';
import { paths } from '../paths.ts';
import { seats, type Seat } from '../rules.ts';

export type Filled = Fields & { readonly questions: readonly string[] };
type Choice = { readonly value: string; readonly text: string };

type PlanProps = {
  readonly words: Words; readonly org: string; readonly seal: FormSeal; readonly exercise: { readonly id: string; readonly version: number } | undefined; readonly refusals: readonly Refusal[]; readonly filled: Filled;
  readonly bodies: readonly Choice[]; readonly earlier: readonly Choice[]; readonly questions: readonly Question[]; readonly bank: string;
};

/** A new exercise, or one that is not frozen yet. */
export function PlanForm(props: PlanProps) {
  const { words, org, seal, exercise, refusals, filled, bodies, earlier, questions, bank } = props;
  const said = words.dipSampling.plan;
  const field = (name: string) => ({ name, value: valueOf(filled, name), error: errorAt(words, refusals, name) });
  return (
    <>
      <h1 class="govuk-heading-l">{exercise ? said.changeHeading : said.heading}</h1>
      <p class="govuk-body">{said.intro}</p>
      <Form action={exercise ? paths.details(org, exercise.id) : paths.list(org)} seal={seal} version={exercise?.version}>
        <Select {...field('panel')} label={said.panel} items={[{ value: '', text: said.choose }, ...bodies]} />
        <DayFields words={words} name="from" legend={said.from} form={filled} errors={refusals} />
        <DayFields words={words} name="to" legend={said.to} form={filled} errors={refusals} />
        <Input {...field('list')} label={said.list} hint={said.listHint} />
        <Input {...field('order')} label={said.order} hint={said.orderHint} />
        <Input {...field('custodian')} label={said.custodian} hint={said.roleHint} width={30} />
        <Textarea {...field('exclusions')} label={said.exclusions} hint={said.exclusionsHint} rows={2} />
        <Input {...field('population')} label={said.population} hint={said.populationHint} width={5} />
        <Input {...field('police_count')} label={said.policeCount} hint={said.policeCountHint} width={5} />
        <Input {...field('sample')} label={said.sample} hint={said.sampleHint} width={5} />
        <Checkboxes name="questions" legend={said.questions} legendSize="s" hint={said.bank(bank)} small values={[...filled.questions]} error={errorAt(words, refusals, 'questions')} items={questions.map(({ code, text }) => ({ value: code, text }))} />
        {seats.map((seat) => <ReviewerFields {...props} seat={seat} />)}
        {earlier.length > 0 && <Select {...field('repeats')} label={said.repeats} items={[{ value: '', text: said.no }, ...earlier]} />}
        {earlier.length > 0 && <Textarea {...field('repeat_reason')} label={said.repeatReason} hint={said.repeatHint} rows={2} />}
        <Button preventDoubleClick>{exercise ? said.save : said.add}</Button>
      </Form>
    </>
  );
}

function ReviewerFields({ words, refusals, filled, bodies, seat }: PlanProps & { readonly seat: Seat }) {
  const said = words.dipSampling.plan;
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{said[seat]}</legend>
      <Select name={`${seat}_body`} label={said.body} hint={said.bodyHint} value={valueOf(filled, `${seat}_body`)} error={errorAt(words, refusals, `${seat}_body`)} items={[{ value: '', text: said.choose }, ...bodies]} />
      <Input name={`${seat}_role`} label={said.role} hint={said.roleHint} width={30} value={valueOf(filled, `${seat}_role`)} error={errorAt(words, refusals, `${seat}_role`)} />
    </fieldset>
  );
}
