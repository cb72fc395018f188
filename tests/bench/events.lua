-- SPDX-License-Identifier: GPL-3.0-or-later
-- Reports usage events, BENCH_EVENTS a request, each with an id of its own; the key is in BENCH_KEY. All of a body but the request's
-- name, which stands in every event's id, is made once: a request costs one table.concat, so that the load's core is not what is
-- measured.
dofile(debug.getinfo(1, "S").source:match("@(.*/)") .. "report.lua")

local size = tonumber(os.getenv("BENCH_EVENTS"))
local headers = {["Content-Type"] = "application/json", ["X-API-Key"] = os.getenv("BENCH_KEY")}
local run = os.time() .. "-" .. tostring({}):match("0x(%x+)")
local sent = 0

-- pieces[1] NAME pieces[2] NAME … pieces[size + 1]
local pieces = {'{"events":[{"event_id":"'}
for i = 1, size do
    pieces[i + 1] = string.format('-%d","provider":"openai","occurred_at":"%sT10:00:00Z","tokens":%d,"calls":1}%s', i,
        os.getenv("BENCH_DAY"), i * 37 % 900 + 100, i < size and ',{"event_id":"' or "]}")
end

request = function()
    sent = sent + 1
    return wrk.format("POST", "/api/v1/usage/events", headers, table.concat(pieces, run .. "-" .. sent))
end
