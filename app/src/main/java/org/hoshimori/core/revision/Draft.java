package org.hoshimori.core.revision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.hoshimori.catalog.CatalogJson;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.TailoringText;
import org.jspecify.annotations.Nullable;

/**
 * A regulation in the making.
 *
 * @param tailoring what the company makes of the sample, as a file's text
 * @param basedOn number of the revision that it was begun from or last brought up to
 * @param base the tailoring of that revision, for the question what was changed here and what there
 * @param effectiveOn from when it is to hold; empty for the day of its approval
 * @param note why it is revised, for those who approve it
 * @param problem why it was not adopted although it was approved, a code; empty if nothing stood against it
 * @param publishedAs number of the revision that it has become
 * @param version counts changes; an edit of an older one is refused
 */
record Draft(
        DraftId id,
        String name,
        String tailoring,
        int basedOn,
        String base,
        @Nullable LocalDate effectiveOn,
        String note,
        State state,
        @Nullable String problem,
        @Nullable Integer publishedAs,
        Actor openedBy,
        Instant changedAt,
        int version) {

    /** How far it has come. */
    enum State {
        /** It is worked on. */
        DRAFTING,
        /** It waits for approval. */
        ASKED,
        /** It is adopted. */
        PUBLISHED,
        /** It is given up. */
        DISCARDED
    }

    TailoringText text() {
        return new TailoringText("tailoring.yaml", tailoring);
    }

    /** What it comes to over the sample that this version ships. */
    Regulation regulation() {
        return Regulation.resolve(CatalogJson.shipped(), text().read());
    }

    /** Whether it is neither adopted nor given up. */
    public boolean changeable() {
        return state == State.DRAFTING || state == State.ASKED;
    }

    /** From when it is to hold; empty for the day of its approval. */
    public Optional<LocalDate> from() {
        return Optional.ofNullable(effectiveOn);
    }

    Draft with(TailoringText text, Instant at) {
        return of(name, text.text(), basedOn, base, effectiveOn, note, state, problem, publishedAs, at);
    }

    Draft described(String otherName, @Nullable LocalDate otherFrom, String otherNote, Instant at) {
        return of(otherName, tailoring, basedOn, base, otherFrom, otherNote, state, problem, publishedAs, at);
    }

    Draft broughtUpTo(int revision, String itsTailoring, TailoringText text, Instant at) {
        return of(name, text.text(), revision, itsTailoring, effectiveOn, note, state, null, publishedAs, at);
    }

    Draft at(State other, @Nullable String why, @Nullable Integer number, Instant at) {
        return of(name, tailoring, basedOn, base, effectiveOn, note, other, why, number, at);
    }

    private Draft of(
            String itsName,
            String text,
            int revision,
            String itsBase,
            @Nullable LocalDate from,
            String itsNote,
            State itsState,
            @Nullable String why,
            @Nullable Integer number,
            Instant at) {
        return new Draft(
                id, itsName, text, revision, itsBase, from, itsNote, itsState, why, number, openedBy, at, version);
    }
}
