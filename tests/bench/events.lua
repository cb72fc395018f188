-- SPDX-License-Identifier: GPL-3.0-or-later
-- Reports usage events, BENCH_EVENTS a request, each with an id of its own; the key is in BENCH_KEY.
dofile(debug.getinfo(1, "S").source:match("@(.*/)") .. "report.lua")

local size = tonumber(os.getenv("BENCH_EVENTS"))
local run = os.time() .. "-" .. tostring({}):match("0x(%x+)")
local headers = {["Content-Type"] = "application/json", ["X-API-Key"] = os.getenv("BENCH_KEY")}
local sent = 0

request = function()
    local events = {}
    for i = 1, size do
        sent = sent + 1
        events[i] = string.format('{"event_id":"%s-%d","provider":"openai","occurred_at":"%s","tokens":%d,"calls":1}', run, sent,
            os.getenv("BENCH_DAY") .. "T10:00:00Z", sent % 900 + 100)
    end
    return wrk.format("POST", "/api/v1/usage/events", headers, '{"events":[' .. table.concat(events, ",") .. "]}")
end
