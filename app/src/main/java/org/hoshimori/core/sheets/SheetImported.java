package org.hoshimori.core.sheets;

import java.util.Map;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.evidence.Evident;

/** A table was taken into a register; what that changed is on record row by row. */
public record SheetImported(Actor by, String register, Source from, Review.Counts counts) implements Evident {

    @Override
    public String act() {
        return "sheet.imported/1";
    }

    @Override
    public String subject() {
        return "sheet:" + register;
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
