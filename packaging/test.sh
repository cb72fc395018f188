#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs, builds with sanitizers and warnings as errors, runs every test without a display. ctest's summary comes last.
set -euo pipefail
cd "$(dirname "$0")/.."

packaging/dependencies.sh --test
export CCACHE_SLOPPINESS=pch_defines,time_macros
# Clang compiles this in half of GCC's time; where it is missing, the system's own compiler does.
compiler=$(command -v clang++-16 || command -v clang++ || true)
[ -n "$compiler" ] && export CXX=${CXX:-$compiler}
cmake --preset ci
cmake --build --preset ci
export ASAN_OPTIONS=${ASAN_OPTIONS:-detect_leaks=1:strict_string_checks=1:quarantine_size_mb=8:thread_local_quarantine_size_kb=64}
export UBSAN_OPTIONS=${UBSAN_OPTIONS:-print_stacktrace=1}
leaks="suppressions='$PWD/tests/leaks.supp':print_suppressions=0" # quoted: a folder may have blanks in its name
export LSAN_OPTIONS=${LSAN_OPTIONS:-$leaks}
symbolizer=$(command -v llvm-symbolizer-16 || command -v llvm-symbolizer || true)
[ -n "$symbolizer" ] && export ASAN_SYMBOLIZER_PATH=${ASAN_SYMBOLIZER_PATH:-$symbolizer}
# One more than there are processors: many a test waits, for a bounded stop or for a server that is slow on purpose.
exec ctest --preset ci --parallel $(($(getconf _NPROCESSORS_ONLN) + 1))
