import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attribute, elements, textOf } from '../../../test/client.ts';
import { testSite } from '../../../test/site.ts';
import { exampleDoors } from '../../demonstration/doors.ts';
import { en } from '../../words/index.ts';

const demonstration = await testSite({ examples: true });
assert.ok(demonstration.store.owner);
const real = await testSite();

test('the first page says in three sentences what the product is', async () => {
  for (const site of [demonstration, real]) {
    const page = await (await site.as()).get('/');
    const said = elements(page.body, (element) => element.tagName === 'p' && attribute(element, 'class') === 'govuk-body-l').map(textOf);
    assert.deepEqual(said, en.about.sentences);
    assert.equal(said.join(' ').match(/\.(\s|$)/g)?.length, 3);
  }
});

test('one press on each example opens its page, as the person that its file names', async () => {
  const nobody = await demonstration.as();
  const forms = elements((await nobody.get('/')).body, (element) => element.tagName === 'form' && attribute(element, 'action') === '/demonstration/session');
  const doors = exampleDoors();
  assert.equal(forms.length, doors.length);
  assert.ok(doors.some(({ name, invented }) => name === 'Leicestershire' && !invented));
  for (const { person, at, name } of doors) {
    const pressed = await nobody.post('/demonstration/session', { person, to: at });
    assert.deepEqual([pressed.status, pressed.headers['location']], [303, at], name);
    assert.match(String(pressed.headers['set-cookie']), /^dueregard-session=[^;]+; Max-Age=86400; Path=\/; HttpOnly; SameSite=Lax$/, name);
    const opened = await (await demonstration.as(person)).get(at);
    assert.equal(opened.status, 200, name);
    assert.ok(opened.text.includes(name), name);
  }
});

test('a store for real use offers to sign in, and no example', async () => {
  const page = await (await real.as()).get('/');
  assert.match(page.text, /Sign in/);
  assert.doesNotMatch(page.text, /example|Leicestershire/i);
  assert.equal(elements(page.body, (element) => attribute(element, 'href') === '/sign-in' && attribute(element, 'role') === 'button').length, 1);
});

test('somebody who is signed in goes to their own first page', async () => {
  const [door] = exampleDoors();
  assert.ok(door);
  const page = await (await demonstration.as(door.person)).get('/');
  assert.deepEqual([page.status, page.headers['location']], [303, '/home']);
});
