import type { Words } from '../../../words/index.ts';
import type { Year } from '../../../kernel/year.ts';
import { paths } from '../paths.ts';
import type { SubmissionLine } from '../store.ts';

type AllProps = { readonly words: Words; readonly org: string; readonly year: Year; readonly lines: readonly SubmissionLine[]; readonly reopened?: boolean };

/** Every submission of a year with its hash; nothing where there is only the one that is shown. */
export function AllSubmissions({ words, org, year, lines, reopened = false }: AllProps) {
  const said = words.secondReader.earlier;
  if (lines.length < (reopened ? 1 : 2)) return null;
  return (
    <section aria-labelledby="submissions">
      <h2 class="govuk-heading-m" id="submissions">{said.heading}</h2>
      {reopened && <p class="govuk-body">{said.openAgain}</p>}
      <ul class="govuk-list govuk-list--spaced">
        {lines.map(({ number, sha256, submittedAt }) => (
          <li class="govuk-!-text-break-word">
            <a class="govuk-link" href={paths.earlier(org, year, number)}>{said.link(number, submittedAt)}</a>
            <span class="govuk-body-s"><br />{words.assessment.submission.fileHash(sha256)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
