// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import test from 'node:test';
import { awaited, base, call, page, person, script } from './snippet.mjs';

const Email = 'test@example.com';
const Password = 'testPassword';

async function limitedUser(email, requestsPerHour) {
  const user = await person(email, Password);
  const admin = await call('POST', '/api/v1/auth/login',
    { email: process.env.VOXDESK_ADMIN, password: process.env.VOXDESK_ADMIN_PASSWORD });
  const { status } = await call('PUT', `/api/v1/admin/users/${user.user.id}/limits`,
    { requests_per_hour: requestsPerHour }, admin.body.token);
  assert.equal(status, 200);
  return { headers: { Authorization: `Bearer ${user.token}` } };
}

test('step 1: sign-in, before and after', async () => {
  await person(Email, Password, { subscription_tier: 'pro' });
  for (const name of ['voxflow/login-before.js', 'voxflow/login-after.js']) {
    const browser = page();
    await script(browser, name, 'login')(Email, Password);
    const token = browser.stored.get('token');
    assert.equal((await call('GET', '/api/auth/profile', undefined, token)).status, 200);
    if (name.includes('after')) {
      assert.equal(browser.stored.get('userRole'), 'user');
      assert.equal(browser.stored.get('subscriptionTier'), 'pro');
    }
  }
  const browser = page();
  await script(browser, 'voxflow/login-after.js', 'login')(Email, 'not the password');
  assert.equal(browser.stored.size, 0);
});

test('the token carries the new claims', async () => {
  const { token } = await person(Email, Password);
  const browser = page({ authToken: token });
  script(browser, 'voxflow/claims.js');
  assert.deepEqual(browser.said, [['log', 'user'], ['log', 'pro'], ['log', 10], ['log', 100000]]);
});

test('step 2: errors, before and after', async () => {
  const before = page();
  await script(before, 'voxflow/errors-before.js', 'handleApiCall')();
  assert.equal(before.said[0][1], 'Error:');
  const after = page();
  await script(after, 'voxflow/errors-after.js', 'handleApiCall')();
  const [level, what, error] = after.said[0];
  assert.deepEqual([level, what], ['error', 'API Error:']);
  assert.match(error.code, /^[A-Z_]+$/);
  assert.equal(typeof error.message, 'string');
  assert.equal(typeof error.requestId, 'string');
  assert.ok(!Number.isNaN(Date.parse(error.timestamp)));
});

test('every answer says how much is left', async () => {
  const browser = page();
  await awaited(browser, 'voxflow/rate-limit-headers.js');
  assert.equal(browser.said.length, 3);
  for (const [, value] of browser.said) assert.match(value, /^\d+$/);
});

test('step 5: waiting when limited', async () => {
  const options = await limitedUser('limited@example.com', 12);
  const browser = page();
  const makeApiCall = script(browser, 'voxflow/rate-limit-backoff.js', 'makeApiCall');
  assert.equal((await makeApiCall('/api/auth/profile', options)).status, 200);
  let warned = false;
  for (let i = 0; i < 12 && !warned; ++i) {
    await makeApiCall('/api/auth/profile', options);
    warned = browser.said.some(([level, text]) => level === 'warn' && /^Approaching rate limit\. \d requests remaining\.$/.test(text));
  }
  assert.ok(warned);
  await assert.rejects(async () => {
    for (let i = 0; i < 20; ++i) await makeApiCall('/api/auth/profile', options);
  }, /Rate limit exceeded\. Please try again later\./);
  assert.equal(browser.waits.length, 3);
  for (const milliseconds of browser.waits) assert.ok(milliseconds >= 1000 && milliseconds <= 3601 * 1000, `${milliseconds}`);
});

test("the error's name for being limited is the one step 2 looks for", async () => {
  const options = await limitedUser('limited2@example.com', 1);
  await fetch(new URL('/api/users/profile', base), options);
  const limited = await fetch(new URL('/api/users/profile', base), options);
  assert.equal((await limited.json()).error?.code, 'RATE_LIMIT_EXCEEDED');
});

test("the document's sample test of authentication", async () => {
  await person(Email, Password);
  const browser = page({ assert });
  await script(browser, 'voxflow/sample-tests.js', 'testAuthentication')();
});

test('step 3: watching what is used', async () => {
  const { token } = await person('usage@example.com', Password, { subscription_tier: 'free' });
  const shown = [];
  const warnings = [];
  const browser = page({
    token, setInterval: (callback, milliseconds) => { assert.equal(milliseconds, 300000); },
    showUsageWarning: (text) => warnings.push(text), updateUsageDisplay: (usage) => shown.push(usage),
  });
  const monitorUsage = script(browser, 'voxflow/usage-monitor.js', 'monitorUsage');
  await monitorUsage();
  assert.equal(shown.length, 1);
  assert.equal(shown[0].current_period.total_tokens, 0);
  assert.equal(shown[0].limits.monthly_token_quota, 10000);
  assert.equal(warnings.length, 0);
  const { status, body } = await call('POST', '/api/v1/usage/events', {
    events: [{ event_id: 'snippet-1', provider: 'groq', occurred_at: new Date().toISOString(), tokens: 8500 }],
  }, token);
  assert.equal(status, 200, JSON.stringify(body));
  await monitorUsage();
  assert.equal(shown[1].current_period.total_tokens, 8500);
  assert.deepEqual(warnings, ['You are approaching your token limit']);
});

test('step 4: agents, before and after', async () => {
  const { token } = await person('agents@example.com', Password, { subscription_tier: 'free' });
  const count = async () => (await call('GET', '/api/agents', undefined, token)).body.data.length;
  const prompts = [];
  const more = { token, getCurrentAgentCount: count, showUpgradePrompt: () => prompts.push(1) };
  const before = await script(page(more), 'voxflow/create-agent-before.js', 'createAgent')({ name: 'First' });
  assert.equal(before.success, true);
  const createAgent = script(page(more), 'voxflow/create-agent-after.js', 'createAgent');
  assert.equal((await createAgent({ name: 'Second' })).success, true);
  await assert.rejects(createAgent({ name: 'Third' }), /Agent limit reached/);
  // Somebody who does not look first is told by the server.
  const blind = script(page({ ...more, getCurrentAgentCount: async () => 0 }), 'voxflow/create-agent-after.js', 'createAgent');
  await assert.rejects(blind({ name: 'Third' }), /limit/);
  assert.equal(prompts.length, 1);
  assert.equal(await count(), 2);
});

test("the document's sample test of agent limits", async () => {
  const { token } = await person('limits@example.com', Password, { subscription_tier: 'pro' });
  const post = async (agent) => {
    const { body } = await call('POST', '/api/agents', agent, token);
    if (!body.success) throw new Error(body.message);
    return body;
  };
  const browser = page({
    assert, createAgent: post, getUserProfile: async () => (await call('GET', '/api/auth/profile', undefined, token)).body.data,
  });
  await script(browser, 'voxflow/sample-agent-limits.js', 'testAgentLimits')();
  assert.equal((await call('GET', '/api/agents', undefined, token)).body.data.length, 10);
});
