// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/registry.h"
#include "server/usage/usageevent.h"

namespace usage
{
/// Prices by the registry. A model that it does not know costs what its provider's default one does.
class RegistryPrices : public Prices
{
public:
    explicit RegistryPrices(std::shared_ptr<const providers::Registry> registry)
        : m_registry(std::move(registry))
    {
    }

    bool knows(const QString &provider) const override;
    Money cost(const QString &provider, const QString &model, const Amounts &amounts) const override;

private:
    std::shared_ptr<const providers::Registry> m_registry;
};
}
