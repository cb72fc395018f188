// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/descriptor.h"

#include <array>

#ifdef Q_OS_WIN
#include <winsock2.h>
#include <ws2tcpip.h>
#else
#include <cerrno>

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>
#endif

namespace http
{
QHostAddress peerOf(qintptr descriptor)
{
    sockaddr_storage address{};
#ifdef Q_OS_WIN
    int size = sizeof address;
    const int failed = ::getpeername(SOCKET(descriptor), reinterpret_cast<sockaddr *>(&address), &size);
#else
    socklen_t size = sizeof address;
    const int failed = ::getpeername(int(descriptor), reinterpret_cast<sockaddr *>(&address), &size);
#endif
    return failed ? QHostAddress() : QHostAddress(reinterpret_cast<const sockaddr *>(&address));
}

#ifdef Q_OS_WIN
bool prepareSocket(qintptr descriptor)
{
    u_long yes = 1;
    const BOOL noDelay = TRUE;
    ::setsockopt(SOCKET(descriptor), IPPROTO_TCP, TCP_NODELAY, reinterpret_cast<const char *>(&noDelay),
                 sizeof noDelay);
    return ::ioctlsocket(SOCKET(descriptor), long(FIONBIO), &yes) == 0;
}

qint64 receiveNow(qintptr descriptor, char *to, qint64 size)
{
    const int n = ::recv(SOCKET(descriptor), to, int(size), 0);
    if (n > 0)
        return n;
    if (n == 0)
        return NoMoreComes;
    return WSAGetLastError() == WSAEWOULDBLOCK ? 0 : ConnectionBroken;
}

qint64 sendNow(qintptr descriptor, QByteArrayView first, QByteArrayView second)
{
    std::array<WSABUF, 2> pieces{WSABUF{ULONG(first.size()), const_cast<char *>(first.data())},
                                 WSABUF{ULONG(second.size()), const_cast<char *>(second.data())}};
    DWORD sent = 0;
    const DWORD count = second.isEmpty() ? 1 : 2;
    if (::WSASend(SOCKET(descriptor), pieces.data(), count, &sent, 0, nullptr, nullptr) != 0)
        return WSAGetLastError() == WSAEWOULDBLOCK ? 0 : -1;
    return sent;
}

bool isBroken(qintptr descriptor)
{
    int error = 0;
    int size = sizeof error;
    return ::getsockopt(SOCKET(descriptor), SOL_SOCKET, SO_ERROR, reinterpret_cast<char *>(&error), &size) != 0
        || error != 0;
}

void closeForWriting(qintptr descriptor) { ::shutdown(SOCKET(descriptor), SD_SEND); }

void closeSocket(qintptr descriptor) { ::closesocket(SOCKET(descriptor)); }
#else
namespace
{
#ifdef MSG_NOSIGNAL
constexpr int SendFlags = MSG_NOSIGNAL;
#else
constexpr int SendFlags = 0; // prepareSocket() has the signal off
#endif

bool isLater(int error) { return error == EAGAIN || error == EWOULDBLOCK; }
}

bool prepareSocket(qintptr descriptor)
{
    const int socket = int(descriptor);
    const int yes = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
#ifdef SO_NOSIGPIPE
    ::setsockopt(socket, SOL_SOCKET, SO_NOSIGPIPE, &yes, sizeof yes);
#endif
    const int flags = ::fcntl(socket, F_GETFL);
    return flags >= 0 && ::fcntl(socket, F_SETFL, flags | O_NONBLOCK) == 0;
}

qint64 receiveNow(qintptr descriptor, char *to, qint64 size)
{
    ssize_t n = 0;
    do {
        n = ::recv(int(descriptor), to, std::size_t(size), 0);
    } while (n < 0 && errno == EINTR);
    if (n > 0)
        return n;
    if (n == 0)
        return NoMoreComes;
    return isLater(errno) ? 0 : ConnectionBroken;
}

qint64 sendNow(qintptr descriptor, QByteArrayView first, QByteArrayView second)
{
    std::array<iovec, 2> pieces{iovec{const_cast<char *>(first.data()), std::size_t(first.size())},
                                iovec{const_cast<char *>(second.data()), std::size_t(second.size())}};
    msghdr message{};
    message.msg_iov = pieces.data();
    message.msg_iovlen = pieces.size();
    ssize_t sent = 0;
    do {
        sent = second.isEmpty() ? ::send(int(descriptor), first.data(), std::size_t(first.size()), SendFlags)
                                : ::sendmsg(int(descriptor), &message, SendFlags);
    } while (sent < 0 && errno == EINTR);
    if (sent < 0)
        return isLater(errno) ? 0 : -1;
    return sent;
}

bool isBroken(qintptr descriptor)
{
    int error = 0;
    socklen_t size = sizeof error;
    return ::getsockopt(int(descriptor), SOL_SOCKET, SO_ERROR, &error, &size) != 0 || error != 0;
}

void closeForWriting(qintptr descriptor) { ::shutdown(int(descriptor), SHUT_WR); }

void closeSocket(qintptr descriptor) { ::close(int(descriptor)); }
#endif
}
