import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayIn, dayOf, daysAfter, daysBetween, type Day } from '../../kernel/year.ts';
import { en } from '../../words/index.ts';
import { ageOf, claimsSecret, detailsOf, expiryOn, fileNameOf, isMarkedSecret, linkOf, type Draft } from './rules.ts';

const day = (text: string): Day => { const found = dayOf(text); assert.ok(found, text); return found; };
const today = day('2026-03-02');
const date = (written: string) => { const [d = '', m = '', y = ''] = written.split(' '); return { day: d, month: m, year: y }; };
const good: Draft = { title: 'Risk assessment', ownerRole: 'Prevent lead', dated: date('2 1 2025'), expires: date('31 12 2026'), marking: 'OFFICIAL' };

const against = (draft: Partial<Draft>, prefix = '') => {
  const outcome = detailsOf({ ...good, ...draft }, today, prefix);
  return outcome.accepted ? [] : outcome.refusals.map(({ field, say }) => [field, say(en)]);
};

test('good details are taken as they mean', () => {
  assert.deepEqual(detailsOf({ ...good, title: '  Risk assessment ' }, today), {
    accepted: true, value: { title: 'Risk assessment', ownerRole: 'Prevent lead', datedOn: '2025-01-02', expiresOn: '2026-12-31', marking: 'OFFICIAL' },
  });
  const endless = detailsOf({ ...good, expires: date('') }, today);
  assert.ok(endless.accepted && endless.value.expiresOn === null);
});

test('each fault of the details is said at its field', () => {
  const said = en.evidence.refused;
  const faults: [Partial<Draft>, string, string][] = [
    [{ title: ' ' }, 'title', said.titleMissing],
    [{ title: 'x'.repeat(201) }, 'title', said.titleTooLong],
    [{ title: 'one\nline' }, 'title', said.notOneLine],
    [{ title: 'nothing\0here' }, 'title', said.notOneLine],
    [{ title: 'Threat picture (SECRET)' }, 'title', said.secretTitle],
    [{ ownerRole: '' }, 'owner', said.ownerMissing],
    [{ ownerRole: 'x'.repeat(121) }, 'owner', said.ownerTooLong],
    [{ ownerRole: 'someone@council.example' }, 'owner', said.ownerIsAddress],
    [{ dated: date('') }, 'dated-day', said.datedMissing],
    [{ dated: date('29 2 2025') }, 'dated-day', said.datedUnreal],
    [{ dated: date('1 1 25') }, 'dated-day', said.datedUnreal],
    [{ dated: date('3 3 2026') }, 'dated-day', said.datedInFuture],
    [{ expires: date('31 6 2026') }, 'expires-day', said.expiresUnreal],
    [{ expires: date('1 1 2025') }, 'expires-day', said.expiresBeforeDate],
    [{ marking: '' }, 'marking', said.markingMissing],
    [{ marking: 'OFFICIAL-SECRET' }, 'marking', said.markingMissing],
    [{ marking: 'SECRET' }, 'marking', said.secretMarking],
    [{ marking: 'TOP SECRET' }, 'marking', said.secretMarking],
  ];
  for (const [draft, field, sentence] of faults) assert.deepEqual(against(draft), [[field, sentence]], JSON.stringify(draft));
  assert.deepEqual(against({ title: '', marking: '' }, 'file-').map(([field]) => field), ['file-title', 'file-marking']);
});

