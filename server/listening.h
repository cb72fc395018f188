// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/server.h"

/// Server::listen(), and what to do about a port that is taken (ResourceConflict).
Result<quint16> listenOn(http::Server &server);
/// Whether it is a voxdeskd that answers there. Blocks for some seconds at most.
bool isServedAlready(const http::ServerConfig &config);
