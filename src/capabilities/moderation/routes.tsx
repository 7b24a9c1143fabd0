import { routes, type Route } from '../../platform/route.ts';
import { access } from './access.ts';
import { bundleWriter } from './bundle.tsx';
import { check, publish, showCheck, showPublication } from './closing.tsx';
import type { StatementKind } from './findings.ts';
import { letterHandlers, type LetterOptions } from './letter.tsx';
import { patterns } from './paths.ts';
import { showAdvising, showFindings } from './reading.tsx';
import { reply, share, showReply, showSharing } from './sharing.tsx';
import { statementHandlers } from './statements.tsx';
import { noteVisit, shareNote, showVisits } from './visits.tsx';
import { letterWriter } from './writing-letter.tsx';
import { beginRecording, saveOutcome, showOutcome } from './outcomes.tsx';

/** What the site hands in: the store of files, for a letter that is attached. */
export type ModerationOptions = LetterOptions & { readonly demonstration: boolean };

export function moderationRoutes(options: ModerationOptions): readonly Route[] {
  const letter = letterHandlers(options);
  return [
    ...routes(
      { method: 'GET', path: patterns.findings, access: access.read, handle: showFindings },
      { method: 'POST', path: patterns.findings, access: access.record, handle: beginRecording },
      { method: 'GET', path: patterns.letter, access: access.transcribe, handle: letter.show },
      { method: 'POST', path: patterns.letter, access: access.transcribe, handle: letter.choose },
      { method: 'POST', path: patterns.letterFile, access: access.transcribe, upload: true, handle: letter.attach },
      { method: 'GET', path: patterns.outcome, access: access.write, handle: showOutcome },
      { method: 'POST', path: patterns.outcome, access: access.write, handle: saveOutcome },
      { method: 'GET', path: patterns.check, access: access.check, handle: showCheck },
      { method: 'POST', path: patterns.check, access: access.check, handle: check },
      { method: 'GET', path: patterns.writtenLetter, access: access.writtenLetter, handle: letterWriter(options) },
      { method: 'GET', path: patterns.bundle, access: access.bundle, handle: bundleWriter(options) },
      { method: 'GET', path: patterns.visits, access: access.visits, handle: showVisits },
      { method: 'POST', path: patterns.visits, access: access.note, handle: noteVisit },
      { method: 'POST', path: patterns.visitSharing, access: access.note, handle: shareNote },
      { method: 'GET', path: patterns.sharing, access: access.share, handle: showSharing },
      { method: 'POST', path: patterns.sharing, access: access.share, handle: share },
      { method: 'GET', path: patterns.reply, access: access.reply, handle: showReply },
      { method: 'POST', path: patterns.reply, access: access.reply, handle: reply },
      { method: 'GET', path: patterns.publication, access: access.publish, handle: showPublication },
      { method: 'POST', path: patterns.publication, access: access.publish, handle: publish },
      { method: 'GET', path: patterns.advising, access: access.advise, handle: showAdvising },
    ),
    ...statementRoutes('strength'),
    ...statementRoutes('recommendation'),
  ];
}

function statementRoutes(kind: StatementKind): readonly Route[] {
  const { show, add, showOne, change, remove } = statementHandlers(kind);
  return routes(
    { method: 'GET', path: patterns.statements(kind), access: access.write, handle: show },
    { method: 'POST', path: patterns.statements(kind), access: access.write, handle: add },
    { method: 'GET', path: patterns.statement(kind), access: access.write, handle: showOne },
    { method: 'POST', path: patterns.statement(kind), access: access.write, handle: change },
    { method: 'POST', path: patterns.removal(kind), access: access.write, handle: remove },
  );
}
