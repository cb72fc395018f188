// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/api/organizationsapi.h"

#include "services/api/apiclient.h"
#include "services/api/decode.h"

using namespace Qt::StringLiterals;

namespace
{
const QString Path = u"/api/v2/admin/organizations"_s;

Result<Page<Organization>> decodePage(const ApiAnswer &answer)
{
    return decode::page<Organization>(answer.json.value("data"_L1).toArray(), decode::pagination(answer),
                                      decode::organization);
}

Result<Tagged<Organization>> decodeTagged(const ApiAnswer &answer)
{
    const Result<Organization> organization = decode::organization(decode::data(answer));
    if (!organization)
        return organization.error();
    return Tagged<Organization>{*organization, answer.etag};
}
}

ApiRequest OrganizationsApi::listRequest(const PageQuery &query)
{
    return {.path = Path, .query = toParameters(query)};
}

ApiRequest OrganizationsApi::getRequest(const QString &id) { return {.path = Path + u'/' + pathSegment(id)}; }

QFuture<Result<Page<Organization>>> OrganizationsApi::fetch(const PageQuery &query)
{
    return m_client.fetch(listRequest(query), decodePage);
}

QFuture<Result<Tagged<Organization>>> OrganizationsApi::get(const QString &id)
{
    return m_client.fetch(getRequest(id), decodeTagged);
}
