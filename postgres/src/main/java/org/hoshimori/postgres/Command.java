package org.hoshimori.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What a command left: exit code and all it wrote. */
record Command(int exit, String output) {

    boolean fine() {
        return exit == 0;
    }

    /** Runs to the end, with an environment of its own: none of the user's PG… variables reaches the server. */
    static Command run(Account account, Path folder, List<String> command) throws IOException {
        return await(launch(account, folder, command));
    }

    static Process launch(Account account, Path folder, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(account.command(command))
                .directory(folder.toFile())
                .redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("PATH", "/usr/bin:/bin");
        environment.put("LC_ALL", "C");
        environment.put("TZ", "UTC");
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    static Command await(Process process) throws IOException {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Command(process.waitFor(), output.strip());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
