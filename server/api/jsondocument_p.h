// SPDX-License-Identifier: GPL-3.0-or-later
// For the few sources of this folder that see RapidJSON's document.
#pragma once

#include "server/api/jsondocument.h"

#include <rapidjson/document.h>

namespace api
{
struct JsonDocument::Private {
    QByteArray text; ///< parsed in place: strings of `root` point into it
    rapidjson::Document root;
};

QJsonValue toQt(const rapidjson::Value &value);
}
