package org.hoshimori.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the running server says of itself in its cluster: process, folder, port, and whether it takes log-ins. */
record PostmasterPid(long pid, String folder, int port, boolean ready) {

    /** Empty if there is no such file, or the server is just writing it. */
    static Optional<PostmasterPid> read(Path file) throws IOException {
        List<String> lines;
        try {
            lines = Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        if (lines.size() < 4
                || !lines.get(0).matches("[0-9]{1,10}")
                || !lines.get(3).matches("[0-9]{1,5}")) {
            return Optional.empty();
        }
        String folder = new String(lines.get(1).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        boolean ready = lines.size() > 7 && lines.get(7).strip().equals("ready");
        return Optional.of(
                new PostmasterPid(Long.parseLong(lines.get(0)), folder, Integer.parseInt(lines.get(3)), ready));
    }
}
