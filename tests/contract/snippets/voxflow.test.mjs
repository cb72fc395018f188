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
