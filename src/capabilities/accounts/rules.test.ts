import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { argon2Passwords } from './passwords.ts';
import { emailOf, isOwnPath, newPassword } from './rules.ts';

const email = 'jo.field@example.gov.uk';

test('a password is refused when it is short, long, the e-mail address, common or not repeated rightly, and for nothing else', () => {
  const refused = (password: string, again = password) => { const outcome = newPassword(password, again, email); return outcome.accepted ? [] : outcome.refusals.map(({ field }) => field); };
  assert.deepEqual(refused('elevenchars'), ['password']);
  assert.deepEqual(refused('x1'.repeat(100) + 'y'), ['password']);
  assert.deepEqual(refused('Jo.Field@Example.gov.uk'), ['password']);
  assert.deepEqual(refused('jofield12345'), ['password']);
  assert.deepEqual(refused('Password12345'), ['password']);
  assert.deepEqual(refused('abcabcabcabc'), ['password']);
  assert.deepEqual(refused('kettle lamp bridge', 'kettle lamp bridges'), ['again']);
  for (const good of ['kettle lamp bridge', 'alllowercase', '    spaces    ', 'тихая река и мост', 'kettle\0lamp bridge']) assert.deepEqual(refused(good), [], good);
});

test('only a path of this site is a way back', () => {
  for (const own of ['/', '/home', '/organisations/county?year=2024-25#a']) assert.ok(isOwnPath(own), own);
  for (const foreign of ['', '//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '/\tevil', '/a\nb', '/a\\b', ' /home', '/\u0000']) assert.ok(!isOwnPath(foreign), JSON.stringify(foreign));
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !isOwnPath(text) || new URL(text, 'https://own.example').origin === 'https://own.example'), { numRuns: 2000 });
});

test('an e-mail address is kept in small letters, and what is none is refused', () => {
  assert.equal(emailOf(' Jo.Field@Example.GOV.UK '), email);
  for (const none of ['', 'jo', 'jo@', '@example.org', 'jo@example', 'jo field@example.org', 'jo@ex..org', 'jo\0@example.org', `${'a'.repeat(250)}@example.org`]) assert.equal(emailOf(none), undefined, none);
});

test('a password is kept as argon2id with its parameters, is told from another, and is outdated when the parameters are raised', async () => {
  const [weak, strong] = [argon2Passwords({ memoryKib: 8 * 1024, passes: 1, lanes: 1 }), argon2Passwords()];
  const kept = await weak.hash('kettle lamp bridge');
  assert.match(kept, /^\$argon2id\$v=19\$m=8192,t=1,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
  assert.match(await strong.hash('kettle lamp bridge'), /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  assert.notEqual(await weak.hash('kettle lamp bridge'), kept);
  assert.deepEqual(await strong.verify('kettle lamp bridge', kept), { right: true, outdated: true });
  assert.deepEqual(await weak.verify('kettle lamp bridge', kept), { right: true, outdated: false });
  assert.deepEqual(await weak.verify('kettle lamp bridgE', kept), { right: false, outdated: false });
  assert.equal((await strong.verify('', strong.nobody)).right, false);
  assert.equal((await weak.verify('café au lait, please', await weak.hash('cafe\u0301 au lait, please'))).right, true, 'the same letters by another keyboard');
});
