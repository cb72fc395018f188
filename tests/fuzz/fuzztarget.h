// SPDX-License-Identifier: GPL-3.0-or-later
// What a fuzz target defines. With libFuzzer (VOXDESK_FUZZ, clang) the first is all; without it boundedmain.cpp mutates
// the seeds a fixed number of times, always the same ones, so that every build keeps the target alive.
#pragma once

#include <QByteArray>

#include <cstddef>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size);
extern const std::vector<QByteArray> fuzzSeeds;
