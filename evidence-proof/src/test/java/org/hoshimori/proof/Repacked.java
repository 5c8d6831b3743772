package org.hoshimori.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A package taken apart, tampered with, and packed anew. */
final class Repacked {

    private Repacked() {}

    static Map<String, byte[]> unpack(Path from) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(from.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream in = zip.getInputStream(entry)) {
                    files.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return files;
    }

    static Path pack(Map<String, byte[]> files, Path to) throws IOException {
        try (OutputStream out = Files.newOutputStream(to);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return to;
    }

    /** Lines with their ends, as bytes in ISO 8859-1. */
    static List<String> lines(byte[] file) {
        List<String> lines = new ArrayList<>();
        for (String line : new String(file, java.nio.charset.StandardCharsets.ISO_8859_1).split("(?<=\n)")) {
            lines.add(line);
        }
        return lines;
    }

    static byte[] join(List<String> lines) {
        return String.join("", lines).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    }
}
