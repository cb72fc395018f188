-- SPDX-License-Identifier: GPL-3.0-or-later
-- Second factors, what is known of devices and addresses, one-time tokens, and mail on its way out. Times are milliseconds since
-- the epoch, UTC.

-- A user's TOTP (RFC 6238); its secret is in vault_secrets under ('two_factor', user_id).
CREATE TABLE two_factor (
    user_id TEXT PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    organization_id TEXT NOT NULL, -- where the secret lies
    confirmed_at {{time}}, -- null: enrolled, and not asked for yet
    last_step {{bigint}} NOT NULL DEFAULT -1, -- the newest time step that was accepted: it and older ones are used up
    created_at {{time}} NOT NULL
);

-- What lets somebody in who lost the device; each once.
CREATE TABLE recovery_codes (
    user_id TEXT NOT NULL REFERENCES two_factor (user_id) ON DELETE CASCADE,
    code_hash TEXT NOT NULL, -- SHA-256 of 80 random bits and the user's id, hex
    used_at {{time}}, -- null: not used
    created_at {{time}} NOT NULL,
    PRIMARY KEY (user_id, code_hash)
);

-- A sign-in whose password was right and whose second factor is awaited.
CREATE TABLE sign_in_challenges (
    token_hash TEXT PRIMARY KEY, -- SHA-256, hex
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    client_id TEXT NOT NULL DEFAULT '', -- this and the next three: of the device that began
    device_name TEXT NOT NULL DEFAULT '',
    device_kind TEXT NOT NULL DEFAULT '',
    user_agent TEXT NOT NULL DEFAULT '',
    failures INTEGER NOT NULL DEFAULT 0,
    expires_at {{time}} NOT NULL,
    created_at {{time}} NOT NULL
);
CREATE INDEX sign_in_challenges_user ON sign_in_challenges (user_id);
CREATE INDEX sign_in_challenges_expiry ON sign_in_challenges (expires_at);

ALTER TABLE sessions ADD COLUMN second_factor_at {{time}}; -- null: never; else when it was given last
ALTER TABLE devices ADD COLUMN given_name TEXT NOT NULL DEFAULT ''; -- by the user; wins over what the client calls itself

-- From where a user signed in before: an IPv4 address or an IPv6 /64.
CREATE TABLE known_addresses (
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    address TEXT NOT NULL,
    first_seen_at {{time}} NOT NULL,
    last_seen_at {{time}} NOT NULL,
    PRIMARY KEY (user_id, address)
);

-- What was mailed to somebody to prove that the mailbox is theirs; gone once used.
CREATE TABLE one_time_tokens (
    token_hash TEXT PRIMARY KEY, -- SHA-256, hex
    kind TEXT NOT NULL, -- verify_email, reset_password
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    email TEXT NOT NULL, -- where it was sent: worth nothing once the account has another address
    expires_at {{time}} NOT NULL,
    created_at {{time}} NOT NULL
);
CREATE INDEX one_time_tokens_user ON one_time_tokens (user_id, kind, created_at);
CREATE INDEX one_time_tokens_expiry ON one_time_tokens (expires_at);

-- Mail on its way out, written in the transaction of what it tells of.
CREATE TABLE mail_outbox (
    seq {{identity}},
    id TEXT NOT NULL UNIQUE, -- mail_…; the Message-ID is made of it
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL, -- plain text; emptied once it is sent or given up, since it may hold a token
    expires_at {{time}}, -- null: never; later it is worth nothing and is not sent
    attempts INTEGER NOT NULL DEFAULT 0,
    next_attempt_at {{time}} NOT NULL,
    instance TEXT NOT NULL DEFAULT '', -- of the server that is sending it; '': nobody is
    sent_at {{time}}, -- null, as is the next: not yet
    failed_at {{time}},
    last_error TEXT NOT NULL DEFAULT '',
    created_at {{time}} NOT NULL
);
CREATE INDEX mail_outbox_due ON mail_outbox (next_attempt_at) WHERE sent_at IS NULL AND failed_at IS NULL;
CREATE INDEX mail_outbox_created ON mail_outbox (created_at);

-- An organisation's state followed its owner's until now, which cut off its keys and not its members. It is its own from here on.
UPDATE organizations SET is_active = 1 WHERE is_active = 0;

-- Whoever could make staff vouched for their addresses; nothing else could confirm one until now.
UPDATE users SET email_verified = 1 WHERE role IN ('admin', 'support');

-- {{sqlite}}
CREATE TRIGGER two_factor_deleted AFTER DELETE ON two_factor BEGIN
    DELETE FROM vault_secrets WHERE organization_id = old.organization_id AND owner = 'two_factor' AND row_id = old.user_id;
END;
-- {{end}}
-- {{postgresql}}
CREATE FUNCTION drop_two_factor_secret() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM vault_secrets WHERE organization_id = OLD.organization_id AND owner = 'two_factor' AND row_id = OLD.user_id;
    RETURN NULL;
END $$;
CREATE TRIGGER two_factor_deleted AFTER DELETE ON two_factor
    FOR EACH ROW EXECUTE FUNCTION drop_two_factor_secret();
-- {{end}}
