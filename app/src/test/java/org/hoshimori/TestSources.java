package org.hoshimori;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The sources of the project's tests, for documents that name them. */
public final class TestSources {

    /** This checkout. */
    public static final Path HOME = Path.of("").toAbsolutePath().getParent();

    private static final String ENDING = "Tests.java";

    private final List<Path> files;

    /** Those of all modules. */
    public TestSources() throws IOException {
        try (Stream<Path> all = Files.walk(HOME, 12)) {
            files = all.filter(f -> f.toString().endsWith(ENDING)).toList();
        }
    }

    /** The names of their classes. */
    public List<String> names() {
        return files.stream()
                .map(f -> f.getFileName().toString().replace(".java", ""))
                .toList();
    }

    /** What is written in the classes of that name; nothing for none. */
    public String code(String name) throws IOException {
        StringBuilder code = new StringBuilder();
        for (Path file : files) {
            if (file.endsWith(name + ".java")) {
                code.append(Files.readString(file));
            }
        }
        return code.toString();
    }
}
