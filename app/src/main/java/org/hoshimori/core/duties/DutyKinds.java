package org.hoshimori.core.duties;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** All kinds of duties in the order of the chapters, read from {@code resources/duties} when the application starts. */
@Component
class DutyKinds {

    private final Map<String, DutyKind> kinds = new LinkedHashMap<>();
    private final List<DutyFile.LeftOut> leftOut = new ArrayList<>();

    DutyKinds() {
        try {
            Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:duties/**/*.yaml");
            Arrays.sort(files, Comparator.comparing(f -> String.valueOf(f.getFilename())));
            for (Resource file : files) {
                read(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(Resource resource) throws IOException {
        try (InputStream in = resource.getInputStream()) {
            DutyFile file = DutyFile.read(in);
            file.kinds().forEach(kind -> {
                if (kinds.put(kind.code(), kind) != null) {
                    throw new IllegalArgumentException(kind.code() + " is defined twice");
                }
            });
            leftOut.addAll(file.leftOut());
        }
    }

    List<DutyKind> all() {
        return List.copyOf(kinds.values());
    }

    List<DutyFile.LeftOut> leftOut() {
        return List.copyOf(leftOut);
    }

    /** Those that an event sets off. */
    List<DutyKind> setOffBy(String event) {
        return kinds.values().stream()
                .filter(k ->
                        k.when() instanceof When.After after && after.event().equals(event))
                .toList();
    }

    Optional<DutyKind> find(String code) {
        return Optional.ofNullable(kinds.get(code));
    }
}
