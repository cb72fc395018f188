-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE version_daily SET callers = 2;
INSERT INTO version_route_seen (series, caller, last_day) VALUES (2, 1, 19676);
