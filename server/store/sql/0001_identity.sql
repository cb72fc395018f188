-- SPDX-License-Identifier: GPL-3.0-or-later
-- Tenants, users, sessions. Times are milliseconds since the epoch, UTC. Ids are a prefix and a time-ordered ULID: user_01j…, org_…, sess_…, dev_….
-- `seq` is the row's short name: the tie-break of every sort index and the row number of the search index.
-- Text that is sorted or searched is stored folded to lower case by the server (sort_*, search_text), since SQLite's lower() knows ASCII only.

CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL,
    updated_at BIGINT NOT NULL
);

CREATE TABLE organizations (
    seq {{identity}},
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    sort_name TEXT {{binary}} NOT NULL,
    owner_id TEXT, -- users.id; null only while the row is being made
    tier TEXT NOT NULL DEFAULT 'free', -- the owner's
    is_active INTEGER NOT NULL DEFAULT 1,
    member_count BIGINT NOT NULL DEFAULT 0, -- kept by triggers on users
    search_text TEXT NOT NULL, -- name, newline, the owner's e-mail
    revision BIGINT NOT NULL DEFAULT 1,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);
CREATE INDEX organizations_created ON organizations (created_at, seq);
CREATE INDEX organizations_name ON organizations (sort_name, seq);
CREATE INDEX organizations_members ON organizations (member_count, seq);
CREATE INDEX organizations_kind ON organizations (tier, is_active);

CREATE TABLE users (
    seq {{identity}},
    id TEXT NOT NULL UNIQUE,
    organization_id TEXT NOT NULL REFERENCES organizations (id),
    organization_role TEXT NOT NULL DEFAULT 'owner',
    organization_name TEXT NOT NULL DEFAULT '', -- copied, so that lists need no join; renaming writes both
    sort_organization TEXT {{binary}} NOT NULL DEFAULT '',
    email TEXT {{binary}} NOT NULL UNIQUE, -- lower case
    password_hash TEXT, -- argon2id, encoded; null: cannot sign in by password
    password_changed_at BIGINT,
    first_name TEXT NOT NULL DEFAULT '',
    last_name TEXT NOT NULL DEFAULT '',
    sort_name TEXT {{binary}} NOT NULL DEFAULT '', -- first, blank, last
    phone TEXT NOT NULL DEFAULT '',
    timezone TEXT NOT NULL DEFAULT '',
    language TEXT NOT NULL DEFAULT '',
    role TEXT NOT NULL DEFAULT 'user',
    tier TEXT NOT NULL DEFAULT 'free',
    is_active INTEGER NOT NULL DEFAULT 1,
    email_verified INTEGER NOT NULL DEFAULT 0,
    phone_verified INTEGER NOT NULL DEFAULT 0,
    max_agents BIGINT, -- this and the next two: null means the tier's
    monthly_token_quota BIGINT,
    requests_per_hour BIGINT,
    limit_notes TEXT NOT NULL DEFAULT '',
    agent_count BIGINT NOT NULL DEFAULT 0, -- kept by whoever inserts and deletes agents, in the same transaction
    usage_month INTEGER NOT NULL DEFAULT 0, -- year * 100 + month the next two belong to; of another month they mean 0
    used_tokens BIGINT NOT NULL DEFAULT 0,
    used_calls BIGINT NOT NULL DEFAULT 0,
    preferences TEXT NOT NULL DEFAULT '{}', -- JSON object
    metadata TEXT NOT NULL DEFAULT '{}', -- JSON object
    search_text TEXT NOT NULL DEFAULT '', -- e-mail, newline, sort_name, newline, sort_organization
    revision BIGINT NOT NULL DEFAULT 1, -- goes up with every change a client may see; the ETag
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    last_login_at BIGINT NOT NULL DEFAULT 0 -- 0: never; not null, so that one index serves both directions
);
CREATE INDEX users_organization ON users (organization_id, created_at, seq);
CREATE INDEX users_created ON users (created_at, seq);
CREATE INDEX users_name ON users (sort_name, seq);
CREATE INDEX users_sort_organization ON users (sort_organization, seq);
CREATE INDEX users_last_login ON users (last_login_at, seq);
CREATE INDEX users_kind ON users (role, tier, is_active); -- for rare kinds; a filter on a common one walks the sort's index

