// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/descriptor.h"

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <cerrno>

#include <sys/socket.h>
#include <unistd.h>
#endif

namespace http
{
void closeForWriting(qintptr descriptor)
{
#ifdef Q_OS_WIN
    ::shutdown(SOCKET(descriptor), SD_SEND);
#else
    ::shutdown(int(descriptor), SHUT_WR);
#endif
}

qint64 sendNow(qintptr descriptor, const char *octets, qint64 size)
{
#ifdef Q_OS_WIN
    const int sent = ::send(SOCKET(descriptor), octets, int(size), 0);
    if (sent < 0)
        return WSAGetLastError() == WSAEWOULDBLOCK ? 0 : -1;
#else
#ifdef MSG_NOSIGNAL
    constexpr int flags = MSG_NOSIGNAL;
#else
    constexpr int flags = 0; // Qt's socket engine has SIGPIPE ignored
#endif
    const ssize_t sent = ::send(int(descriptor), octets, std::size_t(size), flags);
    if (sent < 0)
        return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR ? 0 : -1;
#endif
    return sent;
}

void closeSocket(qintptr descriptor)
{
#ifdef Q_OS_WIN
    ::closesocket(SOCKET(descriptor));
#else
    ::close(int(descriptor));
#endif
}
}
