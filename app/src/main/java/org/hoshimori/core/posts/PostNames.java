package org.hoshimori.core.posts;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hoshimori.catalog.Catalog;
import org.hoshimori.core.evidence.SubjectNames;
import org.hoshimori.core.regulation.RegulationInForce;
import org.hoshimori.core.regulation.Revision;
import org.hoshimori.core.storage.Bigrams;
import org.hoshimori.regulation.Wording;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Tells the record's pages what the regulation in force calls its posts. */
@Component
class PostNames implements SubjectNames {

    private static final String SUBJECT = "post:";

    private final RegulationInForce regulation;

    PostNames(RegulationInForce regulation) {
        this.regulation = regulation;
    }

    @Override
    public Map<String, String> namesOf(Set<String> subjects) {
        Map<String, String> names = new HashMap<>();
        Revision now = regulation.now();
        Wording wording = now.wording(LocaleContextHolder.getLocale());
        subjects.stream()
                .filter(s -> s.startsWith(SUBJECT))
                .map(s -> s.substring(SUBJECT.length()))
                .filter(post -> now.regulation().title(post).isPresent())
                .forEach(post -> names.put(SUBJECT + post, wording.title(post)));
        return names;
    }

    @Override
    public Set<String> named(String words, int most) {
        Revision now = regulation.now();
        Wording wording = now.wording(LocaleContextHolder.getLocale());
        String folded = Bigrams.folded(words).strip();
        return now.regulation().catalog().posts().stream()
                .map(Catalog.Named::code)
                .filter(code -> Bigrams.folded(wording.title(code)).contains(folded))
                .map(code -> SUBJECT + code)
                .collect(Collectors.toUnmodifiableSet());
    }
}
