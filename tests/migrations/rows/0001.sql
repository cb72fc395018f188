-- SPDX-License-Identifier: GPL-3.0-or-later
-- Rows as a database of version 1 holds them.
INSERT INTO settings (name, value, updated_at) VALUES ('registration', 'open', 1700000000000);
INSERT INTO organizations (seq, id, name, sort_name, owner_id, tier, search_text, created_at, updated_at)
VALUES (1, 'org_a', 'Ärzte & Söhne', 'ärzte & söhne', 'user_a', 'pro', 'ärzte & söhne', 1700000000000, 1700000000001);
INSERT INTO users (seq, id, organization_id, organization_name, email, password_hash, first_name, last_name, role, tier,
    search_text, created_at, updated_at, last_login_at)
VALUES (1, 'user_a', 'org_a', 'Ärzte & Söhne', 'zoe@arzt.example', 'hash', 'Zoë', 'O''Neil', 'enterprise', 'pro',
    'zoe@arzt.example', 1700000000000, 1700000000001, 0),
    (2, 'user_b', 'org_a', 'Ärzte & Söhne', 'li@arzt.example', NULL, '李', '小龙', 'user', 'pro', 'li@arzt.example',
    1700000000000, 1700000000001, 1700000000002);
INSERT INTO devices (id, user_id, fingerprint, first_seen_at, last_seen_at)
VALUES ('dev_a', 'user_a', 'laptop', 1700000000000, 1700000000001);
INSERT INTO sessions (id, user_id, device_id, surface, refresh_hash, refreshed_at, access_expires_at, expires_at, created_at)
VALUES ('sess_a', 'user_a', 'dev_a', 'v2', 'abc', 1700000000000, 1700000000001, 1700000000002, 1700000000000);
INSERT INTO login_failures (email, address, at) VALUES ('x@arzt.example', '192.0.2.1', 1700000000000);
