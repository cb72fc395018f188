-- SPDX-License-Identifier: GPL-3.0-or-later
-- Access keys, and invitations into an organisation. Times are milliseconds since the epoch, UTC. A key dies with its creator.

CREATE TABLE access_keys (
    seq {{identity}},
    id TEXT NOT NULL UNIQUE, -- of `vxd_<id>_<secret>`
    organization_id TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    created_by TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE, -- whose usage it counts as
    name TEXT NOT NULL,
    sort_name TEXT {{binary}} NOT NULL,
    permissions TEXT NOT NULL, -- read, write, admin
    rate_limit_per_hour {{bigint}}, -- null: its creator's
    secret_hash TEXT NOT NULL, -- SHA-256, hex
    last4 TEXT NOT NULL DEFAULT '', -- of the secret, so that people know it again
    previous_hash TEXT NOT NULL DEFAULT '', -- of the secret before the last rotation
    previous_until {{time}} NOT NULL DEFAULT 0, -- so long that one is still good
    expires_at {{time}}, -- null: never
    revoked_at {{time}}, -- null: not revoked
    rotated_at {{time}},
    last_used_at {{time}} NOT NULL DEFAULT 0, -- 0: never; a minute late at most
    search_text TEXT NOT NULL,
    revision {{bigint}} NOT NULL DEFAULT 1,
    created_at {{time}} NOT NULL,
    updated_at {{time}} NOT NULL
);
CREATE INDEX access_keys_created ON access_keys (organization_id, created_at, seq);
CREATE INDEX access_keys_name ON access_keys (organization_id, sort_name, seq);
CREATE INDEX access_keys_last_used ON access_keys (organization_id, last_used_at, seq);
CREATE INDEX access_keys_creator ON access_keys (created_by);

CREATE TABLE invitations (
    seq {{identity}},
    id TEXT NOT NULL UNIQUE,
    organization_id TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    email TEXT {{binary}} NOT NULL, -- lower case; only this address may accept
    organization_role TEXT NOT NULL DEFAULT 'member',
    token_hash TEXT NOT NULL UNIQUE, -- SHA-256, hex
    invited_by TEXT NOT NULL, -- users.id
    expires_at {{time}} NOT NULL,
    accepted_at {{time}}, -- null, as is the next: not yet
    accepted_by TEXT,
    revoked_at {{time}},
    search_text TEXT NOT NULL,
    created_at {{time}} NOT NULL
);
CREATE INDEX invitations_created ON invitations (organization_id, created_at, seq);
CREATE INDEX invitations_email ON invitations (organization_id, email, seq);
