import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { addFile, addLink } from '../capabilities/evidence/index.ts';
import { newId } from '../kernel/id.ts';
import type { ExampleEvidence } from './example.ts';
import { found, type Loading } from './loading.ts';

const mediaTypes: Readonly<Record<string, string>> = { '.txt': 'text/plain', '.csv': 'text/csv', '.pdf': 'application/pdf' };

/** Adds a piece of evidence as its body's first person of the example. */
export async function loadEvidence(loading: Loading, { code, organisation, title, owner_role, marking, dated_on, expires_on, url, file, text }: ExampleEvidence): Promise<void> {
  const { database, files, today, organisations, evidence, people } = loading;
  const { id: orgId } = found(organisations.get(organisation), organisation);
  const personId = found([...people.values()].find((person) => person.orgId === orgId), organisation).personId;
  const details = { orgId, id: newId(), title, ownerRole: owner_role, marking, datedOn: dated_on ?? null, expiresOn: expires_on ?? null };
  evidence.set(code, { id: details.id, datedOn: details.datedOn });
  await database.within({ is: 'own', orgId, personId, day: today }, async (tx) => {
    if (url !== undefined) return addLink(tx, { ...details, url });
    const fileName = file ?? `${code}.txt`;
    const content = text === undefined ? readFileSync(new URL(fileName, loading.folder)) : Buffer.from(text);
    const received = await files.receive(Readable.from([content]), fileName);
    return addFile(tx, files, { ...details, received, fileName, mediaType: found(mediaTypes[extname(fileName)], fileName) });
  });
}
