package org.hoshimori.oscal;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Files that stand for addresses. An address counts as named whether it is written as the document writes it, with or
 * without percent signs, as a path or {@code file:} address of the same file, or as a resource's UUID without its sign.
 */
final class MappedFiles {

    private static final Pattern WEB = Pattern.compile("^(?!file:)([A-Za-z][A-Za-z0-9+.-]+:|//).*", Pattern.DOTALL);

    private final Map<String, Path> files;

    MappedFiles(Map<String, Path> files) {
        this.files = files;
    }

    /** The file for an address in a document of this folder, or null. */
    @Nullable
    Path find(String href, @Nullable Path folder) {
        Path exact = files.get(href);
        if (exact != null || files.isEmpty() || href.isEmpty()) {
            return exact;
        }
        String wanted = form(href, folder);
        return files.entrySet().stream()
                .filter(e -> {
                    String key = e.getKey();
                    return href.startsWith("#")
                            ? href.equalsIgnoreCase(key) || href.substring(1).equalsIgnoreCase(key)
                            : wanted.equals(form(key, folder)) || wanted.equals(form(key, null));
                })
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** One spelling for all the ways to write an address; relative paths start from the folder, or from here. */
    private static String form(String address, @Nullable Path folder) {
        String plain = decoded(address);
        if (WEB.matcher(plain).matches()) {
            int host = Math.max(0, plain.indexOf('/', plain.indexOf("//") + 2));
            return plain.substring(0, host).toLowerCase(Locale.ROOT) + plain.substring(host);
        }
        try {
            Path path = Path.of(plain.replaceFirst("^file:(//(?=/))?", ""));
            return (folder == null ? path : folder.resolve(path))
                    .toAbsolutePath()
                    .normalize()
                    .toString();
        } catch (InvalidPathException e) {
            return plain;
        }
    }

    /** Without percent signs; as it is where they mean themselves. In a path a plus sign is a plus sign. */
    static String decoded(String address) {
        try {
            return URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