-- How many users have these three; every unsearched total is a sum over at most 24 rows.
CREATE TABLE user_counts (
    role TEXT NOT NULL,
    tier TEXT NOT NULL,
    is_active INTEGER NOT NULL,
    n BIGINT NOT NULL,
    PRIMARY KEY (role, tier, is_active)
);

CREATE TABLE organization_counts (
    tier TEXT NOT NULL,
    is_active INTEGER NOT NULL,
    n BIGINT NOT NULL,
    PRIMARY KEY (tier, is_active)
);

-- What happened a day: 'user.created', 'login.succeeded', 'login.failed'. Day: days since the epoch, UTC.
CREATE TABLE daily_counts (
    day INTEGER NOT NULL,
    what TEXT NOT NULL,
    n BIGINT NOT NULL,
    PRIMARY KEY (day, what)
);

CREATE TABLE devices (
    id TEXT PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    fingerprint TEXT NOT NULL, -- what the client calls itself, else a hash of its user agent
    name TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL DEFAULT '',
    user_agent TEXT NOT NULL DEFAULT '',
    last_address TEXT NOT NULL DEFAULT '',
    first_seen_at BIGINT NOT NULL,
    last_seen_at BIGINT NOT NULL,
    UNIQUE (user_id, fingerprint)
);

-- One sign-in. It is also the family of its refresh tokens: a token names its session and its generation, so the row needs only
-- the newest token's hash and the one before it, however often it was rotated.
CREATE TABLE sessions (
    id TEXT PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    device_id TEXT REFERENCES devices (id) ON DELETE SET NULL,
    surface TEXT NOT NULL, -- 'v1', 'v2' or 'alias': how its login was answered
    address TEXT NOT NULL DEFAULT '',
    user_agent TEXT NOT NULL DEFAULT '',
    refresh_generation BIGINT NOT NULL DEFAULT 1,
    refresh_hash TEXT NOT NULL, -- SHA-256, hex
    refresh_parent_hash TEXT NOT NULL DEFAULT '',
    refreshed_at BIGINT NOT NULL,
    access_expires_at BIGINT NOT NULL, -- of the newest access token
    expires_at BIGINT NOT NULL, -- of the newest refresh token
    revoked_at BIGINT, -- null: alive
    revoked_reason TEXT NOT NULL DEFAULT '',
    created_at BIGINT NOT NULL
);
CREATE INDEX sessions_user ON sessions (user_id, created_at);
CREATE INDEX sessions_device ON sessions (device_id);
CREATE INDEX sessions_expiry ON sessions (expires_at);
CREATE INDEX sessions_live ON sessions (access_expires_at) WHERE revoked_at IS NULL;

