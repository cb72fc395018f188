-- SPDX-License-Identifier: GPL-3.0-or-later
-- Calls, what counters know of them, and which rows of a legacy system were taken over. Times are milliseconds since the epoch, UTC;
-- money is in nano-dollars.

CREATE TABLE calls (
    seq {{identity}},
    id TEXT NOT NULL UNIQUE,
    organization_id TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    user_id TEXT NOT NULL, -- who made or reported it; stays when the user goes
    agent_id TEXT NOT NULL DEFAULT '', -- agents.id; '': none; stays when the agent goes
    external_id TEXT {{binary}}, -- the telephony system's name of the call; null: it has none
    carrier TEXT NOT NULL DEFAULT '', -- the telephony provider; '': not said
    direction TEXT NOT NULL, -- inbound, outbound
    from_number TEXT {{binary}} NOT NULL DEFAULT '',
    to_number TEXT {{binary}} NOT NULL DEFAULT '',
    status TEXT NOT NULL, -- queued, dialing, in_progress, completed, failed, no_answer, busy, canceled
    started_at {{time}}, -- null: has not begun, or nobody said
    ended_at {{time}},
    began_at {{time}} NOT NULL, -- started_at, else created_at: what lists and days go by
    duration_seconds {{bigint}} NOT NULL DEFAULT 0,
    cost {{bigint}}, -- null: not known
    outcome TEXT NOT NULL DEFAULT '',
    notes TEXT NOT NULL DEFAULT '',
    recording_url TEXT NOT NULL DEFAULT '',
    transcript TEXT NOT NULL DEFAULT '[]', -- JSON array of turns
    timeline TEXT NOT NULL DEFAULT '[]', -- JSON array of events, oldest first
    call_meta TEXT NOT NULL DEFAULT '{}', -- JSON object
    search_text TEXT NOT NULL DEFAULT '', -- external id, numbers, outcome, notes; folded, a line each
    revision {{bigint}} NOT NULL DEFAULT 1,
    created_at {{time}} NOT NULL,
    updated_at {{time}} NOT NULL
);
CREATE UNIQUE INDEX calls_external ON calls (organization_id, external_id);
CREATE INDEX calls_began ON calls (organization_id, began_at, seq);
CREATE INDEX calls_created ON calls (organization_id, created_at, seq);
CREATE INDEX calls_duration ON calls (organization_id, duration_seconds, seq);
CREATE INDEX calls_agent ON calls (organization_id, agent_id, began_at, seq);
CREATE INDEX calls_status ON calls (organization_id, status, began_at, seq);
CREATE INDEX calls_from ON calls (organization_id, from_number);
CREATE INDEX calls_to ON calls (organization_id, to_number);
CREATE INDEX calls_all_began ON calls (began_at, seq); -- the last two: for platform administrators
CREATE INDEX calls_all_created ON calls (created_at, seq);

-- How many calls are of a kind; kept by triggers.
CREATE TABLE call_counts (
    organization_id TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    agent_id TEXT NOT NULL,
    status TEXT NOT NULL,
    direction TEXT NOT NULL,
    n {{bigint}} NOT NULL,
    PRIMARY KEY (organization_id, agent_id, status, direction)
);

-- The same by the UTC day of began_at (days since the epoch), with their sums; kept by triggers.
CREATE TABLE call_days (
    organization_id TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    day INTEGER NOT NULL,
    agent_id TEXT NOT NULL,
    status TEXT NOT NULL,
    direction TEXT NOT NULL,
    n {{bigint}} NOT NULL,
    duration_seconds {{bigint}} NOT NULL,
    cost {{bigint}} NOT NULL, -- of those whose cost is known
    converted {{bigint}} NOT NULL, -- with the outcome 'converted'
    PRIMARY KEY (organization_id, day, agent_id, status, direction)
);

-- A row of a legacy export that was taken over, so that another run does not take it again.
CREATE TABLE legacy_rows (
    kind TEXT NOT NULL, -- user, agent, call
    legacy_id TEXT NOT NULL,
    id TEXT NOT NULL, -- what it is here
    imported_at {{time}} NOT NULL,
    PRIMARY KEY (kind, legacy_id)
);

-- {{sqlite}}
CREATE VIRTUAL TABLE calls_search USING fts5 (search_text, tokenize = 'trigram case_sensitive 1', detail = 'none', content = '');

