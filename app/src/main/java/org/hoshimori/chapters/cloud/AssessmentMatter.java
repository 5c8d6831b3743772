package org.hoshimori.chapters.cloud;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.approvals.Approvable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** An assessment as it is approved: bound to all that it says and to what the rules make of it. */
@Component
class AssessmentMatter implements Approvable {

    static final String KIND = "cloud-assessment";

    private final AssessmentTable table;
    private final Rules rules;
    private final MessageSource messages;

    AssessmentMatter(AssessmentTable table, Rules rules, MessageSource messages) {
        this.table = table;
        this.rules = rules;
        this.messages = messages;
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
        return table.find(id(subject)).map(rules::record);
    }

    @Override
    public List<String> members() {
        return List.of(
                "service",
                "provider",
                "purpose",
                "terms",
                "policy",
                "measures",
                "fits",
                "country",
                "countryFit",
                "region",
                "regionFit",
                "apart",
                "endsOn");
    }

    @Override
    public String title(Map<String, Object> record, Locale locale) {
        return messages.getMessage("cloud.request", new Object[] {String.valueOf(record.get("service"))}, locale);
    }
}
