-- SPDX-License-Identifier: GPL-3.0-or-later
-- Agents, the providers' keys of organisations, and the vault in which secrets lie sealed.

-- The master keys that sealed values may need, by their ids; the keys themselves are never in the database. More than one
-- while a rotation is under way.
CREATE TABLE vault_keys (
    id TEXT PRIMARY KEY, -- hex, follows from the key
    is_current INTEGER NOT NULL, -- 1: what is sealed now is sealed with it
    created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX vault_keys_current ON vault_keys (is_current) WHERE is_current = 1;

-- Every secret of a tenant's row. The first three columns are the associated data: a value that is copied to another row does not open.
CREATE TABLE vault_secrets (
    organization_id TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    owner TEXT NOT NULL, -- the table of the row whose secret it is
    row_id TEXT NOT NULL, -- that row's identity within the organisation
    key_id TEXT NOT NULL, -- vault_keys.id
    sealed {{blob}} NOT NULL,
    PRIMARY KEY (organization_id, owner, row_id)
);
CREATE INDEX vault_secrets_key ON vault_secrets (key_id);

-- One key a provider and organisation; the key itself is in vault_secrets under ('provider_keys', provider).
CREATE TABLE provider_keys (
    organization_id TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    provider TEXT NOT NULL, -- as the registry names it
    is_active INTEGER NOT NULL DEFAULT 1,
    fingerprint TEXT NOT NULL,
    last4 TEXT NOT NULL, -- empty for a key that is too short to show a part of
    created_by TEXT NOT NULL, -- users.id; the user may be gone
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    last_used_at BIGINT NOT NULL DEFAULT 0, -- 0: never
    tested_at BIGINT NOT NULL DEFAULT 0, -- 0: never; the next two are of that test
    test_ok INTEGER NOT NULL DEFAULT 0,
    test_message TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (organization_id, provider)
);

-- Agents, which the API also calls assistants. A secret within a settings group shows as its mask there; the values are in
-- vault_secrets under ('agents', id), one JSON object of dotted path to value.
CREATE TABLE agents (
    seq {{identity}},
    id TEXT NOT NULL UNIQUE,
    organization_id TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    user_id TEXT NOT NULL REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED, -- who made it; the owner once that user is gone
    name TEXT NOT NULL,
    sort_name TEXT {{binary}} NOT NULL,
    description TEXT NOT NULL DEFAULT '',
    phone_number TEXT NOT NULL DEFAULT '', -- E.164; empty: none
    status TEXT NOT NULL DEFAULT 'active',
    llm_provider TEXT NOT NULL,
    llm_provider_config TEXT NOT NULL DEFAULT '{}', -- this and the next three: JSON objects
    tts_settings TEXT NOT NULL DEFAULT '{}',
    stt_settings TEXT NOT NULL DEFAULT '{}',
    interruption_settings TEXT NOT NULL DEFAULT '{}',
    system_prompt TEXT NOT NULL DEFAULT '',
    first_message TEXT NOT NULL DEFAULT '',
    idle_message TEXT NOT NULL DEFAULT '',
    max_idle_messages INTEGER NOT NULL DEFAULT 3,
    idle_timeout INTEGER NOT NULL DEFAULT 10, -- seconds
    end_call_message TEXT NOT NULL DEFAULT '',
    max_call_duration INTEGER NOT NULL DEFAULT 1800, -- seconds
    search_text TEXT NOT NULL, -- name, newline, phone number, newline, description
    revision BIGINT NOT NULL DEFAULT 1,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);
CREATE INDEX agents_created ON agents (created_at, seq);
CREATE INDEX agents_updated ON agents (updated_at, seq);
CREATE INDEX agents_name ON agents (sort_name, seq);
CREATE INDEX agents_kind ON agents (llm_provider, status);
CREATE INDEX agents_organization_created ON agents (organization_id, created_at, seq);
CREATE INDEX agents_organization_updated ON agents (organization_id, updated_at, seq);
CREATE INDEX agents_organization_name ON agents (organization_id, sort_name, seq);
CREATE INDEX agents_organization_kind ON agents (organization_id, llm_provider, status);
CREATE INDEX agents_user ON agents (user_id, created_at, seq);

-- How many agents an organisation has of a kind, and the platform; kept by triggers, like users.agent_count.
CREATE TABLE agent_counts (
    organization_id TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    llm_provider TEXT NOT NULL,
    status TEXT NOT NULL,
    n BIGINT NOT NULL,
    PRIMARY KEY (organization_id, llm_provider, status)
);
CREATE TABLE agent_totals (
    llm_provider TEXT NOT NULL,
    status TEXT NOT NULL,
    n BIGINT NOT NULL,
    PRIMARY KEY (llm_provider, status)
);

-- {{sqlite}}
CREATE VIRTUAL TABLE agents_search USING fts5 (search_text, tokenize = 'trigram case_sensitive 1', detail = 'none', content = '');

CREATE TRIGGER agents_inserted AFTER INSERT ON agents BEGIN
    INSERT INTO agents_search (rowid, search_text) VALUES (new.seq, new.search_text);
    INSERT INTO agent_counts VALUES (new.organization_id, new.llm_provider, new.status, 1) ON CONFLICT DO UPDATE SET n = n + 1;
    INSERT INTO agent_totals VALUES (new.llm_provider, new.status, 1) ON CONFLICT DO UPDATE SET n = n + 1;
    UPDATE users SET agent_count = agent_count + 1 WHERE id = new.user_id;
END;
CREATE TRIGGER agents_deleted AFTER DELETE ON agents BEGIN
    INSERT INTO agents_search (agents_search, rowid, search_text) VALUES ('delete', old.seq, old.search_text);
    UPDATE agent_counts SET n = n - 1
        WHERE organization_id = old.organization_id AND llm_provider = old.llm_provider AND status = old.status;
    UPDATE agent_totals SET n = n - 1 WHERE llm_provider = old.llm_provider AND status = old.status;
    UPDATE users SET agent_count = agent_count - 1 WHERE id = old.user_id;
    DELETE FROM vault_secrets WHERE organization_id = old.organization_id AND owner = 'agents' AND row_id = old.id;
END;
CREATE TRIGGER agents_text_changed AFTER UPDATE OF search_text ON agents WHEN old.search_text <> new.search_text BEGIN
    INSERT INTO agents_search (agents_search, rowid, search_text) VALUES ('delete', old.seq, old.search_text);
    INSERT INTO agents_search (rowid, search_text) VALUES (new.seq, new.search_text);
END;
CREATE TRIGGER agents_kind_changed AFTER UPDATE OF llm_provider, status ON agents
WHEN old.llm_provider <> new.llm_provider OR old.status <> new.status BEGIN
    UPDATE agent_counts SET n = n - 1
        WHERE organization_id = old.organization_id AND llm_provider = old.llm_provider AND status = old.status;
    UPDATE agent_totals SET n = n - 1 WHERE llm_provider = old.llm_provider AND status = old.status;
    INSERT INTO agent_counts VALUES (new.organization_id, new.llm_provider, new.status, 1) ON CONFLICT DO UPDATE SET n = n + 1;
    INSERT INTO agent_totals VALUES (new.llm_provider, new.status, 1) ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER agents_passed_on AFTER UPDATE OF user_id ON agents WHEN old.user_id <> new.user_id BEGIN
    UPDATE users SET agent_count = agent_count - 1 WHERE id = old.user_id;
    UPDATE users SET agent_count = agent_count + 1 WHERE id = new.user_id;
END;
CREATE TRIGGER provider_keys_deleted AFTER DELETE ON provider_keys BEGIN
    DELETE FROM vault_secrets WHERE organization_id = old.organization_id AND owner = 'provider_keys' AND row_id = old.provider;
END;
-- A member's agents stay with the organisation: they pass to its owner. The last member's go.
CREATE TRIGGER users_leave_agents AFTER DELETE ON users WHEN old.agent_count > 0 BEGIN
    UPDATE agents SET user_id = (SELECT o.owner_id FROM organizations o WHERE o.id = old.organization_id)
        WHERE user_id = old.id AND EXISTS (SELECT 1 FROM organizations o JOIN users w ON w.id = o.owner_id
            WHERE o.id = old.organization_id);
    DELETE FROM agents WHERE user_id = old.id;
END;
-- {{end}}

-- {{postgresql}}
CREATE INDEX agents_search ON agents USING gin (search_text gin_trgm_ops);

CREATE FUNCTION count_agents() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        UPDATE agent_counts SET n = n - 1
            WHERE organization_id = OLD.organization_id AND llm_provider = OLD.llm_provider AND status = OLD.status;
        UPDATE agent_totals SET n = n - 1 WHERE llm_provider = OLD.llm_provider AND status = OLD.status;
        UPDATE users SET agent_count = agent_count - 1 WHERE id = OLD.user_id;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO agent_counts AS c VALUES (NEW.organization_id, NEW.llm_provider, NEW.status, 1)
            ON CONFLICT (organization_id, llm_provider, status) DO UPDATE SET n = c.n + 1;
        INSERT INTO agent_totals AS c VALUES (NEW.llm_provider, NEW.status, 1)
            ON CONFLICT (llm_provider, status) DO UPDATE SET n = c.n + 1;
        UPDATE users SET agent_count = agent_count + 1 WHERE id = NEW.user_id;
    END IF;
    IF TG_OP = 'DELETE' THEN
        DELETE FROM vault_secrets WHERE organization_id = OLD.organization_id AND owner = 'agents' AND row_id = OLD.id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER agents_counted AFTER INSERT OR DELETE OR UPDATE OF llm_provider, status, user_id ON agents
    FOR EACH ROW EXECUTE FUNCTION count_agents();

CREATE FUNCTION drop_provider_secret() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM vault_secrets WHERE organization_id = OLD.organization_id AND owner = 'provider_keys' AND row_id = OLD.provider;
    RETURN NULL;
END $$;
CREATE TRIGGER provider_keys_deleted AFTER DELETE ON provider_keys
    FOR EACH ROW EXECUTE FUNCTION drop_provider_secret();

CREATE FUNCTION leave_agents() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE agents SET user_id = (SELECT o.owner_id FROM organizations o WHERE o.id = OLD.organization_id)
        WHERE user_id = OLD.id AND EXISTS (SELECT 1 FROM organizations o JOIN users w ON w.id = o.owner_id
            WHERE o.id = OLD.organization_id);
    DELETE FROM agents WHERE user_id = OLD.id;
    RETURN NULL;
END $$;
-- A member's agents stay with the organisation: they pass to its owner. The last member's go.
CREATE TRIGGER users_leave_agents AFTER DELETE ON users FOR EACH ROW WHEN (OLD.agent_count > 0)
    EXECUTE FUNCTION leave_agents();
-- {{end}}
