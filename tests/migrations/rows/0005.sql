-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO usage_events (seq, organization_id, event_id, user_id, agent_id, provider, model, occurred_at, tokens, minutes, calls, cost,
    flagged, created_at)
VALUES (1, 'org_a', 'evt-1', 'user_a', '', 'groq', 'llama', 1700000000000, 400, 0, 1, 236000, 0, 1700000000001),
    (2, 'org_a', 'évt-2', 'user_a', 'agent_a', 'deepgram', '', 1700000000000, 0, 2000000, 0, 8600000, 1, 1700000000001);
INSERT INTO usage_daily (organization_id, user_id, day, provider, agent_id, tokens, minutes, calls, cost, events, flagged)
VALUES ('org_a', 'user_a', 19675, 'groq', '', 400, 0, 1, 236000, 1, 0),
    ('org_a', 'user_a', 19675, 'deepgram', 'agent_a', 0, 2000000, 0, 8600000, 1, 1);
INSERT INTO usage_totals (scope, provider, span, day, name, tokens, minutes, calls, cost, events, flagged)
VALUES ('platform', '', 8, 19672, '', 400, 2000000, 1, 8836000, 2, 1);
INSERT INTO usage_monthly (organization_id, user_id, month, tokens, minutes, calls, cost, events, flagged)
VALUES ('org_a', 'user_a', 202311, 400, 2000000, 1, 8836000, 2, 1);
INSERT INTO quota_events (seq, organization_id, user_id, month, threshold, used_tokens, token_quota, created_at)
VALUES (1, 'org_a', 'user_a', 202311, 80, 400, 500, 1700000000001);
