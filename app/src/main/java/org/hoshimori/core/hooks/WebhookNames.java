package org.hoshimori.core.hooks;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hoshimori.core.api.Ids;
import org.hoshimori.core.evidence.SubjectNames;
import org.springframework.stereotype.Component;

/** Tells the record's pages what webhooks are called. */
@Component
class WebhookNames implements SubjectNames {

    private static final String KIND = "webhook:";

    private final WebhookTable table;

    WebhookNames(WebhookTable table) {
        this.table = table;
    }

    @Override
    public Map<String, String> namesOf(Set<String> ids) {
        List<UUID> asked = ids.stream()
                .filter(id -> id.startsWith(KIND))
                .flatMap(id -> Ids.read(id.substring(KIND.length())).stream())
                .toList();
        return asked.isEmpty()
                ? Map.of()
                : table.find(asked).stream().collect(Collectors.toMap(Webhook::subject, Webhook::name));
    }
}
