/** A field of a record before and after an event. Hidden: its text stands beside the chain and may have been erased. */
export type FieldChange =
  | { readonly field: string; readonly is: 'open'; readonly from: unknown; readonly to: unknown }
  | { readonly field: string; readonly is: 'text'; readonly text: string }
  | { readonly field: string; readonly is: 'emptied' }
  | { readonly field: string; readonly is: 'erased' };

/** Fields that tie records together or serve the machine, and say nothing to a reader. */
const silent = /(^|_)(id|sha256)$|^retention$|^frozen/;

/** What an event's body says, for a person: the fields that mean something, in the order of their names. */
export function changesIn(body: string, texts: ReadonlyMap<string, string>): FieldChange[] {
  const parsed: unknown = JSON.parse(body);
  if (!isRecord(parsed)) return [];
  return Object.entries(parsed).filter(([field]) => !silent.test(field)).map(([field, change]) => changeOf(field, change, texts)).filter(saysSomething)
    .sort((a, b) => (a.field < b.field ? -1 : 1));
}

function changeOf(field: string, change: unknown, texts: ReadonlyMap<string, string>): FieldChange {
  if (!isRecord(change)) return { field, is: 'open', from: undefined, to: change };
  if (!Object.hasOwn(change, 'hidden')) return { field, is: 'open', from: change['from'], to: change['to'] };
  if (change['hidden'] === null) return { field, is: 'emptied' };
  const text = texts.get(field);
  return text === undefined ? { field, is: 'erased' } : { field, is: 'text', text };
}

/** A field that began empty, at "no" or at the lowest marking is no news. */
function saysSomething(change: FieldChange): boolean {
  if (change.is === 'text') return change.text !== '';
  return change.is !== 'open' || (change.from ?? null) !== null || ![null, undefined, '', false, 'OFFICIAL'].some((usual) => usual === change.to);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
