package org.hoshimori.core.storage;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Duration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A process of its own that takes up a job and is gone in the midst of it, as by kill -9. */
final class DyingNode {

    /** How it ends. */
    static final int KILLED = 137;

    private DyingNode() {}

    /** Database, user, password, job. */
    public static void main(String[] args) throws InterruptedException {
        Scheduler node = Scheduler.create(
                        new DriverManagerDataSource(args[0], args[1], args[2]),
                        Jobs.once(args[3], subject -> Runtime.getRuntime().halt(KILLED)))
                .tableName(Jobs.TABLE)
                .serializer(new JobWords())
                .pollingInterval(Duration.ofMillis(100))
                .heartbeatInterval(Duration.ofSeconds(1))
                .threads(1)
                .build();
        node.start();
        Thread.sleep(Duration.ofMinutes(1));
    }

    /** Runs a class in a process of its own, with the tests' class path; how it ended. */
    static int run(Class<?> main, String... args) throws java.io.IOException, InterruptedException {
        java.util.List<String> command = new java.util.ArrayList<>(java.util.List.of(
                java.nio.file.Path.of(System.getProperty("java.home"), "bin", "java")
                        .toString(),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(java.util.List.of(args));
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
