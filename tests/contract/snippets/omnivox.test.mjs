// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import test from 'node:test';
import { shell } from './snippet.mjs';

test('quick start: register, sign in, first call', () => {
  const registered = shell('omnivox/register.sh');
  assert.equal(registered.status, 201);
  assert.equal(registered.body.data.user.email, 'your@email.com');
  const login = shell('omnivox/login.sh');
  assert.equal(login.status, 200);
  assert.equal(login.body.success, true);
  assert.equal(login.body.data.expiresIn, 3600);
  const profile = shell('omnivox/profile.sh', login.body.data.accessToken);
  assert.equal(profile.status, 200);
  assert.equal(profile.body.data.email, 'your@email.com');
  assert.equal(shell('omnivox/profile.sh', 'forged').status, 401);
});

test('health', () => {
  const { status, body } = shell('omnivox/health.sh');
  assert.equal(status, 200);
  assert.equal(body.status, 'healthy');
});
