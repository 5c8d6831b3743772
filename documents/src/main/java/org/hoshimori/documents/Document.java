package org.hoshimori.documents;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hoshimori.catalog.Lang;
import org.jspecify.annotations.Nullable;

/**
 * A regulation as it prints, in one language and in no format yet.
 *
 * @param revision the edition's name ({@code 第2版})
 * @param effectiveOn from when it is in force, in words
 * @param dated the date in the file's properties, or null to leave it out; no writer asks the clock
 * @param draft whether open and space-specific places are marked, with a legend
 * @param logo the company's, on the cover, or null
 * @param notice what a reader must know before relying on it, a paragraph each
 * @param attribution on whose work it builds, a paragraph each
 */
public record Document(
        Lang lang,
        Phrase title,
        Phrase company,
        Phrase revision,
        Phrase effectiveOn,
        @Nullable LocalDate dated,
        boolean draft,
        @Nullable Logo logo,
        List<Phrase> notice,
        List<Phrase> attribution,
        List<Edition> history,
        List<Chapter> chapters) {

    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,199}");

    /** Refuses an id that stands twice, since a link could not tell which one it means, or that no format can hold. */
    public Document {
        notice = List.copyOf(notice);
        attribution = List.copyOf(attribution);
        history = List.copyOf(history);
        chapters = List.copyOf(chapters);
        Set<String> ids = new HashSet<>();
        for (Chapter chapter : chapters) {
            unique(ids, chapter.id());
            chapter.blocks().forEach(b -> b.ids().forEach(id -> unique(ids, id)));
        }
    }

    private static void unique(Set<String> ids, String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("not an id: " + id);
        }
        if (!ids.add(id)) {
            throw new IllegalArgumentException("id twice: " + id);
        }
    }

    /** A row of the revision history. */
    public record Edition(Phrase revision, Phrase date, Phrase changes) {}

    /** The logo, where there is one. */
    Optional<Logo> picture() {
        return Optional.ofNullable(logo);
    }

    /** All ids that links may name. */
    Set<String> ids() {
        Set<String> ids = new HashSet<>();
        for (Chapter chapter : chapters) {
            ids.add(chapter.id());
            chapter.blocks().forEach(b -> ids.addAll(b.ids()));
        }
        return ids;
    }
}
