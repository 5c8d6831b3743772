package org.hoshimori.core.approvals;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Answers for a kind of matter that is approved; the room that asks implements it. */
public interface Approvable {

    /** The kind, as in {@link Proposal#kind()}. */
    String kind();

    /**
     * The record as it is now, written in the way of this version, so that an older request is compared with its like; empty
     * where the subject is gone.
     */
    Optional<Map<String, Object>> record(String subject, int projection);

    /** The record's members in the order in which a sheet shows them; {@code approval.}kind{@code .}member is its label. */
    List<String> members();

    /** What it is called in a list of requests. */
    String title(Map<String, Object> record, Locale locale);
}
