package org.hoshimori.benchmarks;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Times a piece of work: the first run cold, then warm runs, of which the median counts. */
final class Stopwatch {

    private static final int WARM_UP = 15;
    private static final int RUNS = 21;

    private Stopwatch() {}

    /** Prints {@code name: cold … ms, median … ms (min–max)} and returns the median in milliseconds. */
    static double time(String name, Callable<?> work) throws Exception {
        return time(name, WARM_UP, RUNS, work);
    }

    /** The same for work too slow for many runs. */
    static double time(String name, int warmUp, int runs, Callable<?> work) throws Exception {
        long start = System.nanoTime();
        work.call();
        double cold = millis(start);
        for (int i = 0; i < warmUp; i++) {
            work.call();
        }
        double[] times = new double[runs];
        for (int i = 0; i < runs; i++) {
            long from = System.nanoTime();
            work.call();
            times[i] = millis(from);
        }
        Arrays.sort(times);
        double median = times[runs / 2];
        System.out.printf(
                Locale.ROOT,
                "%-34s cold %8.1f ms   median %8.2f ms   (%.2f–%.2f, %d runs)%n",
                name,
                cold,
                median,
                times[0],
                times[runs - 1],
                runs);
        return median;
    }

    private static double millis(long from) {
        return (System.nanoTime() - from) / 1e6;
    }
}
