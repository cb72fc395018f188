-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO calls (id, organization_id, user_id, agent_id, external_id, carrier, direction, from_number, to_number, status, started_at,
    ended_at, began_at, duration_seconds, cost, outcome, notes, transcript, timeline, call_meta, search_text, created_at, updated_at)
VALUES ('call_a', 'org_a', 'user_a', 'agent_a', 'CA1', 'twilio', 'outbound', '+4930123', '+4930456', 'completed', 1700000000000,
    1700000061000, 1700000000000, 61, 8500000, 'converted', 'Rückruf', '[{"role":"agent","text":"Guten Tag"}]',
    '[{"type":"queued","at":"2023-11-14T22:13:20.000Z"}]', '{"lead":"7"}', 'ca1', 1700000000000, 1700000061000),
    ('call_b', 'org_a', 'user_a', '', NULL, '', 'inbound', '', '', 'queued', NULL, NULL, 1700000000000, 0, NULL, '', '', '[]', '[]', '{}',
    '', 1700000000000, 1700000000000);
INSERT INTO legacy_rows (kind, legacy_id, id, imported_at) VALUES ('call', '17', 'call_a', 1700000000000);
