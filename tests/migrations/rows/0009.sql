-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO version_lifecycles (version, status, deprecated_at, sunset_at, serve_after_sunset, successor, brownouts, updated_at)
VALUES ('v1', 'deprecated', 1717200000000, 1733011200000, 0, 'v2', '[[1730000000000,1730000600000]]', 1717200000001),
    ('v2', 'supported', NULL, NULL, 0, '', '[]', 1717200000001);
INSERT INTO version_series (id, version, method, route) VALUES (1, 'v1', 'GET', '/users/profile'), (2, 'v1', '', '');
INSERT INTO version_route_daily (day, series, requests, errors, latency_0, latency_1, latency_2, latency_3, latency_4, latency_5,
    latency_6, latency_7, latency_8, latency_9, latency_10, latency_11, latency_12, latency_13, latency_14, latency_15, latency_16,
    latency_17, latency_18, latency_19)
VALUES (19675, 1, 3, 1, 0, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO version_daily (day, version, requests, errors, latency_0, latency_1, latency_2, latency_3, latency_4, latency_5,
    latency_6, latency_7, latency_8, latency_9, latency_10, latency_11, latency_12, latency_13, latency_14, latency_15, latency_16,
    latency_17, latency_18, latency_19)
VALUES (19675, 'v1', 3, 1, 0, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO version_callers (seq, version, kind, caller_id, organization_id, user_agent, last_seen_at)
VALUES (1, 'v1', 'user', 'user_a', 'org_a', 'curl/8', 1700000000000), (2, 'v1', 'other', '', '', '', 1700000000000);
INSERT INTO version_caller_daily (caller, day, version, requests, errors) VALUES (1, 19675, 'v1', 2, 1), (2, 19675, 'v1', 1, 0);
INSERT INTO version_route_callers (day, series, caller) VALUES (19675, 1, 1), (19675, 1, 2);
