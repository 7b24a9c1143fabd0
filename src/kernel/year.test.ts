import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayIn, dayOf, daysBetween, firstDay, lastDay, quarterBefore, quarterContaining, quarterOf, quartersOf, yearContaining, yearOf, yearOfQuarter, writtenQuarter, writtenYear } from './year.ts';

test('a financial year is named by two years that follow each other', () => {
  const names: [string, boolean][] = [
    ['2025-26', true], ['1999-00', true], ['2025-27', false], ['2025-25', false], ['2025/26', false], ['25-26', false], ['', false],
  ];
  for (const [name, isYear] of names) assert.equal(yearOf(name) !== undefined, isYear, name);
});

test('a quarter is one of four in a financial year', () => {
  assert.equal(quarterOf('2025-26-Q1'), '2025-26-Q1');
  for (const name of ['2025-26-Q5', '2025-27-Q1', '2025-26', '2025-26-q1']) assert.equal(quarterOf(name), undefined, name);
});

test('every day falls in exactly the year whose first and last day enclose it', () => {
  fc.assert(fc.property(fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }), (moment) => {
    const day = dayIn(moment);
    const year = yearContaining(day);
    assert.equal(yearOf(year), year);
    assert.ok(firstDay(year) <= day && day <= lastDay(year), `${day} in ${year}`);
  }));
});

test('a day falls in one of the four quarters of its year, and they follow each other as their names do', () => {
  for (const [day, quarter] of [['2025-04-01', '2025-26-Q1'], ['2025-06-30', '2025-26-Q1'], ['2025-07-01', '2025-26-Q2'], ['2025-12-31', '2025-26-Q3'], ['2026-01-01', '2025-26-Q4'], ['2026-03-31', '2025-26-Q4']]) {
    assert.equal(quarterContaining(dayOf(day ?? '') ?? assert.fail()), quarter, day);
  }
  const [year, next] = [yearOf('2025-26'), yearOf('2026-27')];
  assert.ok(year && next);
  const eight = [...quartersOf(year), ...quartersOf(next)];
  assert.deepEqual([...eight].sort(), eight);
  assert.ok(eight.every((quarter) => quarterOf(quarter) === quarter && (yearOfQuarter(quarter) === year || yearOfQuarter(quarter) === next)));
  assert.deepEqual(eight.slice(1).map(quarterBefore), eight.slice(0, -1));
  assert.deepEqual(eight.slice(0, 1).map(writtenQuarter), ['Q1 2025/26']);
});

test('the year turns at midnight in London, in summer time', () => {
  assert.equal(yearContaining(dayIn(new Date('2026-03-31T22:59:59Z'))), '2025-26');
  assert.equal(yearContaining(dayIn(new Date('2026-03-31T23:00:00Z'))), '2026-27');
});

test('days that do not exist are refused', () => {
  assert.equal(dayOf('2024-02-29'), '2024-02-29');
  for (const text of ['2023-02-29', '2026-04-31', '2026-13-01', '0000-01-01', '31/03/2026', '']) assert.equal(dayOf(text), undefined, text);
  const [from, to] = [dayOf('2026-03-31'), dayOf('2026-04-02')];
  assert.ok(from && to);
  assert.equal(daysBetween(from, to), 2);
  assert.equal(writtenYear(yearContaining(from)), '2025/26');
});
