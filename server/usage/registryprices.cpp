// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/usage/registryprices.h"

namespace usage
{
bool RegistryPrices::knows(const QString &provider) const { return m_registry->provider(provider) != nullptr; }

Money RegistryPrices::cost(const QString &provider, const QString &model, const Amounts &amounts) const
{
    const providers::UsageAmounts used{.tokens = amounts.tokens, .microMinutes = amounts.microMinutes};
    auto price = m_registry->price(provider, model, used);
    if (!price && !model.isEmpty())
        price = m_registry->price(provider, {}, used);
    return price.value_or(Money());
}
}
