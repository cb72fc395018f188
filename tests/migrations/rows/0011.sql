-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO usage_totals (scope, provider, span, day, name, tokens, minutes, calls, cost, events, flagged)
VALUES ('agent', '', 8, 19680, '', 7, 0, 1, 4000, 1, 0);