test('what is accepted fits the database: any draft', () => {
  const parts = fc.record({ day: fc.string(), month: fc.string(), year: fc.string() });
  const real = fc.date({ min: new Date('2000-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }).map((moment) => date(dayIn(moment).split('-').reverse().join(' ')));
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.constant('Plan'));
  fc.assert(fc.property(fc.record({ title: text, ownerRole: text, dated: fc.oneof(parts, real), expires: fc.oneof(parts, real), marking: fc.oneof(fc.string(), fc.constant('OFFICIAL')) }), (draft) => {
    const outcome = detailsOf(draft, today);
    if (!outcome.accepted) { assert.ok(outcome.refusals.length > 0); return; }
    const { title, ownerRole, datedOn, expiresOn } = outcome.value;
    assert.ok([...title].length >= 1 && [...title].length <= 200 && [...ownerRole].length <= 120);
    assert.ok(!`${title}${ownerRole}`.includes('\0') && datedOn !== null && datedOn <= today && (expiresOn === null || expiresOn >= datedOn));
  }), { numRuns: 500 });
});

test('a link leads to the web and carries no password', () => {
  const said = en.evidence.refused;
  const faults: [string, string][] = [
    ['', said.linkMissing], ['council.example/minutes', said.linkNotWeb], ['javascript:alert(1)', said.linkNotWeb], ['file:///etc/passwd', said.linkNotWeb],
    ['data:text/html,hello', said.linkNotWeb], ['ftp://council.example/a', said.linkNotWeb], ['https:council.example', said.linkNotWeb], ['https://', said.linkNotWeb],
    ['https://council.example/a b', said.linkNotWeb], ['https://council.example/\0', said.linkNotWeb], ['https://user:pass@council.example/', said.linkWithPassword],
    ['https://user@council.example/', said.linkWithPassword], [`https://council.example/${'a'.repeat(2000)}`, said.linkTooLong],
  ];
  for (const [link, sentence] of faults) {
    const outcome = linkOf(link, 'url');
    assert.deepEqual(outcome.accepted ? link : outcome.refusals.map(({ say }) => say(en)), [sentence], link);
  }
  assert.deepEqual(linkOf(' HTTPS://Council.example/Minutes?y=2025#top ', 'url'), { accepted: true, value: 'https://council.example/Minutes?y=2025#top' });
});

test('whatever link is accepted fits the database', () => {
  fc.assert(fc.property(fc.oneof(fc.webUrl(), fc.string(), fc.string().map((rest) => `https://${rest}`)), (text) => {
    const outcome = linkOf(text, 'url');
    if (outcome.accepted) assert.ok(/^https?:\/\//.test(outcome.value) && outcome.value.length <= 2000 && !outcome.value.includes('\0'));
  }), { numRuns: 500 });
});

test('of a file name only its last part is taken, without what file systems and headers trip over', () => {
  const names: [string, string | undefined][] = [
    ['plan.pdf', 'plan.pdf'], ['C:\\Users\\lead\\plan.pdf', 'plan.pdf'], ['../../etc/plan.pdf', 'plan.pdf'], ['pl\r\nan\0.pdf', 'plan.pdf'],
    ['plan\u202Efdp.pdf', 'planfdp.pdf'], ['a"b<c>.pdf', 'abc.pdf'], ['Cynllun â.pdf', 'Cynllun â.pdf'], ['..', undefined], ['', undefined], ['/', undefined],
    [`${'x'.repeat(252)}.pdf`, undefined], ['SECRET_plan.pdf', undefined], ['top-secret.pdf', undefined], ['secretary.pdf', 'secretary.pdf'],
  ];
  for (const [sent, kept] of names) {
    const outcome = fileNameOf(sent, 'file');
    assert.equal(outcome.accepted ? outcome.value : undefined, kept, sent);
  }
});

test('a claimed marking above OFFICIAL-SENSITIVE is seen, the plain word is not taken for one', () => {
  for (const text of ['SECRET', 'UK SECRET - plan', 'Plan [secret]', '(Secret) plan', 'Secret: plan', 'top secret plan', 'TOP_SECRET', 'Top-Secret', '2025_SECRET_v2']) assert.ok(claimsSecret(text), text);
  for (const text of ['Secretary’s report', 'Secret ballot rules', 'Trade secrets policy', 'OFFICIAL-SENSITIVE', 'SECRETARIAT minutes', 'A laptop secretly taken']) assert.ok(!claimsSecret(text), text);
  for (const text of ['SECRET\nThreat', 'a\r\n  TOP SECRET  \r\nb', 'UK SECRET – UK EYES ONLY\n', '# SECRET', '"SECRET",,']) assert.ok(isMarkedSecret(text), text);
  for (const text of ['It is SECRET in name only', 'The Official Secrets Act 1989', 'Secret\n', 'OFFICIAL\nminutes']) assert.ok(!isMarkedSecret(text), text);
});

test('evidence holds through its last day, and is said to expire soon for sixty days before', () => {
  const expiries: [string | null, string][] = [
    [null, 'none'], ['2026-03-01', 'expired'], ['2026-03-02', 'soon'], ['2026-05-01', 'soon'], ['2026-05-02', 'current'],
  ];
  for (const [on, expected] of expiries) assert.equal(expiryOn(today, on === null ? null : day(on)), expected, String(on));
});

test('age is told in whole months, in days below one', () => {
  const ages: [string, string, string][] = [
    ['2025-01-02', '2026-03-02', 'The newest evidence is 14 months old (2 January 2025).'],
    ['2025-01-03', '2026-03-02', 'The newest evidence is 13 months old (3 January 2025).'],
    ['2026-02-02', '2026-03-02', 'The newest evidence is 1 month old (2 February 2026).'],
    ['2026-02-03', '2026-03-02', 'The newest evidence is 27 days old (3 February 2026).'],
    ['2026-03-01', '2026-03-02', 'The newest evidence is 1 day old (1 March 2026).'],
    ['2026-03-02', '2026-03-02', 'The newest evidence is dated today (2 March 2026).'],
  ];
  for (const [from, to, sentence] of ages) assert.equal(en.evidence.facts.newest(ageOf(day(from), day(to)), day(from)), sentence);
  fc.assert(fc.property(fc.integer({ min: 0, max: 4000 }), (days) => {
    const { months, days: counted } = ageOf(today, daysAfter(today, days));
    assert.ok(counted === days && counted === daysBetween(today, daysAfter(today, days)) && months * 28 <= days && (months + 1) * 31 > days);
  }));
});
