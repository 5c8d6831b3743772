package org.hoshimori.core.rest;

import java.util.Comparator;
import java.util.List;
import org.hoshimori.core.api.Act;
import org.hoshimori.core.api.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** All that is served. */
@Component
class Resources {

    private final List<Resource<?>> all;

    Resources(List<Resource<?>> all) {
        this.all = all.stream().sorted(Comparator.comparing(Resource::code)).toList();
    }

    List<Resource<?>> all() {
        return all;
    }

    Resource<?> known(String code) {
        return all.stream()
                .filter(r -> r.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refused.of(HttpStatus.NOT_FOUND, "not-found"));
    }

    static Act<?> known(Resource<?> resource, Act.Kind kind, String name) {
        return resource.acts().stream()
                .filter(a -> a.kind() == kind && a.name().equals(name))
                .findFirst()
                .orElseThrow(() -> kind == Act.Kind.DO
                        ? Refused.of(HttpStatus.NOT_FOUND, "not-found")
                        : Refused.of(HttpStatus.METHOD_NOT_ALLOWED, "method"));
    }
}
