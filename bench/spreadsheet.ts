import assert from 'node:assert/strict';
import { writeSheetTemplate } from '../src/documents/formats.ts';
import { plainDocument } from '../src/documents/document.fixture.ts';
import { riskSheet } from '../src/capabilities/risk-log/index.ts';
import { cast } from '../src/capabilities/risk-log/risk-log.fixture.ts';
import { importPaths } from '../src/capabilities/imports/index.ts';
import { query } from '../test/database.ts';

export type SpreadsheetFigures = {
  /** Seconds from the press that sends the file to the page that shows each row. */
  readonly preview: number;
  readonly apply: number;
  readonly added: number;
  /** Of the press that takes it, and the statements within; the page is read in one before it. */
  readonly transactions: number;
  readonly statements: number;
};

const quarter = '2025-26-Q4';
const texts: Readonly<Record<string, string>> = {
  cause: 'Halls are let without a check of the booking.', effect: 'The hall loses the trust of its users.', theme: 'Premises and venues', owner: 'Head of property', review: '2026-06-30',
  inherent_likelihood: '4', inherent_impact: '4', residual_likelihood: '3', residual_impact: '4', target_likelihood: '2', target_impact: '3',
};

/** A risk log of so many rows in an Excel workbook, brought in by a district. */
export async function bringWorkbook(rows: number): Promise<SpreadsheetFigures> {
  const { site, world, district } = await cast();
  const bytes = Buffer.from(await writeSheetTemplate('xlsx', {
    about: plainDocument, name: 'Risks', blankRows: 0, columns: riskSheet.fields.map(({ name }) => ({ title: name, is: 'free', width: 20 })),
    rows: Array.from({ length: rows }, (_, at) => riskSheet.fields.map(({ name }) => (name === 'event' ? `A hall of the district is used against its terms, hall ${at + 1}.` : texts[name] ?? ''))),
  }));
  const began = performance.now();
  const brought = await district.fillWithFile(importPaths.upload('district', 'risk-log'), { quarter }, { field: 'file', name: 'log.xlsx', bytes });
  assert.equal(brought.status, 303, brought.text.slice(0, 500));
  const at = String(brought.headers['location']);
  const page = await district.get(at);
  const preview = (performance.now() - began) / 1000;
  assert.equal(page.status, 200);
  site.statements.length = 0;
  const pressed = performance.now();
  const applied = await district.fill(at, {}, at);
  const apply = (performance.now() - pressed) / 1000;
  assert.equal(applied.status, 303, applied.text.slice(0, 500));
  const begins = site.statements.flatMap((statement, place) => (statement === 'begin' ? [place] : []));
  const [counted] = await query<{ n: number }>(site.db.as('superuser'), `select count(*)::integer as n from risk where org_id = '${world.organisations.district.id}'`);
  return { preview, apply, added: counted?.n ?? 0, transactions: begins.length - 1, statements: site.statements.length - (begins.at(-1) ?? 0) };
}