CREATE TABLE login_failures (
    email TEXT NOT NULL, -- as asked for, known or not
    address TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX login_failures_pair ON login_failures (email, address, at);
CREATE INDEX login_failures_email ON login_failures (email, at);
CREATE INDEX login_failures_at ON login_failures (at);

-- {{sqlite}}
CREATE VIRTUAL TABLE users_search USING fts5 (search_text, tokenize = 'trigram case_sensitive 1', detail = 'none', content = '');
CREATE VIRTUAL TABLE organizations_search USING fts5 (search_text, tokenize = 'trigram case_sensitive 1', detail = 'none', content = '');

CREATE TRIGGER users_inserted AFTER INSERT ON users BEGIN
    INSERT INTO users_search (rowid, search_text) VALUES (new.seq, new.search_text);
    INSERT INTO user_counts VALUES (new.role, new.tier, new.is_active, 1) ON CONFLICT DO UPDATE SET n = n + 1;
    INSERT INTO daily_counts VALUES (new.created_at / 86400000, 'user.created', 1) ON CONFLICT DO UPDATE SET n = n + 1;
    UPDATE organizations SET member_count = member_count + 1 WHERE id = new.organization_id;
END;
CREATE TRIGGER users_deleted AFTER DELETE ON users BEGIN
    INSERT INTO users_search (users_search, rowid, search_text) VALUES ('delete', old.seq, old.search_text);
    UPDATE user_counts SET n = n - 1 WHERE role = old.role AND tier = old.tier AND is_active = old.is_active;
    UPDATE organizations SET member_count = member_count - 1 WHERE id = old.organization_id;
END;
CREATE TRIGGER users_text_changed AFTER UPDATE OF search_text ON users WHEN old.search_text <> new.search_text BEGIN
    INSERT INTO users_search (users_search, rowid, search_text) VALUES ('delete', old.seq, old.search_text);
    INSERT INTO users_search (rowid, search_text) VALUES (new.seq, new.search_text);
END;
CREATE TRIGGER users_kind_changed AFTER UPDATE OF role, tier, is_active ON users
WHEN old.role <> new.role OR old.tier <> new.tier OR old.is_active <> new.is_active BEGIN
    UPDATE user_counts SET n = n - 1 WHERE role = old.role AND tier = old.tier AND is_active = old.is_active;
    INSERT INTO user_counts VALUES (new.role, new.tier, new.is_active, 1) ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER users_moved AFTER UPDATE OF organization_id ON users WHEN old.organization_id <> new.organization_id BEGIN
    UPDATE organizations SET member_count = member_count - 1 WHERE id = old.organization_id;
    UPDATE organizations SET member_count = member_count + 1 WHERE id = new.organization_id;
END;

CREATE TRIGGER organizations_inserted AFTER INSERT ON organizations BEGIN
    INSERT INTO organizations_search (rowid, search_text) VALUES (new.seq, new.search_text);
    INSERT INTO organization_counts VALUES (new.tier, new.is_active, 1) ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER organizations_deleted AFTER DELETE ON organizations BEGIN
    INSERT INTO organizations_search (organizations_search, rowid, search_text) VALUES ('delete', old.seq, old.search_text);
    UPDATE organization_counts SET n = n - 1 WHERE tier = old.tier AND is_active = old.is_active;
END;
CREATE TRIGGER organizations_text_changed AFTER UPDATE OF search_text ON organizations
WHEN old.search_text <> new.search_text BEGIN
    INSERT INTO organizations_search (organizations_search, rowid, search_text) VALUES ('delete', old.seq, old.search_text);
    INSERT INTO organizations_search (rowid, search_text) VALUES (new.seq, new.search_text);
END;
CREATE TRIGGER organizations_kind_changed AFTER UPDATE OF tier, is_active ON organizations
WHEN old.tier <> new.tier OR old.is_active <> new.is_active BEGIN
    UPDATE organization_counts SET n = n - 1 WHERE tier = old.tier AND is_active = old.is_active;
    INSERT INTO organization_counts VALUES (new.tier, new.is_active, 1) ON CONFLICT DO UPDATE SET n = n + 1;
END;
-- {{end}}

-- {{postgresql}}
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX users_search ON users USING gin (search_text gin_trgm_ops);
CREATE INDEX organizations_search ON organizations USING gin (search_text gin_trgm_ops);

CREATE FUNCTION count_users() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        UPDATE user_counts SET n = n - 1 WHERE role = OLD.role AND tier = OLD.tier AND is_active = OLD.is_active;
        UPDATE organizations SET member_count = member_count - 1 WHERE id = OLD.organization_id;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO user_counts AS c VALUES (NEW.role, NEW.tier, NEW.is_active, 1)
            ON CONFLICT (role, tier, is_active) DO UPDATE SET n = c.n + 1;
        UPDATE organizations SET member_count = member_count + 1 WHERE id = NEW.organization_id;
    END IF;
    IF TG_OP = 'INSERT' THEN
        INSERT INTO daily_counts AS c VALUES (NEW.created_at / 86400000, 'user.created', 1)
            ON CONFLICT (day, what) DO UPDATE SET n = c.n + 1;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER users_counted AFTER INSERT OR DELETE OR UPDATE OF role, tier, is_active, organization_id ON users
    FOR EACH ROW EXECUTE FUNCTION count_users();

CREATE FUNCTION count_organizations() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        UPDATE organization_counts SET n = n - 1 WHERE tier = OLD.tier AND is_active = OLD.is_active;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO organization_counts AS c VALUES (NEW.tier, NEW.is_active, 1)
            ON CONFLICT (tier, is_active) DO UPDATE SET n = c.n + 1;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER organizations_counted AFTER INSERT OR DELETE OR UPDATE OF tier, is_active ON organizations
    FOR EACH ROW EXECUTE FUNCTION count_organizations();
-- {{end}}