CREATE TRIGGER calls_inserted AFTER INSERT ON calls BEGIN
    INSERT INTO calls_search (rowid, search_text) VALUES (new.seq, new.search_text);
    INSERT INTO call_counts VALUES (new.organization_id, new.agent_id, new.status, new.direction, 1)
        ON CONFLICT DO UPDATE SET n = n + 1;
    INSERT INTO call_days VALUES (new.organization_id, new.began_at / 86400000, new.agent_id, new.status, new.direction,
        1, new.duration_seconds, COALESCE(new.cost, 0), new.outcome = 'converted')
        ON CONFLICT DO UPDATE SET n = n + 1, duration_seconds = duration_seconds + excluded.duration_seconds,
            cost = cost + excluded.cost, converted = converted + excluded.converted;
END;
CREATE TRIGGER calls_deleted AFTER DELETE ON calls BEGIN
    INSERT INTO calls_search (calls_search, rowid, search_text) VALUES ('delete', old.seq, old.search_text);
    UPDATE call_counts SET n = n - 1 WHERE organization_id = old.organization_id AND agent_id = old.agent_id
        AND status = old.status AND direction = old.direction;
    UPDATE call_days SET n = n - 1, duration_seconds = duration_seconds - old.duration_seconds,
        cost = cost - COALESCE(old.cost, 0), converted = converted - (old.outcome = 'converted')
        WHERE organization_id = old.organization_id AND day = old.began_at / 86400000 AND agent_id = old.agent_id
            AND status = old.status AND direction = old.direction;
END;
CREATE TRIGGER calls_text_changed AFTER UPDATE OF search_text ON calls WHEN old.search_text <> new.search_text BEGIN
    INSERT INTO calls_search (calls_search, rowid, search_text) VALUES ('delete', old.seq, old.search_text);
    INSERT INTO calls_search (rowid, search_text) VALUES (new.seq, new.search_text);
END;
CREATE TRIGGER calls_changed AFTER UPDATE OF agent_id, status, direction, began_at, duration_seconds, cost, outcome ON calls BEGIN
    UPDATE call_counts SET n = n - 1 WHERE organization_id = old.organization_id AND agent_id = old.agent_id
        AND status = old.status AND direction = old.direction;
    INSERT INTO call_counts VALUES (new.organization_id, new.agent_id, new.status, new.direction, 1)
        ON CONFLICT DO UPDATE SET n = n + 1;
    UPDATE call_days SET n = n - 1, duration_seconds = duration_seconds - old.duration_seconds,
        cost = cost - COALESCE(old.cost, 0), converted = converted - (old.outcome = 'converted')
        WHERE organization_id = old.organization_id AND day = old.began_at / 86400000 AND agent_id = old.agent_id
            AND status = old.status AND direction = old.direction;
    INSERT INTO call_days VALUES (new.organization_id, new.began_at / 86400000, new.agent_id, new.status, new.direction,
        1, new.duration_seconds, COALESCE(new.cost, 0), new.outcome = 'converted')
        ON CONFLICT DO UPDATE SET n = n + 1, duration_seconds = duration_seconds + excluded.duration_seconds,
            cost = cost + excluded.cost, converted = converted + excluded.converted;
END;
-- {{end}}
-- {{postgresql}}
CREATE INDEX calls_search ON calls USING gin (search_text gin_trgm_ops);

CREATE FUNCTION count_calls() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        UPDATE call_counts SET n = n - 1 WHERE organization_id = OLD.organization_id AND agent_id = OLD.agent_id
            AND status = OLD.status AND direction = OLD.direction;
        UPDATE call_days SET n = n - 1, duration_seconds = duration_seconds - OLD.duration_seconds,
            cost = cost - COALESCE(OLD.cost, 0), converted = converted - (OLD.outcome = 'converted')::integer
            WHERE organization_id = OLD.organization_id AND day = OLD.began_at / 86400000 AND agent_id = OLD.agent_id
                AND status = OLD.status AND direction = OLD.direction;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO call_counts AS c VALUES (NEW.organization_id, NEW.agent_id, NEW.status, NEW.direction, 1)
            ON CONFLICT (organization_id, agent_id, status, direction) DO UPDATE SET n = c.n + 1;
        INSERT INTO call_days AS c VALUES (NEW.organization_id, NEW.began_at / 86400000, NEW.agent_id, NEW.status,
            NEW.direction, 1, NEW.duration_seconds, COALESCE(NEW.cost, 0), (NEW.outcome = 'converted')::integer)
            ON CONFLICT (organization_id, day, agent_id, status, direction) DO UPDATE SET n = c.n + 1,
                duration_seconds = c.duration_seconds + excluded.duration_seconds, cost = c.cost + excluded.cost,
                converted = c.converted + excluded.converted;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER calls_counted AFTER INSERT OR DELETE
    OR UPDATE OF agent_id, status, direction, began_at, duration_seconds, cost, outcome ON calls
    FOR EACH ROW EXECUTE FUNCTION count_calls();
-- {{end}}
