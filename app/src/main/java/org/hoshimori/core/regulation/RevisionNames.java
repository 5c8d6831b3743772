package org.hoshimori.core.regulation;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hoshimori.core.evidence.SubjectNames;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Tells the record's pages which revision an entry is about. */
@Component
class RevisionNames implements SubjectNames {

    private static final Pattern REVISION = Pattern.compile("revision:([1-9]\\d{0,8})");

    private final MessageSource messages;

    RevisionNames(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public Map<String, String> namesOf(Set<String> ids) {
        Map<String, String> names = new HashMap<>();
        for (String id : ids) {
            Matcher revision = REVISION.matcher(id);
            if (revision.matches()) {
                names.put(
                        id,
                        messages.getMessage(
                                "regulation.named", new Object[] {revision.group(1)}, LocaleContextHolder.getLocale()));
            }
        }
        return names;
    }
}
