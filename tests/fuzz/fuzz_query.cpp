// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in a target after its path: parameters, cursors, versions, and what of it the access log tells.
#include "tests/fuzz/fuzztarget.h"

#include "server/api/accesslog.h"
#include "server/api/paging.h"
#include "server/api/queryparameters.h"
#include "server/api/requestfacts.h"

namespace
{
const QString Sort = QStringLiteral("-created_at");

api::QueryParameters parameters()
{
    static api::SchemaLibrary library;
    auto compiled = api::QueryParameters::compile(
        api::pagedQuery(R"("sort":{"enum":["name","-created_at"]},"open":{"type":"boolean"},"least":{"type":"number"},
            "ids":{"type":"array","maxItems":5,"items":{"type":"integer"}},"search":{"type":"string","maxLength":20})"),
        library);
    require(bool(compiled), "the schema compiles");
    return *compiled;
}

void checkCursor(const QByteArray &text)
{
    const auto cursor = api::Cursor::decode(QString::fromUtf8(text), Sort, 2);
    if (!cursor)
        return;
    const auto again = api::Cursor::decode(cursor->encode(), Sort, 2);
    require(again && again->key == cursor->key && again->backward == cursor->backward, "a cursor is what it says");
}

void checkLog(const QByteArray &query)
{
    const QByteArray secret = "hush-hush";
    if (query.contains(secret))
        return;
    require(!api::redactedQuery("api_key=" + secret + '&' + query).contains(secret), "a key is not told");
    require(!api::redactedQuery(query + "&refresh%5Ftoken=" + secret).contains(secret), "a token is not told");
}
}

const std::vector<QByteArray> fuzzSeeds = {
    "page=2&limit=50&sort=-created_at&open=true&search=a+b%26c",
    "cursor=" + api::Cursor{Sort, false, {1.5, QStringLiteral("user_1")}}.encode().toLatin1() + "&ids=1,2&ids=3",
    api::Cursor{Sort, true, {QStringLiteral("a"), QStringLiteral("b")}}.encode().toLatin1(),
    "version=v2&api_key=x&least=1e3&version=v9",
    "password=a%3Db&&=&a=%C3%A4",
};
const std::vector<QByteArray> fuzzWords = {
    "&",
    "=",
    "%",
    "%2",
    "%00",
    "%ff",
    "+",
    ",",
    "version=",
    "v1",
    "limit=",
    "cursor=",
    "ids=",
    "search=",
    "-1",
    "1e999",
    "99999999999999999999",
    QByteArray(1, '\0'),
};

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    static const api::QueryParameters declared = parameters();
    const QByteArray query(reinterpret_cast<const char *>(data), qsizetype(size));
    if (const auto values = declared.read(query); values) {
        const auto page = api::pageFrom(*values, Sort, 2);
        require(!page || (page->limit >= 1 && page->limit <= 100 && page->offset() >= 0),
                "a page is within its bounds");
    } else {
        require(values.error() == ErrorCode::BadRequest && !values.error().message.isEmpty(), "a refusal says why");
    }
    checkCursor(query);
    checkLog(query);
    (void)api::chooseVersion("/api/" + query.left(12), query, {});
    return 0;
}
