// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThread>
#include <QUrl>

#include <memory>

/// A provider of language models on this machine, in OpenAI's wire format, on a thread of its own: the clients of the
/// contract tests wait without an event loop. Takes every key and always says the same.
class LocalProvider
{
    Q_DISABLE_COPY_MOVE(LocalProvider)
public:
    LocalProvider();
    ~LocalProvider();

    QUrl url() const { return m_url; }

private:
    QUrl m_url;
    std::unique_ptr<QThread> m_thread;
};
