import assert from 'node:assert/strict';
import { test } from 'node:test';
import fastify from 'fastify';
import { testSite } from '../../test/site.ts';
import { serveMetrics } from './metrics.ts';

const site = await testSite();

test('what is told holds route patterns and numbers, and no name of a body', async () => {
  await (await site.as()).get('/organisations/county/people/some-secret');
  const answer = await site.app.inject({ url: '/metrics', headers: { host: '127.0.0.1:3000' } });
  assert.deepEqual([answer.statusCode, answer.headers['content-type']], [200, 'text/plain; version=0.0.4; charset=utf-8']);
  assert.match(answer.body, /^dueregard_http_request_seconds_count\{method="GET",route="\/organisations\/:org\/people\/:person",status="3xx"\} 1$/m);
  assert.match(answer.body, /^dueregard_database_up 1$/m);
  assert.ok(!answer.body.includes('county') && !answer.body.includes('secret'));
  for (const line of answer.body.trim().split('\n')) assert.match(line, /^(# (HELP|TYPE) \w+ .+|\w+(\{[^}]+\})? [\d.e+-]+)$/);
});

test('only a collector on this computer reads it, and behind a public address only one with the token', async () => {
  const asked = async (options: { publicAddress?: string; metricsToken?: string }, headers: Record<string, string>, remoteAddress = '127.0.0.1') => {
    const app = fastify();
    serveMetrics(app, { publicAddress: options.publicAddress, metricsToken: options.metricsToken, ready: async () => true });
    const { statusCode } = await app.inject({ url: '/metrics', headers, remoteAddress });
    await app.close();
    return statusCode;
  };
  const behind = { publicAddress: 'https://dueregard.example.gov.uk' };
  assert.equal(await asked({}, {}), 200);
  assert.equal(await asked({}, {}, '192.0.2.7'), 404);
  assert.equal(await asked({}, { 'x-forwarded-for': '192.0.2.7' }), 404);
  assert.equal(await asked(behind, {}), 404);
  assert.equal(await asked(behind, { authorization: 'Bearer undefined' }), 404);
  const token = 'a-long-token-of-the-settings-0001';
  assert.equal(await asked({ ...behind, metricsToken: token }, { authorization: `Bearer ${token}` }, '192.0.2.7'), 200);
  assert.equal(await asked({ ...behind, metricsToken: token }, { authorization: `Bearer ${token}x` }), 404);
  assert.equal(await asked({ ...behind, metricsToken: token }, {}), 404);
});
