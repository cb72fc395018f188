// SPDX-License-Identifier: GPL-3.0-or-later
// What the server is measured beside: a bare fastify with a constant body, and one prepared SELECT through better-sqlite3.
import Fastify from 'fastify';
import Database from 'better-sqlite3';

const [port, file] = process.argv.slice(2);
const app = Fastify();
const body = {
  success: true,
  data: {
    id: 'user_01jd3v3x2m4q8r5t6w7y8z9a0b', email: 'ada@lovelace.example', firstName: 'Ada', lastName: 'Lovelace',
    role: 'user', createdAt: '2026-01-01T00:00:00.000Z', lastLoginAt: '2026-01-02T00:00:00.000Z',
  },
};
app.get('/constant', () => body);
if (file) {
  const db = new Database(file, { readonly: true });
  const select = db.prepare(
    'SELECT id, email, first_name, last_name, role, created_at, last_login_at FROM users WHERE id = ?');
  const id = db.prepare('SELECT id FROM users ORDER BY seq LIMIT 1').pluck().get();
  app.get('/row', () => {
    const u = select.get(id);
    return {
      success: true,
      data: {
        id: u.id, email: u.email, firstName: u.first_name, lastName: u.last_name, role: u.role,
        createdAt: new Date(u.created_at).toISOString(), lastLoginAt: new Date(u.last_login_at).toISOString(),
      },
    };
  });
}
await app.listen({ port: Number(port), host: '127.0.0.1' });
console.log('ready');
