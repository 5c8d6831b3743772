package org.hoshimori.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.hoshimori.core.storage.Unclosed;
import org.jspecify.annotations.Nullable;

/**
 * The file that a command writes: whole or not at all, never over what it is made from, and over an existing file only when
 * told to. {@code -} and devices are written to as they are.
 */
final class Output {

    private static final String STDOUT = "-";

    private final Path path;
    private final Terminal terminal;

    private Output(Path path, Terminal terminal) {
        this.path = path;
        this.terminal = terminal;
    }

    /**
     * Where to write.
     *
     * @param inputs files that the output is made from; those not given are null
     * @throws Refused if it can't or must not be written
     */
    static Output to(Path given, boolean force, Terminal terminal, List<@Nullable Path> inputs) throws IOException {
        Output output = new Output(given, terminal);
        if (output.streams()) {
            return output;
        }
        if (given.toString().isBlank() || Files.isDirectory(given)) {
            throw new Refused("is-a-folder", given.toString());
        }
        Path folder = given.toAbsolutePath().normalize().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new Refused("no-such-folder", String.valueOf(folder));
        }
        if (Files.exists(given)) {
            for (Path input : inputs) {
                if (input != null && Files.exists(input) && Files.isSameFile(input, given)) {
                    throw new Refused("onto-itself", given.toString());
                }
            }
            if (!force) {
                throw new Refused("file-exists", given.toString());
            }
        }
        return output;
    }

    /** Whether it goes to standard output or a device, where a message would be in its way. */
    boolean streams() {
        String absolute = path.toAbsolutePath().normalize().toString();
        return path.toString().equals(STDOUT) || absolute.startsWith("/dev/") || absolute.startsWith("/proc/");
    }

    /** Writes it; what fails half-way leaves no trace. */
    void write(Content content) throws IOException {
        if (path.toString().equals(STDOUT)) {
            content.writeTo(new Unclosed(terminal.out()));
            terminal.out().flush();
        } else if (streams()) {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
                content.writeTo(out);
            }
        } else {
            // A link stays a link: what it points to is replaced.
            Path real = Files.exists(path)
                    ? path.toRealPath()
                    : path.toAbsolutePath().normalize();
            Path half = real.resolveSibling(
                    "." + real.getFileName() + "." + ProcessHandle.current().pid() + ".part");
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(half))) {
                    content.writeTo(out);
                }
                Files.move(half, real, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(half);
            }
        }
    }

    /** What is written. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
