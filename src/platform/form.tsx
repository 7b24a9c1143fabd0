import type { ComponentChildren } from 'preact';
import type { FormSeal } from './route.ts';

type FormProps = {
  readonly action: string;
  readonly seal: FormSeal;
  /** The version of the record that the form shows: a save over a newer one is refused. */
  readonly version?: number | undefined;
  /** Where a script saves what is typed, before it is sent (src/govuk/assets/enhance.js). */
  readonly draft?: string | undefined;
  readonly upload?: boolean | undefined;
  readonly class?: string | undefined;
  readonly children: ComponentChildren;
};

/** A form that changes something: it carries the proof of its session and the key that lets it work once only. */
export function Form({ action, seal, version, draft, upload, class: className, children }: FormProps) {
  return (
    <form method="post" action={action} class={className} data-draft={draft} novalidate {...(upload ? { encType: 'multipart/form-data' } : {})}>
      <input type="hidden" name="csrf" value={seal.csrf} />
      <input type="hidden" name="request_key" value={seal.requestKey} />
      {version !== undefined && <input type="hidden" name="version" value={String(version)} />}
      {children}
      {draft !== undefined && <p class="govuk-hint" role="status" data-draft-status></p>}
    </form>
  );
}
