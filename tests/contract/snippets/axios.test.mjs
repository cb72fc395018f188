// SPDX-License-Identifier: GPL-3.0-or-later
// axios, as Sonotheia's migration examples use it, on the routes that all documents share.
import assert from 'node:assert/strict';
import test from 'node:test';
import axios from 'axios';
import { base, person } from './snippet.mjs';

const credentials = { email: 'axios@example.com', password: 'password123' };
test.before(() => person(credentials.email, credentials.password));

test('signs in and sends the token', async () => {
  const login = await axios.post(`${base}/api/v1/auth/login`, credentials, { headers: { 'Accept-Version': 'v1' } });
  assert.equal(login.status, 200);
  assert.equal(login.headers['x-api-version'], 'v1');
  const profile = await axios.get(`${base}/api/v1/users/profile`, { headers: { Authorization: `Bearer ${login.data.accessToken}` } });
  assert.equal(profile.data.data.email, credentials.email);
});

test('meets errors as errors', async () => {
  await assert.rejects(axios.post(`${base}/api/v2/auth/login`, { ...credentials, password: 'not the password' }), (error) => {
    assert.equal(error.response.status, 401);
    assert.equal(error.response.data.error.code, 'INVALID_CREDENTIALS');
    return true;
  });
});

test('unpacks compressed answers', async () => {
  const document = await axios.get(`${base}/api/openapi.json`, { decompress: true });
  assert.match(document.data.openapi, /^3\.1/);
});
