package org.hoshimori.chapters.disposals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hoshimori.core.evidence.SubjectNames;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Tells the record's pages which disposal is meant: by day, kind of medium and what stood on it. */
@Component
class DisposalNames implements SubjectNames {

    private final DisposalTable table;
    private final MessageSource messages;

    DisposalNames(DisposalTable table, MessageSource messages) {
        this.table = table;
        this.messages = messages;
    }

    @Override
    public Map<String, String> namesOf(Set<String> subjects) {
        List<UUID> ids = subjects.stream()
                .filter(s -> s.startsWith(Disposal.KIND))
                .map(s -> UUID.fromString(s.substring(Disposal.KIND.length())))
                .toList();
        return table.find(ids).stream()
                .collect(Collectors.toMap(
                        Disposal::subject,
                        d -> (d.doneOn() + " "
                                        + messages.getMessage(
                                                "disposal.medium." + d.medium().code(),
                                                null,
                                                LocaleContextHolder.getLocale())
                                        + " " + d.serial())
                                .strip()));
    }
}
