package org.hoshimori.core.findings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.approvals.Approvable;
import org.hoshimori.core.checks.FactsSeen;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** An exception as it is approved: bound to what the check sees of its subject. */
@Component
class ExemptionMatter implements Approvable {

    static final String KIND = "exception";

    private final ExemptionTable table;
    private final FactsSeen facts;
    private final FindingWords words;
    private final MessageSource messages;

    ExemptionMatter(ExemptionTable table, FactsSeen facts, FindingWords words, MessageSource messages) {
        this.table = table;
        this.facts = facts;
        this.words = words;
        this.messages = messages;
    }

    static String subject(UUID exemption) {
        return KIND + ":" + exemption;
    }

    static UUID id(String subject) {
        return UUID.fromString(subject.substring(KIND.length() + 1));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Map<String, Object>> record(String subject, int projection) {
        return table.find(id(subject))
                .map(e -> e.record(
                        table.checkName(e.check()),
                        facts.ofAlarm(e.check(), e.subject()).orElse("")));
    }

    @Override
    public List<String> members() {
        return List.of("check", "about", "reason", "measure", "endsOn", "seen");
    }

    @Override
    public String title(Map<String, Object> record, Locale locale) {
        String check = String.valueOf(record.get("check"));
        String about = String.valueOf(record.get("about"));
        Map<String, String> names = words.names(List.of(check, about), locale);
        return messages.getMessage(
                "exception.request",
                new Object[] {names.getOrDefault(check, check), names.getOrDefault(about, about)},
                locale);
    }
}
