import { DateInput, Input, Radios, Tag } from '../../../govuk/index.ts';
import { markings } from '../../../kernel/marking.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import type { Day } from '../../../kernel/year.ts';
import type { Words } from '../../../words/index.ts';
import { expiryOn, type Draft } from '../rules.ts';

type FieldsProps = { readonly words: Words; readonly prefix: string; readonly draft: Draft; readonly errors: readonly Refusal[] };

/** What is said of every piece of evidence, whether file or link. */
export function DetailFields({ words, prefix, draft, errors }: FieldsProps) {
  const said = words.evidence.fields;
  const error = (field: string) => errorAt(words, errors, `${prefix}${field}`);
  return (
    <>
      <Input name={`${prefix}title`} label={said.title} hint={said.titleHint} value={draft.title} error={error('title')} />
      <Input name={`${prefix}owner`} label={said.owner} hint={said.ownerHint} value={draft.ownerRole} error={error('owner')} width={30} />
      <DateInput id={`${prefix}dated`} namePrefix={`${prefix}dated`} legend={said.dated} hint={said.datedHint} value={draft.dated} error={error('dated-day')} />
      <DateInput id={`${prefix}expires`} namePrefix={`${prefix}expires`} legend={said.expires} hint={said.expiresHint} value={draft.expires} error={error('expires-day')} />
      <Radios name={`${prefix}marking`} legend={said.marking} hint={said.markingHint} value={draft.marking} error={error('marking')} inline
        items={markings.map((marking) => ({ value: marking, text: marking }))} />
    </>
  );
}

/** When evidence expires, with a tag when that has come or is near. */
export function Expiry({ words, today, expiresOn }: { readonly words: Words; readonly today: Day; readonly expiresOn: Day | null }) {
  const said = words.evidence;
  if (expiresOn === null) return <>{said.noExpiry}</>;
  const expiry = expiryOn(today, expiresOn);
  return (
    <>
      {said.day(expiresOn)}
      {expiry === 'expired' && <>{' '}<Tag colour="red">{said.expiry.expired}</Tag></>}
      {expiry === 'soon' && <>{' '}<Tag colour="yellow">{said.expiry.soon}</Tag></>}
    </>
  );
}
