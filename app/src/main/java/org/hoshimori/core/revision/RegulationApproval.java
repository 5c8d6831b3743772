package org.hoshimori.core.revision;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.core.approvals.Approvable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Answers for drafts of the regulation that are to be approved: what is approved is the very text, by its digest. */
@Component
class RegulationApproval implements Approvable {

    static final String KIND = "regulation";
    static final int PROJECTION = 1;

    private final Drafts drafts;
    private final MessageSource messages;

    RegulationApproval(Drafts drafts, MessageSource messages) {
        this.drafts = drafts;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Map<String, Object>> record(String subject, int projection) {
        return drafts.find(DraftId.ofSubject(subject)).filter(Draft::changeable).map(d -> record(d, projection));
    }

    /** There has been one way to write it so far. */
    Map<String, Object> record(Draft draft, int projection) {
        if (projection != PROJECTION) {
            throw new IllegalArgumentException("projection " + projection);
        }
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("name", draft.name());
        record.put("reason", draft.note());
        record.put("from", draft.from().map(Object::toString).orElse(""));
        record.put("basedOn", draft.basedOn());
        record.put("digest", RevisionDesk.digest(draft.tailoring()));
        return record;
    }

    @Override
    public List<String> members() {
        return List.of("name", "reason", "from", "basedOn", "digest");
    }

    @Override
    public String title(Map<String, Object> record, Locale locale) {
        return messages.getMessage("approval.regulation.title", new Object[] {record.get("name")}, locale);
    }
}
