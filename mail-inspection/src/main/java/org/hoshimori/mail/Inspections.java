package org.hoshimori.mail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many messages, inspected side by side and handed over in order. */
public final class Inspections {

    private static final int AHEAD = 64;

    private Inspections() {}

    /** Takes one result after the other. */
    @FunctionalInterface
    public interface Taker {
        /** What inspection says of the message of this name. */
        void take(String name, Inspection inspection);
    }

    private record Pending(String name, Future<Inspection> result) {}

    /** Inspects all messages of these files and folders; throws if one of them can't be read. */
    public static void run(Inspector inspector, List<Path> paths, Taker taker) throws IOException {
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors());
        Deque<Pending> pending = new ArrayDeque<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            for (Path path : paths) {
                MailFolder.read(path, (name, message) -> {
                    pending.add(new Pending(name, workers.submit(() -> inspector.inspect(message))));
                    if (pending.size() >= AHEAD) {
                        hand(pending.remove(), taker);
                    }
                });
            }
            while (!pending.isEmpty()) {
                hand(pending.remove(), taker);
            }
        }
    }

    private static void hand(Pending one, Taker taker) throws IOException {
        try {
            taker.take(one.name(), one.result().get());
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException failed -> throw failed;
                case RuntimeException failed -> throw failed;
                case Error failed -> throw failed;
                case null, default -> throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
