package org.hoshimori.core.sheets;

import java.util.Map;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.evidence.Evident;

/** What happens to registers as tables. */
public sealed interface SheetEvent extends Evident {

    /** The register's name. */
    String register();

    @Override
    default String subject() {
        return "sheet:" + register();
    }

    /** A table was taken in; what that changed is on record row by row. */
    record SheetImported(Actor by, String register, Source from, Review.Counts counts) implements SheetEvent {
        @Override
        public String act() {
            return "sheet.imported/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of(
                    "file", from.name(),
                    "sha256", from.sha256(),
                    "new", counts.added(),
                    "changed", counts.changed(),
                    "same", counts.same(),
                    "leftOut", counts.refused());
        }
    }

    /**
     * A register, or what was asked for of it, was taken out.
     *
     * @param asked the filters of its list
     */
    record SheetExported(Actor by, String register, String format, Map<String, String> asked) implements SheetEvent {
        @Override
        public String act() {
            return "sheet.exported/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("format", format, "asked", asked);
        }
    }
}
