package org.hoshimori.core.tokens;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hoshimori.core.api.Ids;
import org.hoshimori.core.evidence.SubjectNames;
import org.springframework.stereotype.Component;

/** Tells the record's pages what tokens are called, and programs that act by one. */
@Component
class TokenNames implements SubjectNames {

    private static final List<String> KINDS = List.of("token:", "system:token:");

    private final ApiTokenTable table;

    TokenNames(ApiTokenTable table) {
        this.table = table;
    }

    @Override
    public Map<String, String> namesOf(Set<String> ids) {
        Map<String, UUID> asked = new HashMap<>();
        ids.forEach(id -> of(id).ifPresent(token -> asked.put(id, token)));
        if (asked.isEmpty()) {
            return Map.of();
        }
        Map<UUID, String> called =
                table.find(asked.values()).stream().collect(Collectors.toMap(ApiToken::id, ApiToken::name));
        Map<String, String> names = new HashMap<>();
        asked.forEach((id, token) -> {
            String name = called.get(token);
            if (name != null) {
                names.put(id, name);
            }
        });
        return names;
    }

    private static Optional<UUID> of(String id) {
        return KINDS.stream().filter(id::startsWith).findFirst().flatMap(kind -> Ids.read(id.substring(kind.length())));
    }
}
