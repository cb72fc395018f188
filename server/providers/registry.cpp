// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/registry.h"

#include "server/providers/fieldrules.h"
#include "server/providers/registryreader.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace providers
{
namespace
{
constexpr qint64 Million = 1'000'000;

Money cost(const Model &model, const UsageAmounts &used)
{
    Money sum;
    const auto add = [&](Unit unit, qint64 numerator, qint64 denominator) {
        if (const Price *price = model.price(unit); price && numerator != 0)
            sum += price->amount.times(numerator, denominator);
    };
    add(Unit::MillionInputTokens, used.inputTokens, Million);
    add(Unit::MillionOutputTokens, used.outputTokens, Million);
    // Three to one, as is usual where only a sum is known.
    const qint64 answered = used.tokens / 4;
    add(Unit::MillionInputTokens, used.tokens - answered, Million);
    add(Unit::MillionOutputTokens, answered, Million);
    add(Unit::Minute, used.microMinutes, Million);
    add(Unit::Hour, used.microMinutes, 60 * Million);
    add(Unit::ThousandCharacters, used.characters, 1000);
    return sum;
}
}

Result<std::shared_ptr<const Registry>> Registry::builtIn()
{
    QFile file(u":/providers/providers.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return Error{.code = ErrorCode::InternalError, .message = u"The provider registry is missing."_s};
    return read(file.readAll());
}

Result<std::shared_ptr<const Registry>> Registry::read(const QByteArray &json) { return RegistryReader().read(json); }

const Provider *Registry::provider(QStringView name) const
{
    const auto found = std::ranges::find(m_providers, name, &Provider::name);
    return found == m_providers.end() ? nullptr : &*found;
}

QStringList Registry::names() const
{
    QStringList names;
    for (const Provider &provider : m_providers)
        names << provider.name;
    return names;
}

QStringList Registry::namesOf(Kind kind) const
{
    QStringList names;
    for (const Provider &provider : m_providers) {
        if (provider.section(kind))
            names << provider.name;
    }
    return names;
}

const Group *Registry::group(QStringView name) const
{
    const auto found = std::ranges::find(m_groups, name, &Group::name);
    return found == m_groups.end() ? nullptr : &*found;
}

QList<Field> Registry::fields(const Group &group, QStringView provider) const
{
    if (!group.kind)
        return group.fields;
    const Provider *known = this->provider(provider);
    const Section *section = known ? known->section(*group.kind) : nullptr;
    return section ? section->fields : QList<Field>();
}

void Registry::check(const Group &group, QStringView provider, const QJsonObject &settings, const QString &path,
                     Complaints &complaints) const
{
    const Provider *known = group.kind ? this->provider(provider) : nullptr;
    const Section *section = known ? known->section(*group.kind) : nullptr;
    if (group.kind && !section)
        return;
    FieldRules rules(section ? section->fields : group.fields, path, complaints);
    if (group.providerField.startsWith(QString(group.name % u'.')))
        rules.allow(group.providerField.sliced(group.name.size() + 1));
    rules.check(settings, known ? known->label : QString());
    if (section)
        rules.checkVoice(*section, settings);
}

QJsonObject Registry::completed(const Group &group, QStringView provider, const QJsonObject &settings) const
{
    QJsonObject whole = settings;
    for (const Field &field : fields(group, provider)) {
        if (field.required && !whole.contains(field.name) && !field.standard.isUndefined())
            whole.insert(field.name, field.standard);
    }
    return whole;
}

std::optional<Money> Registry::price(QStringView provider, QStringView model, const UsageAmounts &amounts) const
{
    const Provider *known = this->provider(provider);
    if (!known)
        return {};
    if (!model.isEmpty()) {
        for (const Section &section : known->sections) {
            if (const Model *found = section.model(model))
                return cost(*found, amounts);
        }
        return {};
    }
    // A provider may listen and speak and answer; each amount is of one of those.
    Money sum;
    for (const Section &section : known->sections) {
        UsageAmounts own;
        if (section.kind == Kind::Llm)
            own = {.inputTokens = amounts.inputTokens, .outputTokens = amounts.outputTokens, .tokens = amounts.tokens};
        else if (section.kind == Kind::Tts)
            own = {.characters = amounts.characters};
        else
            own = {.microMinutes = amounts.microMinutes};
        if (const Model *usual = section.model(section.defaultModel))
            sum += cost(*usual, own);
    }
    return sum;
}
}
