import { routes, type Route } from '../../platform/route.ts';
import { access } from './access.ts';
import { data, forms, queueQuery, shapes, statementData } from './api.ts';
import { bundleWriter } from './bundle.tsx';
import { check, publish, showCheck, showPublication } from './closing.tsx';
import type { StatementKind } from './findings.ts';
import { letterHandlers, type LetterOptions } from './letter.tsx';
import { patterns } from './paths.ts';
import { readAdvising, showAdvising, showFindings } from './reading.tsx';
import { readReplying, reply, share, showReply, showSharing } from './sharing.tsx';
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
      { method: 'GET', path: patterns.findings, data: data.findings, access: access.read, handle: showFindings },
      { method: 'POST', path: patterns.findings, form: forms.begin, access: access.record, handle: beginRecording },
      { method: 'GET', path: patterns.letter, data: { without: 'form' }, access: access.transcribe, handle: letter.show },
      { method: 'POST', path: patterns.letter, form: forms.letter, access: access.transcribe, handle: letter.choose },
      { method: 'POST', path: patterns.letterFile, form: forms.letterFile, access: access.transcribe, upload: true, handle: letter.attach },
      { method: 'GET', path: patterns.outcome, data: data.outcome, access: access.write, handle: showOutcome },
      { method: 'POST', path: patterns.outcome, form: forms.outcome, access: access.write, handle: saveOutcome },
      { method: 'GET', path: patterns.check, data: { without: 'form' }, access: access.check, handle: showCheck },
      { method: 'POST', path: patterns.check, form: forms.check, access: access.check, handle: check },
      { method: 'GET', path: patterns.writtenLetter, data: 'file', access: access.writtenLetter, handle: letterWriter(options) },
      { method: 'GET', path: patterns.bundle, data: 'file', access: access.bundle, handle: bundleWriter(options) },
      { method: 'GET', path: patterns.visits, data: data.visits, access: access.visits, handle: showVisits },
      { method: 'POST', path: patterns.visits, form: forms.visit, access: access.note, handle: noteVisit },
      { method: 'POST', path: patterns.visitSharing, form: forms.shareVisit, access: access.note, handle: shareNote },
      { method: 'GET', path: patterns.sharing, data: data.sharing, access: access.share, handle: showSharing },
      { method: 'POST', path: patterns.sharing, form: forms.share, access: access.share, handle: share },
      { method: 'GET', path: patterns.reply, data: { shape: shapes.replying, read: readReplying }, access: access.reply, handle: showReply },
      { method: 'POST', path: patterns.reply, form: forms.reply, access: access.reply, handle: reply },
      { method: 'GET', path: patterns.publication, data: { without: 'form' }, access: access.publish, handle: showPublication },
      { method: 'POST', path: patterns.publication, form: forms.publish, access: access.publish, handle: publish },
      { method: 'GET', path: patterns.advising, data: { shape: shapes.queue, query: queueQuery, read: readAdvising }, access: access.advise, handle: showAdvising },
    ),
    ...statementRoutes('strength'),
    ...statementRoutes('recommendation'),
  ];
}

function statementRoutes(kind: StatementKind): readonly Route[] {
  const { show, add, showOne, change, remove } = statementHandlers(kind);
  const { all, one } = statementData(kind);
  return routes(
    { method: 'GET', path: patterns.statements(kind), data: all, access: access.write, handle: show },
    { method: 'POST', path: patterns.statements(kind), form: forms.addStatement, access: access.write, handle: add },
    { method: 'GET', path: patterns.statement(kind), data: one, access: access.write, handle: showOne },
    { method: 'POST', path: patterns.statement(kind), form: forms.changeStatement, access: access.write, handle: change },
    { method: 'POST', path: patterns.removal(kind), form: forms.removeStatement, access: access.write, handle: remove },
  );
}
