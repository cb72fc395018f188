-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO two_factor (user_id, organization_id, confirmed_at, last_step, created_at)
VALUES ('user_a', 'org_a', 1700000000000, 56666666, 1700000000000), ('user_b', 'org_a', NULL, -1, 1700000000000);
INSERT INTO recovery_codes (user_id, code_hash, used_at, created_at)
VALUES ('user_a', 'abc', NULL, 1700000000000), ('user_a', 'def', 1700000000001, 1700000000000);
INSERT INTO sign_in_challenges (token_hash, user_id, client_id, device_name, device_kind, user_agent, failures, expires_at, created_at)
VALUES ('abc', 'user_a', 'laptop', 'Zoës Rechner', 'web', 'Mozilla/5.0', 2, 1700000300000, 1700000000000);
INSERT INTO known_addresses (user_id, address, first_seen_at, last_seen_at)
VALUES ('user_a', '192.0.2.1', 1700000000000, 1700000000001);
INSERT INTO one_time_tokens (token_hash, kind, user_id, email, expires_at, created_at)
VALUES ('abc', 'verify_email', 'user_b', 'li@arzt.example', 1700003600000, 1700000000000);
INSERT INTO mail_outbox (id, recipient, subject, body, next_attempt_at, sent_at, last_error, created_at)
VALUES ('mail_a', 'li@arzt.example', 'Bestätigen', '', 1700000000000, 1700000000500, '', 1700000000000),
    ('mail_b', 'zoe@arzt.example', 'Neues Gerät', 'Guten Tag', 1700000060000, NULL, 'the server said 451', 1700000000000);
