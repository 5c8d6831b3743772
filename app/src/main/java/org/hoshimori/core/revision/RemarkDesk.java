package org.hoshimori.core.revision;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.hoshimori.catalog.CatalogJson;
import org.hoshimori.catalog.Clause;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.Words;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.documents.Documents;
import org.hoshimori.documents.RegulationDocument;
import org.hoshimori.proof.Hash;
import org.hoshimori.recognition.Edited;
import org.hoshimori.recognition.ValueFound;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.Tailoring;
import org.hoshimori.regulation.TailoringText;
import org.hoshimori.word.Review;
import org.hoshimori.word.WordDocument;
import org.hoshimori.yaml.Place;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a draft goes out in Word to be looked over, and where what comes back is taken or put aside, one by one. */
@Service
@Transactional
class RemarkDesk {

    private static final int TITLE = 24;
    private static final String DRAFT = "Hoshimori draft";
    private static final String DIGEST = "Hoshimori digest";
    private static final String LANGUAGE = "Hoshimori language";

    private final DraftRemarks remarks;
    private final RevisionDesk desk;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RemarkDesk(DraftRemarks remarks, RevisionDesk desk, ApplicationEventPublisher events, Clock clock) {
        this.remarks = remarks;
        this.desk = desk;
        this.events = events;
        this.clock = clock;
    }

    /** What becomes of a file that comes back. */
    sealed interface Outcome {
        /** It is read; so many remarks are new. */
        record Read(int found, int fresh) implements Outcome {}

        /** It did not go out from this draft, or what it is has got lost. */
        record NotOurs() implements Outcome {}
    }

    /** What may be done with a remark. */
    enum Act {
        /** The changed words become the company's own. */
        WORDS,
        /** The changed value is set. */
        VALUE,
        /** What was put in becomes a clause of the company's own. */
        ADD,
        /** The clause does not apply; the note is the reason. */
        EXCLUDE,
        /** Nothing; the note says why. */
        DISMISS
    }

    /** Why nothing was done with a remark. */
    enum Refusal {
        /** Somebody else has dealt with it. */
        SETTLED,
        /** It needs a note. */
        NOTE_NEEDED,
        /** The draft can't take it so. */
        NOT_SO,
        /** The draft was changed meanwhile or is over. */
        DRAFT
    }

    /** The draft as a Word file that tells, when it comes back, what went out. */
    byte[] send(Draft draft, Lang lang, Actor by) {
        String digest = RevisionDesk.digest(draft.tailoring());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Documents.writeWord(
                    RegulationDocument.of(draft.regulation(), lang, true, null, List.of()),
                    Map.of(DRAFT, draft.id().toString(), DIGEST, digest, LANGUAGE, lang.tag()),
                    out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] content = out.toByteArray();
        if (remarks.sent(draft, digest, lang.tag(), content, by, now())) {
            events.publishEvent(new DraftEvent.SentOut(by, draft.id(), digest, lang.tag()));
        }
        return content;
    }

    /** Reads a file that comes back; sent twice, it brings nothing new. */
    Outcome bring(DraftId draft, String file, byte[] content, Actor by) {
        WordDocument back = WordDocument.read(content);
        Map<String, String> says = back.properties();
        if (!draft.toString().equals(says.get(DRAFT))) {
            return new Outcome.NotOurs();
        }
        Optional<DraftRemarks.Sent> sent =
                remarks.findSent(draft, says.getOrDefault(DIGEST, ""), says.getOrDefault(LANGUAGE, ""));
        if (sent.isEmpty()) {
            return new Outcome.NotOurs();
        }
        List<Remark> found = remarks(draft, file, sent.get(), back);
        String sha256 = Hash.sha256(content).hex();
        int fresh = 0;
        for (Remark remark : found) {
            fresh += remarks.insert(remark, sha256) ? 1 : 0;
        }
        events.publishEvent(
                new DraftEvent.CameBack(by, draft, file, sha256, sent.get().digest(), fresh));
        return new Outcome.Read(found.size(), fresh);
    }

    private static List<Remark> remarks(DraftId draft, String file, DraftRemarks.Sent sent, WordDocument back) {
        Regulation went =
                Regulation.resolve(CatalogJson.shipped(), new TailoringText("tailoring.yaml", sent.tailoring()).read());
        List<Mapped.Place> places =
                Mapped.of(sent.document(), went, sent.language().equals("ja") ? Lang.JA : Lang.EN);
        List<Review.Remark> found = Review.of(sent.document(), back);
        return IntStream.range(0, found.size())
                .mapToObj(i -> {
                    Review.Remark remark = found.get(i);
                    Mapped.Place place = places.get(remark.paragraph());
                    boolean putIn = remark.kind() != Review.Kind.COMMENT
                            && remark.before().isEmpty();
                    return new Remark(
                            UUID.randomUUID(),
                            draft,
                            file,
                            sent.digest(),
                            sent.language(),
                            i,
                            remark.kind(),
                            place.clause(),
                            putIn ? "" : place.entry(),
                            remark.author(),
                            remark.at(),
                            remark.before(),
                            remark.after(),
                            Remark.State.OPEN,
                            "",
                            null,
                            null);
                })
                .toList();
    }

