// SPDX-License-Identifier: GPL-3.0-or-later
// Bodies: whatever comes, no crash; what was understood means the same when it is written and read again; the quick
// check of a schema never takes what the thorough one refuses.
#include "tests/fuzz/fuzztarget.h"

#include "server/api/jsondocument.h"
#include "server/api/schemalibrary.h"

#include <QJsonDocument>

namespace
{
constexpr char Rules[] = R"({"type":"object","required":["name"],"additionalProperties":false,"properties":{
    "name":{"type":"string","minLength":1,"maxLength":8,"pattern":"^[a-z]+$"},
    "email":{"type":"string","format":"email"},"at":{"type":"string","format":"date-time"},
    "count":{"type":"integer","minimum":-5,"maximum":1000000},"share":{"type":["number","null"],"exclusiveMaximum":1},
    "state":{"enum":["on","off",3,null]},"tags":{"type":"array","maxItems":3,"uniqueItems":true,
        "items":{"type":"string"}},
    "either":{"anyOf":[{"type":"boolean"},{"type":"object","required":["deep"],"properties":{"deep":{"$ref":"#/components/schemas/Deep"}}}]},
    "free":{"type":"object","maxProperties":4,"additionalProperties":{"type":"integer"}}}})";

struct Checker {
    Checker()
    {
        const auto added = library.add({{"Deep", R"({"type":"array","items":{"type":"number"}})"}});
        require(bool(added), "the component fits");
        auto compiled = library.compile(Rules);
        require(bool(compiled), "the schema compiles");
        schema = *compiled;
    }
    api::SchemaLibrary library;
    std::shared_ptr<const api::CompiledSchema> schema;
};

QByteArray deep(int levels) { return QByteArray(levels, '[') + QByteArray(levels, ']'); }
}

const std::vector<QByteArray> fuzzSeeds = {
    R"({"name":"ada","email":"a@b.example","at":"2026-01-02T03:04:05Z","count":5.0,"share":0.5})",
    R"({"name":"b","state":null,"tags":["x","y"],"either":{"deep":[1,2.5e3]},"free":{"a":1,"b":-2}})",
    R"({"n\u00e4me":"\ud83d\ude00","count":-0,"share":1e308,"either":true})",
    "[1,9007199254740993,18446744073709551615,0.1,1E-400,\"\\u0000\"]",
    R"({"name":"c","share":31e308})", // a double's end, with more digits than one
    "\"c\xf1", // breaks off in a character
    deep(63),
    "null",
};
const std::vector<QByteArray> fuzzWords = {
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "\\u0000",
    "\\ud800",
    "1e9",
    "-0",
    "1e999",
    "null",
    "true",
    "\xef\xbb\xbf",
    "\xc0\x80",
    "\"name\":",
    "\"count\":1.5",
    "\"tags\":[1]",
    " ",
    "\n",
    "// x\n",
    "NaN",
    "0x10",
    deep(70),
};

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    static const Checker checker;
    const auto document = api::JsonDocument::parse(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    if (!document) {
        require(document.error() == ErrorCode::BadRequest && !document.error().message.isEmpty(), "a refusal says why");
        return 0;
    }
    if (document->isObject()) {
        const QByteArray written = QJsonDocument(document->toObject()).toJson();
        const auto again = api::JsonDocument::parse(written);
        require(again && QJsonDocument(again->toObject()).toJson() == written, "writing and reading again changes nothing");
    }
    const auto complaints = checker.schema->checkThoroughly(*document);
    require(complaints.size() <= api::CompiledSchema::MostComplaints, "complaints are bounded");
    require(!checker.schema->surelyFits(*document) || complaints.isEmpty(), "what surely fits is not complained of");
    require(checker.schema->check(*document).isEmpty() == complaints.isEmpty(), "both ways of checking agree");
    return 0;
}
