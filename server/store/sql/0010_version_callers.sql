-- SPDX-License-Identifier: GPL-3.0-or-later
-- Distinct callers without looking at every day of each: how many called on a day, and on which day a caller last called a route. A
-- period that lasts until today needs no more; of one that ended before, only who called again later is looked up.

ALTER TABLE version_daily ADD COLUMN callers {{bigint}} NOT NULL DEFAULT 0;
UPDATE version_daily SET callers
    = (SELECT COUNT(*) FROM version_caller_daily c WHERE c.day = version_daily.day AND c.version = version_daily.version);

CREATE TABLE version_route_seen (
    series INTEGER NOT NULL, -- version_series.id
    caller {{bigint}} NOT NULL, -- version_callers.seq
    last_day INTEGER NOT NULL, -- days since the epoch, UTC
    PRIMARY KEY (series, caller)
-- {{sqlite}}
) WITHOUT ROWID;
-- {{end}}
-- {{postgresql}}
);
-- {{end}}
CREATE INDEX version_route_seen_day ON version_route_seen (series, last_day, caller);
INSERT INTO version_route_seen (series, caller, last_day)
    SELECT series, caller, MAX(day) FROM version_route_callers GROUP BY series, caller;

CREATE INDEX version_route_callers_caller ON version_route_callers (series, caller, day);
