-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO access_keys (seq, id, organization_id, created_by, name, sort_name, permissions, rate_limit_per_hour, secret_hash,
    expires_at, search_text, created_at, updated_at)
VALUES (1, 'key_a', 'org_a', 'user_a', 'Häuser', 'häuser', 'write', 500, 'abc', 1800000000000, 'häuser', 1700000000000,
    1700000000001),
    (2, 'key_b', 'org_a', 'user_b', '鍵', '鍵', 'read', NULL, 'def', NULL, '鍵', 1700000000000, 1700000000001);
INSERT INTO invitations (seq, id, organization_id, email, token_hash, invited_by, expires_at, search_text, created_at)
VALUES (1, 'inv_a', 'org_a', 'neu@arzt.example', 'abc', 'user_a', 1800000000000, 'neu@arzt.example', 1700000000000);
