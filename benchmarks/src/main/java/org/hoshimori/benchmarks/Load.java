package org.hoshimori.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;

/** Clients at work at once, each a virtual thread, for a time. */
final class Load {

    private static final double MILLIS = 1e6;
    private static final double SECOND = 1e9;

    private final ConcurrentLinkedQueue<Double> millis = new ConcurrentLinkedQueue<>();
    private final AtomicInteger failed = new AtomicInteger();
    private double seconds;

    /** One client's work, told which client it is and how often it has worked before. */
    interface Work {
        void once(int client, int round) throws Exception;
    }

    /** One client's work until a number is done. */
    interface Share {
        void once(int client) throws Exception;
    }

    static Load run(int clients, int seconds, int pauseMillis, Work work) throws InterruptedException {
        long until = System.nanoTime() + (long) (seconds * SECOND);
        return run(clients, pauseMillis, work, _ -> System.nanoTime() < until);
    }

    static Load until(int clients, int number, Share work) throws InterruptedException {
        AtomicInteger begun = new AtomicInteger();
        return run(clients, 0, (client, _) -> work.once(client), _ -> begun.incrementAndGet() <= number);
    }

    private static Load run(int clients, int pauseMillis, Work work, IntPredicate goesOn) throws InterruptedException {
        Load load = new Load();
        long from = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int c = 0; c < clients; c++) {
            int client = c;
            threads.add(Thread.startVirtualThread(() -> load.repeat(client, pauseMillis, work, goesOn)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        load.seconds = (System.nanoTime() - from) / SECOND;
        return load;
    }

    private void repeat(int client, int pauseMillis, Work work, IntPredicate goesOn) {
        for (int round = 0; goesOn.test(round); round++) {
            long from = System.nanoTime();
            try {
                work.once(client, round);
                millis.add((System.nanoTime() - from) / MILLIS);
            } catch (Exception e) {
                if (failed.incrementAndGet() == 1) {
                    System.out.println("failed: " + e);
                }
            }
            if (pauseMillis > 0) {
                try {
                    Thread.sleep(pauseMillis);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }
    }

    double perSecond() {
        return millis.size() / seconds;
    }

    double at(double share) {
        double[] sorted =
                millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }

    void print(String name) {
        System.out.printf(
                Locale.ROOT,
                "%-44s %8.1f /s   median %7.1f ms   p95 %7.1f ms   %d done, %d failed%n",
                name,
                perSecond(),
                at(0.5),
                at(0.95),
                millis.size(),
                failed.get());
    }
}
