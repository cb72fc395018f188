// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a fuzz target over files, or over N deterministic mutations of its seeds: target [N] | target FILE…
// target --seeds DIR writes the seeds, for libFuzzer to begin with.
#include "tests/fuzz/fuzztarget.h"

#include <QFile>

#include <csignal>
#include <cstdio>
#include <random>

namespace
{
QByteArray running;

/// What did it, to be run again as a file: xxd -r -p.
void tellInput(int) { std::fprintf(stderr, "the input, in hex: %s\n", running.toHex().constData()); }

void run(const QByteArray &input)
{
    running = input;
    LLVMFuzzerTestOneInput(reinterpret_cast<const unsigned char *>(input.constData()), std::size_t(input.size()));
}

int writeSeeds(const QString &folder)
{
    for (std::size_t i = 0; i < fuzzSeeds.size(); ++i) {
        QFile file(folder + u'/' + QString::number(i));
        if (!file.open(QIODevice::WriteOnly) || file.write(fuzzSeeds[i]) != fuzzSeeds[i].size())
            return 1;
    }
    return 0;
}

/// One small damage or growth, as a client with a bug or a plan would do it.
void mutate(QByteArray &input, std::mt19937 &random)
{
    const auto below = [&random](qsizetype n) { return n <= 0 ? qsizetype(0) : qsizetype(random() % quint32(n)); };
    const qsizetype at = below(input.size() + 1);
    switch (random() % 6) {
    case 0:
        if (at < input.size())
            input[at] = char(random());
        break;
    case 1:
        input.remove(at, 1 + below(8));
        break;
    case 2:
        input.insert(at, fuzzWords[std::size_t(below(qsizetype(fuzzWords.size())))]);
        break;
    case 3:
        input.insert(at, input.mid(below(input.size()), 1 + below(40)));
        break;
    case 4:
        input.insert(at, fuzzSeeds[std::size_t(below(qsizetype(fuzzSeeds.size())))].mid(1));
        break;
    default:
        input.insert(at, QByteArray(1 + below(1500), char(random())));
        break;
    }
}
}

int main(int argc, char **argv)
{
    std::signal(SIGABRT, tellInput);
    if (argc == 3 && QByteArrayView(argv[1]) == "--seeds")
        return writeSeeds(QString::fromLocal8Bit(argv[2]));
    bool isNumber = false;
    const int runs = argc > 1 ? QByteArray(argv[1]).toInt(&isNumber) : 20'000;
    for (int i = 1; i < argc && !isNumber; ++i) {
        QFile file(QString::fromLocal8Bit(argv[i]));
        if (!file.open(QIODevice::ReadOnly))
            return 1;
        run(file.readAll());
    }
    if (argc > 1 && !isNumber)
        return 0;
    std::mt19937 random(20'240'817);
    for (const QByteArray &seed : fuzzSeeds)
        run(seed);
    for (int i = 0; i < runs; ++i) {
        QByteArray input = fuzzSeeds[random() % fuzzSeeds.size()];
        for (quint32 n = 1 + random() % 4; n > 0; --n)
            mutate(input, random);
        run(input);
    }
    std::printf("%d mutations\n", runs);
    return 0;
}
