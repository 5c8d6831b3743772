package org.hoshimori.cli;

import java.time.Duration;

/** Says on standard error that a command is still at work, after a second and then ever more rarely. */
final class Progress implements AutoCloseable {

    private final Thread thread;

    private Progress(Thread thread) {
        this.thread = thread;
    }

    /** Begins to wait; the first word comes after {@code patience}, the next ones each after thrice the time. */
    static Progress after(Duration patience, Terminal terminal, String command) {
        return new Progress(Thread.ofVirtual().start(() -> {
            long begun = System.nanoTime();
            Duration wait = patience;
            try {
                while (true) {
                    Thread.sleep(wait);
                    long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
                    terminal.err().println(Says.of("working", terminal.lang(), command, Long.toString(seconds)));
                    wait = wait.multipliedBy(3);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // the command has ended
            }
        }));
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
