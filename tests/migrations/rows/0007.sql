-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO audit_entries (seq, id, at, action, outcome, organization_id, actor_type, actor_id, actor_email, key_id, session_id, device_id,
    address, user_agent, version, request_id, target_type, target_id, target_label, before_json, after_json, reverts, previous_hash, hash,
    search_text)
VALUES (1, 'audit_a', 1700000000000, 'session.created', 'success', 'org_a', 'user', 'user_a', 'ada@example.com', '', 'sess_a', 'dev_a',
    '198.51.100.7', 'curl/8', 'v2', 'req_1', 'session', 'sess_a', 'ada@example.com', '', '{"risk":"low"}', '', '', 'aa', 'session.created'),
    (2, 'audit_b', 1700000001000, 'user.updated', 'success', 'org_a', 'user', 'user_a', 'ada@example.com', '', 'sess_a', 'dev_a',
    '198.51.100.7', 'curl/8', 'v1', 'req_2', 'user', 'user_a', 'ada@example.com', '{"first_name":"Ada"}', '{"first_name":"Zoë"}', '', 'aa',
    'bb', 'user.updated');
INSERT INTO audit_bursts (minute, account, address, entries, summed) VALUES (28333333, 'ada@example.com', '198.51.100.7', 5, 12);
