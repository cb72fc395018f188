-- SPDX-License-Identifier: GPL-3.0-or-later
dofile((debug.getinfo(1, "S").source:sub(2):match(".*/")) .. "report.lua")
wrk.method = "POST"
wrk.body = string.format('{"email":"admin@voxdesk.example","password":"%s"}', os.getenv("BENCH_PASSWORD"))