    /** All remarks of a draft, those that nobody has dealt with first. */
    @Transactional(readOnly = true)
    List<Remark> of(DraftId draft) {
        return remarks.of(draft);
    }

    /** Deals with a remark; empty if it is done. The draft's version must be the one last read. */
    Optional<Refusal> settle(DraftId id, UUID remarkId, int version, Act act, String note, Actor by) {
        Remark remark = remarks.lock(id, remarkId).orElseThrow(() -> new DraftUnknown(remarkId.toString()));
        if (!remark.open()) {
            return Optional.of(Refusal.SETTLED);
        }
        if (note.isBlank() && (act == Act.DISMISS || act == Act.EXCLUDE)) {
            return Optional.of(Refusal.NOTE_NEEDED);
        }
        if (act == Act.DISMISS) {
            remarks.settle(remarkId, Remark.State.DISMISSED, note.strip(), by, now());
            events.publishEvent(new DraftEvent.RemarkDismissed(by, id, remarkId, remark.clause(), note.strip()));
            return Optional.empty();
        }
        Optional<UnaryOperator<TailoringText>> edit =
                edit(remark, desk.known(id).regulation(), act, note);
        if (edit.isEmpty()) {
            return Optional.of(Refusal.NOT_SO);
        }
        String what = act == Act.EXCLUDE || act == Act.ADD ? remark.clause() : remark.entry();
        if (desk.change(id, version, List.of(what), edit.get(), by) instanceof RevisionDesk.Outcome.Refused) {
            return Optional.of(Refusal.DRAFT);
        }
        remarks.settle(remarkId, Remark.State.TAKEN, note.strip(), by, now());
        events.publishEvent(new DraftEvent.RemarkTaken(by, id, remarkId, remark.clause(), act.name()));
        return Optional.empty();
    }

    private static Optional<UnaryOperator<TailoringText>> edit(
            Remark remark, Regulation regulation, Act act, String note) {
        Lang lang = remark.language().equals("ja") ? Lang.JA : Lang.EN;
        return switch (act) {
            case WORDS ->
                edited(remark, regulation)
                        .filter(e -> !e.words().isBlank())
                        .map(e -> t -> t.altered(remark.entry(), Words.only(lang, e.words())));
            case VALUE ->
                edited(remark, regulation)
                        .map(Edited::values)
                        .filter(v -> !v.isEmpty())
                        .map(values -> t -> set(t, values, regulation, lang));
            case ADD -> addable(remark) ? Optional.of(t -> t.added(own(remark, regulation, lang))) : Optional.empty();
            case EXCLUDE ->
                excludable(remark, regulation)
                        ? Optional.of(t -> t.excluded(remark.clause(), Words.only(lang, note.strip())))
                        : Optional.empty();
            case DISMISS -> Optional.empty();
        };
    }

    private static TailoringText set(TailoringText text, List<ValueFound> values, Regulation regulation, Lang lang) {
        TailoringText result = text;
        for (ValueFound value : values) {
            result = Taking.set(result, value, regulation, lang);
        }
        return result;
    }

    /** What a change makes of the sentence as the draft has it now; empty for a comment and for what was struck or put in. */
    static Optional<Edited> edited(Remark remark, Regulation regulation) {
        if (remark.kind() == Review.Kind.COMMENT
                || remark.entry().isEmpty()
                || remark.after().isEmpty()) {
            return Optional.empty();
        }
        Lang lang = remark.language().equals("ja") ? Lang.JA : Lang.EN;
        return Edited.of(regulation, lang, remark.entry(), remark.after());
    }

    /** Whether a whole paragraph was put in. */
    static boolean addable(Remark remark) {
        return remark.kind() != Review.Kind.COMMENT
                && remark.before().isEmpty()
                && !remark.clause().isEmpty();
    }

    private static Tailoring.Addition own(Remark remark, Regulation regulation, Lang lang) {
        String within = Taking.place(remark.clause(), regulation);
        String words = Taking.plain(remark.after());
        return new Tailoring.Addition(
                new Place(remark.file(), 1, 1),
                Taking.id(within, "r" + remark.place(), regulation, new HashSet<>()),
                within,
                null,
                Words.only(lang, words.substring(0, Math.min(TITLE, words.length()))),
                Words.only(lang, words.replace("\n", "<br>")),
                null,
                List.of(),
                null,
                null);
    }

    /** Whether a sentence was struck that is all that its clause obliges to. */
    static boolean excludable(Remark remark, Regulation regulation) {
        return remark.kind() != Review.Kind.COMMENT
                && remark.after().isEmpty()
                && !remark.entry().isEmpty()
                && !regulation.isAdded(remark.clause())
                && regulation
                        .clause(remark.clause())
                        .map(Clause::duties)
                        .filter(d -> d.size() == 1 && d.getFirst().id().equals(remark.entry()))
                        .isPresent();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
