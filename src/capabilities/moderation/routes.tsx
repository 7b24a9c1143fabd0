import { routes, type Route } from '../../platform/route.ts';
import { access } from './access.ts';
import { check, publish, showCheck, showPublication } from './closing.tsx';
import type { StatementKind } from './findings.ts';
import { patterns } from './paths.ts';
import { showAdvising, showFindings } from './reading.tsx';
import { statementHandlers } from './statements.tsx';
import { beginRecording, chooseLetter, saveOutcome, showLetter, showOutcome } from './writing.tsx';

export function moderationRoutes(): readonly Route[] {
  return [
    ...routes(
      { method: 'GET', path: patterns.findings, access: access.read, handle: showFindings },
      { method: 'POST', path: patterns.findings, access: access.record, handle: beginRecording },
      { method: 'GET', path: patterns.letter, access: access.transcribe, handle: showLetter },
      { method: 'POST', path: patterns.letter, access: access.transcribe, handle: chooseLetter },
      { method: 'GET', path: patterns.outcome, access: access.write, handle: showOutcome },
      { method: 'POST', path: patterns.outcome, access: access.write, handle: saveOutcome },
      { method: 'GET', path: patterns.check, access: access.check, handle: showCheck },
      { method: 'POST', path: patterns.check, access: access.check, handle: check },
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
