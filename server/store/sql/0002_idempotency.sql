-- SPDX-License-Identifier: GPL-3.0-or-later
-- What POSTs under an Idempotency-Key answered, for 24 hours.

CREATE TABLE idempotency_keys (
    scope TEXT NOT NULL, -- who asked
    name TEXT NOT NULL, -- the key they sent
    fingerprint {{blob}} NOT NULL, -- SHA-256 of the request
    answer {{blob}}, -- null while the first request runs
    instance TEXT NOT NULL, -- of the server that claimed it
    began_at {{time}} NOT NULL,
    PRIMARY KEY (scope, name)
);
CREATE INDEX idempotency_keys_began ON idempotency_keys (began_at);
