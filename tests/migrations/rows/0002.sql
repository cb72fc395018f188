-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO idempotency_keys (scope, name, fingerprint, instance, began_at)
VALUES ('user_a', 'k1', 'abc', 'server', 1700000000000);
