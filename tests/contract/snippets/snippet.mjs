// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the documents' own snippets, unchanged but for the address of the server.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import jwt from 'jsonwebtoken';
import ts from 'typescript';

export const base = process.env.VOXDESK_URL;

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const text = (name) => readFileSync(path(name), 'utf8').replaceAll('https://api.zoptal.com', base);

/** What a browser and the documents' own libraries would have brought. */
export function page(more = {}) {
  const stored = new Map();
  const said = [];
  const waits = [];
  const note = (level) => (...words) => said.push([level, ...words]);
  return vm.createContext({
    fetch: (url, options) => fetch(new URL(url, base), options),
    console: { log: note('log'), warn: note('warn'), error: note('error') },
    localStorage: { setItem: (key, value) => stored.set(key, value), getItem: (key) => stored.get(key) ?? null },
    // Waits are noted, not sat out.
    setTimeout: (callback, milliseconds) => { waits.push(milliseconds); setImmediate(callback); },
    jwt, said, waits, stored, ...more,
  });
}

/** Runs a snippet as a script and answers what `expression` then is. */
export function script(context, name, expression) {
  const source = name.endsWith('.ts')
    ? ts.transpileModule(text(name), { compilerOptions: { target: ts.ScriptTarget.ES2022 } }).outputText
    : text(name);
  vm.runInContext(source, context, { filename: name });
  return expression ? vm.runInContext(expression, context) : undefined;
}

/** Runs a snippet that awaits at its top level. */
export const awaited = (context, name) => vm.runInContext(`(async () => {${text(name)}\n})()`, context, { filename: name });

/** Runs a snippet's curl lines; answers status and body of the last. */
export function shell(name, token = '') {
  const out = execFileSync('bash', [path('curl.sh'), path(name)], { env: { ...process.env, TOKEN: token }, encoding: 'utf8' });
  const lines = out.trimEnd().split('\n');
  return { status: Number(lines.pop()), body: JSON.parse(lines.join('\n')) };
}

export async function call(method, target, body, token) {
  const response = await fetch(new URL(target, base), {
    method,
    headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}) },
    body: body && JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

/** Makes sure that one of the documents' people exists. */
export async function person(email, password, more = {}) {
  const { status } = await call('POST', '/api/v1/auth/register', { email, password, ...more });
  if (status !== 201 && status !== 409) throw new Error(`registration answered ${status}`);
  return (await call('POST', '/api/v1/auth/login', { email, password })).body;
}
