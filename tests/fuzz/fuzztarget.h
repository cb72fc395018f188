// SPDX-License-Identifier: GPL-3.0-or-later
// What a fuzz target defines. With libFuzzer (VOXDESK_FUZZ, clang) the first is all; without it boundedmain.cpp mutates
// the seeds a fixed number of times, always the same ones, so that every build keeps the target alive.
#pragma once

#include <QByteArray>

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size);
extern const std::vector<QByteArray> fuzzSeeds;
extern const std::vector<QByteArray> fuzzWords; ///< what mutations put in

inline void require(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}
