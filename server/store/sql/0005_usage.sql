-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was consumed: the events as they were reported, and their sums, kept in the same transaction. Days are days since the epoch,
-- UTC, of occurred_at; months are year * 100 + month; minutes are millionths; cost is in nano-dollars. Nothing here refers to
-- users, organisations or agents by a foreign key: what was consumed stays consumed when they go.

CREATE TABLE usage_events (
    seq {{identity}},
    organization_id TEXT NOT NULL,
    event_id TEXT {{binary}} NOT NULL, -- the reporter's own: sent twice, counted once
    user_id TEXT NOT NULL,
    agent_id TEXT NOT NULL DEFAULT '', -- '': none
    provider TEXT NOT NULL,
    model TEXT NOT NULL DEFAULT '', -- '': not said
    occurred_at {{time}} NOT NULL,
    tokens {{bigint}} NOT NULL,
    minutes {{bigint}} NOT NULL,
    calls {{bigint}} NOT NULL,
    cost {{bigint}} NOT NULL,
    flagged INTEGER NOT NULL DEFAULT 0, -- consumed over the quota
    created_at {{time}} NOT NULL,
    UNIQUE (organization_id, event_id)
);
CREATE INDEX usage_events_user ON usage_events (organization_id, user_id, occurred_at, seq);

-- A tenant's sums. Every view of one tenant, user or agent reads these.
CREATE TABLE usage_daily (
    organization_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    day INTEGER NOT NULL,
    provider TEXT NOT NULL,
    agent_id TEXT NOT NULL,
    tokens {{bigint}} NOT NULL,
    minutes {{bigint}} NOT NULL,
    calls {{bigint}} NOT NULL,
    cost {{bigint}} NOT NULL,
    events {{bigint}} NOT NULL,
    flagged {{bigint}} NOT NULL,
    PRIMARY KEY (organization_id, user_id, day, provider, agent_id)
-- {{sqlite}}
) WITHOUT ROWID; -- kept in the key's order, so that a range of days is read in one sweep
-- {{end}}
-- {{postgresql}}
);
-- {{end}}
CREATE INDEX usage_daily_organization ON usage_daily (organization_id, day);
CREATE INDEX usage_daily_agent ON usage_daily (agent_id, day);
CREATE INDEX usage_daily_user ON usage_daily (user_id, day);

-- The whole platform's sums over one day (span 1) or eight (span 8, from a day that eight divides): 90 days of a key are at most
-- 24 rows. scope says what name is: 'platform' (always ''), 'organization', 'user', 'agent'. provider '' is the sum of all.
CREATE TABLE usage_totals (
    scope TEXT NOT NULL,
    provider TEXT NOT NULL,
    span INTEGER NOT NULL,
    day INTEGER NOT NULL, -- its first
    name TEXT NOT NULL,
    tokens {{bigint}} NOT NULL,
    minutes {{bigint}} NOT NULL,
    calls {{bigint}} NOT NULL,
    cost {{bigint}} NOT NULL,
    events {{bigint}} NOT NULL,
    flagged {{bigint}} NOT NULL,
    PRIMARY KEY (scope, provider, span, day, name)
-- {{sqlite}}
) WITHOUT ROWID; -- kept in the key's order, so that a range of days is read in one sweep
-- {{end}}
-- {{postgresql}}
);
-- {{end}}

-- What quotas are held against.
CREATE TABLE usage_monthly (
    organization_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    month INTEGER NOT NULL,
    tokens {{bigint}} NOT NULL,
    minutes {{bigint}} NOT NULL,
    calls {{bigint}} NOT NULL,
    cost {{bigint}} NOT NULL,
    events {{bigint}} NOT NULL,
    flagged {{bigint}} NOT NULL,
    PRIMARY KEY (organization_id, user_id, month)
);

-- That a user's month passed 80 or 100 per cent of its quota; once each.
CREATE TABLE quota_events (
    seq {{identity}},
    organization_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    month INTEGER NOT NULL,
    threshold INTEGER NOT NULL, -- per cent: 80, 100
    used_tokens {{bigint}} NOT NULL, -- just after
    token_quota {{bigint}} NOT NULL, -- as it was then
    created_at {{time}} NOT NULL,
    UNIQUE (organization_id, user_id, month, threshold)
);
CREATE INDEX quota_events_month ON quota_events (month, threshold);
