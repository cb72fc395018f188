// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/listening.h"

#include "server/http/ask.h"

using namespace Qt::StringLiterals;

Result<quint16> listenOn(http::Server &server)
{
    auto port = server.listen();
    if (port || !(port.error() == ErrorCode::ResourceConflict))
        return port;
    Error taken = port.error();
    taken.log += u"; name another port with --port"_s;
    return taken;
}

bool isServedAlready(const http::ServerConfig &config)
{
    const QByteArray answer = http::askOnce(config.host, config.port, !config.tlsKey.isEmpty(), "/healthz");
    return answer.startsWith("HTTP/1.1 200 ") && answer.contains("X-Request-Id: req_")
        && answer.endsWith(R"({"status":"ok"})");
}
