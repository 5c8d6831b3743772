package org.hoshimori.postgres;

import java.io.BufferedReader;
import java.io.IOException;

/** A JVM we started. */
record Child(Process process, BufferedReader says) implements AutoCloseable {

    /** The next line that it says. */
    String line() throws IOException {
        String line = says.readLine();
        return line == null ? "(ended)" : line;
    }

    /** As kill -9 does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
