-- SPDX-License-Identifier: GPL-3.0-or-later
-- The lifecycle of API versions as administrators edited it, and who called what in which version. Times are milliseconds since the
-- epoch, UTC; days are days since the epoch, UTC. A version without a row is as the program ships it. Nothing here refers to users,
-- keys or organisations by a foreign key: what was called stays called when they go.

CREATE TABLE version_lifecycles (
    version TEXT PRIMARY KEY, -- v0, v1, v2
    status TEXT NOT NULL, -- supported, deprecated, sunset
    deprecated_at {{time}}, -- null, as is the next: not said
    sunset_at {{time}},
    serve_after_sunset {{flag}} NOT NULL DEFAULT 0,
    successor TEXT NOT NULL DEFAULT '', -- '': none
    brownouts TEXT NOT NULL DEFAULT '[]', -- JSON: [[from, to], …], ordered
    updated_at {{time}} NOT NULL
);

-- What is counted: a route in a version.
CREATE TABLE version_series (
    id {{identity}},
    version TEXT NOT NULL,
    method TEXT NOT NULL, -- '': no route answered
    route TEXT NOT NULL, -- as it is declared, /users/:id; '': no route answered
    UNIQUE (version, method, route)
);

-- latency_N: how many answers took less than 64 << N microseconds and not less than half of that; the last has no end.
CREATE TABLE version_route_daily (
    day INTEGER NOT NULL,
    series INTEGER NOT NULL, -- version_series.id
    requests {{bigint}} NOT NULL,
    errors {{bigint}} NOT NULL, -- answers of status 400 and above
    latency_0 {{bigint}} NOT NULL, latency_1 {{bigint}} NOT NULL, latency_2 {{bigint}} NOT NULL, latency_3 {{bigint}} NOT NULL,
    latency_4 {{bigint}} NOT NULL, latency_5 {{bigint}} NOT NULL, latency_6 {{bigint}} NOT NULL, latency_7 {{bigint}} NOT NULL,
    latency_8 {{bigint}} NOT NULL, latency_9 {{bigint}} NOT NULL, latency_10 {{bigint}} NOT NULL, latency_11 {{bigint}} NOT NULL,
    latency_12 {{bigint}} NOT NULL, latency_13 {{bigint}} NOT NULL, latency_14 {{bigint}} NOT NULL, latency_15 {{bigint}} NOT NULL,
    latency_16 {{bigint}} NOT NULL, latency_17 {{bigint}} NOT NULL, latency_18 {{bigint}} NOT NULL, latency_19 {{bigint}} NOT NULL,
    PRIMARY KEY (day, series)
);

-- The sums of the routes, so that a year is few rows.
CREATE TABLE version_daily (
    day INTEGER NOT NULL,
    version TEXT NOT NULL,
    requests {{bigint}} NOT NULL,
    errors {{bigint}} NOT NULL,
    latency_0 {{bigint}} NOT NULL, latency_1 {{bigint}} NOT NULL, latency_2 {{bigint}} NOT NULL, latency_3 {{bigint}} NOT NULL,
    latency_4 {{bigint}} NOT NULL, latency_5 {{bigint}} NOT NULL, latency_6 {{bigint}} NOT NULL, latency_7 {{bigint}} NOT NULL,
    latency_8 {{bigint}} NOT NULL, latency_9 {{bigint}} NOT NULL, latency_10 {{bigint}} NOT NULL, latency_11 {{bigint}} NOT NULL,
    latency_12 {{bigint}} NOT NULL, latency_13 {{bigint}} NOT NULL, latency_14 {{bigint}} NOT NULL, latency_15 {{bigint}} NOT NULL,
    latency_16 {{bigint}} NOT NULL, latency_17 {{bigint}} NOT NULL, latency_18 {{bigint}} NOT NULL, latency_19 {{bigint}} NOT NULL,
    PRIMARY KEY (day, version)
);

-- Who called a version, ever since rows are kept.
CREATE TABLE version_callers (
    seq {{identity}},
    version TEXT NOT NULL,
    kind TEXT NOT NULL, -- user, access_key; other: those beyond what was held in memory, together
    caller_id TEXT NOT NULL, -- users.id or access_keys.id
    organization_id TEXT NOT NULL,
    user_agent TEXT NOT NULL DEFAULT '', -- of a recent call
    last_seen_at {{time}} NOT NULL,
    UNIQUE (version, kind, caller_id)
);
CREATE INDEX version_callers_seen ON version_callers (version, last_seen_at, seq);
CREATE INDEX version_callers_same ON version_callers (kind, caller_id, version);

CREATE TABLE version_caller_daily (
    caller {{bigint}} NOT NULL, -- version_callers.seq
    day INTEGER NOT NULL,
    version TEXT NOT NULL,
    requests {{bigint}} NOT NULL,
    errors {{bigint}} NOT NULL,
    PRIMARY KEY (caller, day)
-- {{sqlite}}
) WITHOUT ROWID; -- kept in the key's order, so that a caller's days are read in one sweep
-- {{end}}
-- {{postgresql}}
);
-- {{end}}
CREATE INDEX version_caller_daily_day ON version_caller_daily (day, version, caller);

-- Which callers called a route on a day.
CREATE TABLE version_route_callers (
    day INTEGER NOT NULL,
    series INTEGER NOT NULL,
    caller {{bigint}} NOT NULL,
    PRIMARY KEY (day, series, caller)
-- {{sqlite}}
) WITHOUT ROWID;
-- {{end}}
-- {{postgresql}}
);
-- {{end}}
