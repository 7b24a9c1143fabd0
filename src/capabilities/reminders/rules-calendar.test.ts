import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayOf, daysAfter } from '../../kernel/year.ts';
import { icalendar } from './rules-calendar.ts';

const day = dayOf('2026-12-31') ?? assert.fail();
const changedAt = new Date('2026-03-02T10:00:00.500Z');

/** The properties of an iCalendar object, unfolded as RFC 5545, section 3.1, has it. */
function propertiesOf(text: string): [string, string][] {
  return text.replaceAll('\r\n ', '').split('\r\n').filter((line) => line !== '').map((line) => { const at = line.indexOf(':'); return [line.slice(0, at), line.slice(at + 1)]; });
}

const unescaped = (text: string) => text.replace(/\\([\\;,nN])/g, (_, one: string) => (one.toLowerCase() === 'n' ? '\n' : one));
const valuesOf = (text: string, name: string) => propertiesOf(text).filter(([property]) => property === name).map(([, value]) => unescaped(value));

test('a whole day, its name, and when it was changed', () => {
  assert.equal(icalendar('What is due', [{ name: 'paper-1@blaby.dueregard', day, title: 'Paper for Cabinet; 2 copies, please', changedAt }]), [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//DueRegard//What is due//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', 'NAME:What is due', 'X-WR-CALNAME:What is due',
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H', 'X-PUBLISHED-TTL:PT6H',
    'BEGIN:VEVENT', 'UID:paper-1@blaby.dueregard', 'DTSTAMP:20260302T100000Z', 'DTSTART;VALUE=DATE:20261231', 'DTEND;VALUE=DATE:20270101',
    'SUMMARY:Paper for Cabinet\\; 2 copies\\, please', 'TRANSP:TRANSPARENT', 'END:VEVENT', 'END:VCALENDAR', '',
  ].join('\r\n'));
});

test('whatever a title holds, lines are of at most 75 octets, no character is cut, and it reads back', () => {
  fc.assert(fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 200 }), { maxLength: 5 }), (titles) => {
    const text = icalendar('Ünser, Kalender', titles.map((title, at) => ({ name: `${at}`, day: daysAfter(day, at), title, changedAt })));
    for (const line of text.split('\r\n')) {
      assert.ok(Buffer.byteLength(line) <= 75, line);
      assert.ok(line.isWellFormed() && !line.includes('\n') && !line.includes('\r') && !line.includes('\ufffd'), line);
    }
    assert.deepEqual(valuesOf(text, 'SUMMARY'), titles);
    assert.equal(valuesOf(text, 'BEGIN').filter((name) => name === 'VEVENT').length, titles.length);
  }));
});

test('a line break in a title begins no property of its own, and a control character is left out', () => {
  const text = icalendar('x', [{ name: '1', day, title: 'one\r\nATTENDEE:mailto:a@b.test\u0007\u0000', changedAt }]);
  assert.deepEqual(valuesOf(text, 'SUMMARY'), ['one\nATTENDEE:mailto:a@b.test']);
  assert.deepEqual(valuesOf(text, 'ATTENDEE'), []);
});

test('a calendar without days still holds a component', () => {
  assert.deepEqual(valuesOf(icalendar('x', []), 'BEGIN'), ['VCALENDAR', 'VTIMEZONE', 'STANDARD']);
});
