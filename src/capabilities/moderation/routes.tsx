import { routes, type Route } from '../../platform/route.ts';
import { access } from './access.ts';
import { data, forms, statementData } from './api.ts';
import { check, publish, showCheck, showPublication } from './closing.tsx';
import type { StatementKind } from './findings.ts';
import { letterHandlers, type LetterOptions } from './letter.tsx';
import { patterns } from './paths.ts';
import { showAdvising, showFindings } from './reading.tsx';
import { statementHandlers } from './statements.tsx';
import { beginRecording, saveOutcome, showOutcome } from './outcomes.tsx';

/** What the site hands in: the store of files, for a letter that is attached. */
export type ModerationOptions = LetterOptions;

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
      { method: 'GET', path: patterns.publication, data: { without: 'form' }, access: access.publish, handle: showPublication },
      { method: 'POST', path: patterns.publication, form: forms.publish, access: access.publish, handle: publish },
      { method: 'GET', path: patterns.advising, data: data.advising, access: access.advise, handle: showAdvising },
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
