import type { Id } from '../../kernel/id.ts';
import { accept, refuse, type Outcome } from '../../kernel/outcome.ts';
import type { FileStore, ReceivedFile } from '../../platform/files.ts';
import type { MemberVisit } from '../../platform/route.ts';
import { keptAs } from './content.ts';
import { draftFrom } from './drafts.ts';
import { detailsOf, fileNameOf } from './rules.ts';
import { sampleOf } from './sample.ts';
import { addFile } from './store.ts';

/** The name of a file that is a Word document, or a template of one; the same checks as for evidence say what else it is. */
export async function wordFileName(received: ReceivedFile, field: string): Promise<Outcome<string>> {
  const name = fileNameOf(received.fileName, field);
  if (!name.accepted) return name;
  const kept = keptAs(name.value.replace(/\.dotx$/i, '.docx'), await sampleOf(received), field);
  return kept.accepted ? name : kept;
}

/** Takes the file of a form into the body's evidence: the field `file`, and the details with `file-` before each name. */
export async function takeFile({ tx, organisation, form, files, today, newId }: MemberVisit, store: FileStore): Promise<Outcome<Id>> {
  const details = detailsOf(draftFrom(form, 'file-'), today, 'file-');
  const received = files['file'];
  const name = fileNameOf(received?.fileName ?? '', 'file');
  const kept = received && name.accepted ? keptAs(name.value, await sampleOf(received), 'file') : undefined;
  if (details.accepted && received && name.accepted && kept?.accepted) {
    const id = newId();
    await addFile(tx, store, { ...details.value, orgId: organisation.id, id, received, fileName: name.value, mediaType: kept.value.mediaType });
    return accept(id);
  }
  return refuse(...[name, kept, details].flatMap((outcome) => (outcome && !outcome.accepted ? outcome.refusals : [])));
}
