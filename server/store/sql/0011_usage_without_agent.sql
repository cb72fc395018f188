-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was used without an agent has its rows among the platform's sums by agent, as every agent has: scope 'agent', name ''. A cost is
-- added in dollars and nano-dollars apart and stops where a sum of costs does, so that no total of many tenants can leave 64 bits.

INSERT INTO usage_totals (scope, provider, span, day, name, tokens, minutes, calls, cost, events, flagged)
    SELECT 'agent', CASE WHEN p.every_one = 1 THEN '' ELSE d.provider END, s.span, d.day - d.day % s.span, '',
        SUM(d.tokens), SUM(d.minutes), SUM(d.calls),
        CASE WHEN SUM(d.cost / 1000000000) >= 9000000000 THEN 9000000000000000000
            ELSE SUM(d.cost / 1000000000) * 1000000000 + SUM(d.cost % 1000000000) END,
        SUM(d.events), SUM(d.flagged)
    FROM usage_daily d
        CROSS JOIN (SELECT 1 AS span UNION ALL SELECT 8) s
        CROSS JOIN (SELECT 0 AS every_one UNION ALL SELECT 1) p
    WHERE d.agent_id = ''
    GROUP BY 1, 2, 3, 4, 5;
