// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import test from 'node:test';
import { awaited, base, page, person, script, shell } from './snippet.mjs';

const credentials = { email: 'user@example.com', password: 'password123' };
test.before(() => person(credentials.email, credentials.password, { firstName: 'John', lastName: 'Doe', phone: '+1234567890' }));

test('the TypeScript client, v2 and v1', async () => {
  const browser = page();
  const client = script(browser, 'zoptal/client.ts', 'client');
  const v2 = await client.login({ ...credentials, deviceInfo: { deviceType: 'web' }, preferences: { rememberMe: false } });
  assert.equal(v2.success, true);
  assert.equal(v2.data.tokens.tokenType, 'Bearer');
  assert.equal(v2.meta.version, 'v2');
  const older = script(page(), 'zoptal/client.ts', 'ZoptalAuthClient');
  const v1 = await new older(base, 'v1').login({ ...credentials, rememberMe: false });
  assert.equal(v1.user.email, credentials.email);
  assert.equal(typeof v1.accessToken, 'string');
  const wrong = await client.login({ ...credentials, password: 'not the password' });
  assert.equal(wrong.error.code, 'INVALID_CREDENTIALS');
  assert.equal(wrong.error.message, 'Authentication failed');
});

test('the headers to look at when debugging', async () => {
  const response = await fetch(new URL('/api/versions', base));
  const browser = page({ response });
  await awaited(browser, 'zoptal/version-headers.js');
  assert.deepEqual(browser.said, [['log', 'v1'], ['log', 'v1, v2']]);
});

test('curl, v1 and v2', () => {
  const v1 = shell('zoptal/login-v1.sh');
  assert.equal(v1.status, 200);
  assert.equal(v1.body.user.lastName, 'Doe');
  const v2 = shell('zoptal/login-v2.sh');
  assert.equal(v2.status, 200);
  assert.equal(v2.body.data.user.phone, '+1234567890');
  assert.equal(v2.body.data.tokens.expiresIn, 900);
});
