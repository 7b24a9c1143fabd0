import { Button, Details, Input, InsetText, SummaryList, Table, Tag } from '../../../govuk/index.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import { Form } from '../../../platform/form.tsx';
import { valueOf, type Form as Fields, type FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { frameworkPaths, type ControlArea, type StatementEdition } from '../../frameworks/index.ts';
import { DayFields } from '../../organisations/index.ts';
import { paths } from '../paths.ts';
import { stateOf, type StatementState } from '../rules-statements.ts';
import type { ControlSeen, StatementSeen } from '../statement-store.ts';
import { Press } from './forms.tsx';

type StatementProps = {
  readonly words: Words; readonly org: string; readonly seal: FormSeal; readonly form: Fields; readonly refusals: readonly Refusal[];
  readonly statement: StatementSeen; readonly edition: StatementEdition; readonly controls: readonly ControlSeen[];
  readonly may: { readonly write: boolean; readonly signOff: boolean; readonly correct: boolean };
};

export function StatementPage(props: StatementProps) {
  const { words, statement, edition, controls } = props;
  const { channel: { statement: said, day } } = words;
  const { year, number, dueOn, signedOn, signedRole, signedOffAt } = statement;
  return (
    <>
      {number > 1 && <span class="govuk-caption-l">{said.correction(number - 1)}</span>}
      <h1 class="govuk-heading-l">{said.heading(year)} <StateTag words={words} state={stateOf(statement)} /></h1>
      <SummaryList rows={[
        { key: said.edition, value: <a class="govuk-link" href={frameworkPaths.edition(edition.short_name)}>{edition.title.en}</a> },
        { key: said.due, value: dueOn === null ? said.noDue : day(dueOn) },
        { key: said.signed, value: signedOn === null || signedRole === null ? said.notSigned : said.signedBy(signedRole, signedOn), valueClasses: 'govuk-!-text-break-word' },
        { key: said.signedOff, value: signedOffAt === null ? said.notSignedOff : said.signedOffOn(signedOffAt) },
        { key: said.answered, value: said.answeredOf(controls.length, edition.areas.length) },
      ]} />
      <InsetText>{edition.source.note}</InsetText>
      <Areas {...props} />
      <Next {...props} />
    </>
  );
}

export function StateTag({ words, state }: { readonly words: Words; readonly state: StatementState }) {
  return <Tag colour={state === 'open' ? 'blue' : state === 'signed' ? 'yellow' : 'green'}>{words.channel.statement.states[state]}</Tag>;
}

function Areas({ words, org, statement, edition, controls, may }: StatementProps) {
  const said = words.channel.statement;
  const of = ({ code }: ControlArea) => controls.find(({ areaCode }) => areaCode === code);
  const extent = (code: string) => edition.scale.levels.find((level) => level.code === code)?.label.en ?? code;
  const mayState = may.write && statement.signedOn === null;
  return (
    <Table caption={said.areas} captionSize="m" narrow="stack" rows={edition.areas} columns={[
      { title: said.areaColumn, rowHeader: true, cell: (area: ControlArea) => <>{said.area.heading(area.number, area.title.en)}<br /><span class="govuk-!-font-weight-regular">{area.standard.en}</span></> },
      { title: said.extent, cell: (area) => { const control = of(area); return control ? extent(control.extentCode) : said.nothing; } },
      { title: said.reason, cell: (area) => <span class="govuk-!-text-break-word">{of(area)?.reason}</span> },
      { title: said.lookedAt, cell: (area) => <LookedAt area={area} codes={of(area)?.options ?? []} /> },
      ...(mayState ? [{ title: said.change, cell: (area: ControlArea) => <a class="govuk-link" href={paths.area(org, statement.id, area.code)}>{of(area) ? said.change : said.state}<span class="govuk-visually-hidden">{said.about(area.title.en)}</span></a> }] : []),
    ]} />
  );
}

function LookedAt({ area, codes }: { readonly area: ControlArea; readonly codes: readonly string[] }) {
  if (codes.length === 0) return null;
  return <ul class="govuk-list govuk-list--bullet govuk-!-margin-bottom-0">{area.options.filter(({ code }) => codes.includes(code)).map(({ text }) => <li>{text.en}</li>)}</ul>;
}

/** What can be done with the statement as it stands. */
function Next(props: StatementProps) {
  const { words, org, seal, refusals, statement: { id, version, signedOn, signedOffAt }, edition, controls, may } = props;
  const said = words.channel.statement;
  const error = errorAt(words, refusals, 'sign_off');
  if (signedOn === null) {
    return may.write ? (
      <>
        {controls.length < edition.areas.length ? <p class="govuk-body">{said.beforeSigning}</p> : <SignatureForm {...props} />}
        <Press action={paths.statementRemoval(org, id)} seal={seal} version={version} text={said.remove} hidden="" />
      </>
    ) : null;
  }
  return (
    <div id="sign_off">
      {error !== undefined && <p class="govuk-error-message">{error}</p>}
      {signedOffAt === null && <p class="govuk-body">{said.waits}</p>}
      {signedOffAt === null && may.signOff && <Form action={paths.signOff(org, id)} seal={seal} version={version}><Button preventDoubleClick>{said.signOff}</Button></Form>}
      {may.correct && <><p class="govuk-body">{said.stands}</p><Press action={paths.correction(org, id)} seal={seal} version={version} text={said.correct} hidden="" /></>}
    </div>
  );
}

function SignatureForm({ words, org, seal, form, refusals, statement: { id, version } }: StatementProps) {
  const said = words.channel.statement.sign;
  return (
    <Details summary={said.open} open={refusals.length > 0}>
      <Form action={paths.signature(org, id)} seal={seal} version={version}>
        <p class="govuk-body">{said.hint}</p>
        <Input name="signed_role" label={said.roleLabel} labelSize="s" hint={words.channel.chairs.roleHint} value={valueOf(form, 'signed_role')} error={errorAt(words, refusals, 'signed_role')} />
        <DayFields words={words} name="signed" legend={said.dayLabel} form={form} errors={refusals} />
        <Button preventDoubleClick>{said.save}</Button>
      </Form>
    </Details>
  );
}
