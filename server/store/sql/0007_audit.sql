-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who changed what, and who signed in. Entries are only ever added, in a chain: each hash covers the entry and the hash before it
-- (server/audit/entry.h says how). Times are milliseconds since the epoch, UTC; '' means none. Nothing here refers to users or
-- organisations by a foreign key: what happened stays when they go.

CREATE TABLE audit_entries (
    seq {{bigint}} PRIMARY KEY, -- its place in the chain: from 1, without gaps
    id TEXT NOT NULL UNIQUE,
    at {{time}} NOT NULL,
    action TEXT {{binary}} NOT NULL, -- '<noun>.<past verb>'
    outcome TEXT NOT NULL, -- success, failure
    organization_id TEXT NOT NULL DEFAULT '', -- whose row it is about; '': the platform's, or nobody's
    actor_type TEXT NOT NULL, -- user, access_key, system
    actor_id TEXT NOT NULL DEFAULT '', -- users.id; of an access key its creator's; '': not known
    actor_email TEXT NOT NULL DEFAULT '', -- as it was then; of the system what of it
    key_id TEXT NOT NULL DEFAULT '',
    session_id TEXT NOT NULL DEFAULT '',
    device_id TEXT NOT NULL DEFAULT '',
    address TEXT {{binary}} NOT NULL DEFAULT '',
    user_agent TEXT NOT NULL DEFAULT '',
    version TEXT NOT NULL DEFAULT '', -- v1, v2
    request_id TEXT NOT NULL DEFAULT '',
    target_type TEXT NOT NULL DEFAULT '',
    target_id TEXT NOT NULL DEFAULT '',
    target_label TEXT NOT NULL DEFAULT '', -- as people knew it then
    before_json TEXT NOT NULL DEFAULT '', -- an object of the fields that changed; never a secret
    after_json TEXT NOT NULL DEFAULT '',
    reverts TEXT NOT NULL DEFAULT '', -- the id of the entry whose change this one took back
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL, -- SHA-256, hex
    search_text TEXT NOT NULL -- from the fields above; folded, a line each
);
CREATE INDEX audit_entries_at ON audit_entries (at, seq);
CREATE INDEX audit_entries_actor ON audit_entries (actor_id, at, seq);
CREATE INDEX audit_entries_target ON audit_entries (target_id, at, seq);
CREATE INDEX audit_entries_kind ON audit_entries (target_type, at, seq);
CREATE INDEX audit_entries_organization ON audit_entries (organization_id, at, seq);
CREATE INDEX audit_entries_action ON audit_entries (action, at, seq);
CREATE INDEX audit_entries_address ON audit_entries (address, at, seq);
CREATE INDEX audit_entries_failed ON audit_entries (at, seq) WHERE outcome = 'failure';

-- Both ends of the chain. Whoever adds an entry holds the head's row until the commit, so that entries of several processes stand
-- in one line.
CREATE TABLE audit_chain (
    name TEXT PRIMARY KEY, -- head: the newest entry, kept by a trigger; anchor: the newest one that retention removed
    seq {{bigint}} NOT NULL,
    hash TEXT NOT NULL -- '': none yet
);
INSERT INTO audit_chain (name, seq, hash) VALUES ('anchor', 0, ''), ('head', 0, '');

-- Failed sign-ins of a minute, of an account from an address: the first few have entries, the rest are summed up in one afterwards.
CREATE TABLE audit_bursts (
    minute {{bigint}} NOT NULL, -- since the epoch
    account TEXT {{binary}} NOT NULL, -- the e-mail address asked for; '' with an address '': all accounts together
    address TEXT NOT NULL,
    user_id TEXT NOT NULL DEFAULT '', -- whose account it is, and the next: of which organisation; '': of none
    organization_id TEXT NOT NULL DEFAULT '',
    entries {{bigint}} NOT NULL, -- that were made
    summed {{bigint}} NOT NULL, -- that were not
    PRIMARY KEY (minute, account, address)
);

-- {{sqlite}}
CREATE VIRTUAL TABLE audit_entries_search USING fts5 (search_text, tokenize = 'trigram case_sensitive 1', detail = 'none', content = '');

CREATE TRIGGER audit_entries_inserted AFTER INSERT ON audit_entries BEGIN
    INSERT INTO audit_entries_search (rowid, search_text) VALUES (new.seq, new.search_text);
    UPDATE audit_chain SET seq = new.seq, hash = new.hash WHERE name = 'head';
END;
CREATE TRIGGER audit_entries_deleted AFTER DELETE ON audit_entries BEGIN
    INSERT INTO audit_entries_search (audit_entries_search, rowid, search_text) VALUES ('delete', old.seq, old.search_text);
END;
-- {{end}}
-- {{postgresql}}
CREATE INDEX audit_entries_search ON audit_entries USING gin (search_text gin_trgm_ops);

CREATE FUNCTION follow_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE audit_chain SET seq = NEW.seq, hash = NEW.hash WHERE name = 'head';
    RETURN NULL;
END $$;
CREATE TRIGGER audit_entries_inserted AFTER INSERT ON audit_entries FOR EACH ROW EXECUTE FUNCTION follow_audit();
-- {{end}}
