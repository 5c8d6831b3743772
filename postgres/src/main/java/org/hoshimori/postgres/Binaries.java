package org.hoshimori.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hoshimori.postgres.PostgresRefused.Reason;

/** The server's programs, unpacked once into the data folder. */
record Binaries(Path home) {

    static final String VERSION = "18.6.0";
    static final String MAJOR = "18";

    private enum Platform {
        AMD64("linux-amd64", "/postgres-linux-x86_64.txz"),
        ARM64("linux-arm64v8", "/postgres-linux-arm_64.txz");

        private final String label;
        private final String resource;

        Platform(String label, String resource) {
            this.label = label;
            this.resource = resource;
        }

        static Platform of(String system, String processor) {
            String cpu = processor.toLowerCase(Locale.ROOT);
            if (system.startsWith("Linux") && (cpu.equals("amd64") || cpu.equals("x86_64"))) {
                return AMD64;
            }
            if (system.startsWith("Linux") && cpu.equals("aarch64")) {
                return ARM64;
            }
            throw new PostgresRefused(Reason.NO_BINARIES, system + " " + processor);
        }
    }

    /** The programs for this machine; unpacks them if they are not there yet. */
    static Binaries in(DataFolder folder) throws IOException {
        return in(folder.home(), System.getProperty("os.name", "?"), System.getProperty("os.arch", "?"));
    }

    static Binaries in(Path home, String system, String processor) throws IOException {
        Platform platform = Platform.of(system, processor);
        Path place = home.resolve("bin-" + VERSION + "-" + platform.label);
        if (Files.notExists(place)) {
            try (InputStream packed = Binaries.class.getResourceAsStream(platform.resource)) {
                if (packed == null) {
                    throw new PostgresRefused(Reason.NO_BINARIES, system + " " + processor);
                }
                unpack(new BufferedInputStream(packed, 1 << 16), place);
            }
        }
        return new Binaries(place);
    }

    /** Unpacks beside the place, then moves: a kill midway leaves nothing under the name. */
    static void unpack(InputStream packed, Path place) throws IOException {
        Path made = Trees.beside(place);
        try {
            Files.createDirectory(made);
            Unpacking.unpack(packed, made);
            Trees.syncAll(made);
            Trees.moveIntoPlace(made, place);
        } finally {
            Trees.remove(made);
        }
    }

    /** Removes the programs of other versions; only when no server runs from them. */
    void removeOthers() throws IOException {
        List<Path> others;
        try (Stream<Path> entries = Files.list(home.resolveSibling("."))) {
            others = entries.map(Path::normalize)
                    .filter(entry -> entry.getFileName().toString().startsWith("bin-") && !entry.equals(home))
                    .toList();
        }
        for (Path other : others) {
            Trees.remove(other);
        }
    }

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }
}
