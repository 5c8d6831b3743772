package org.hoshimori.core.revision;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.catalog.Duty;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.Text;
import org.hoshimori.recognition.Edited;
import org.hoshimori.recognition.Stretch;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.Wording;
import org.hoshimori.word.Review;

/** What came back with a draft, laid out clause by clause beside the draft's present text. */
final class RemarkView {

    private final Regulation regulation;
    private final Wording wording;
    private final ZoneId zone;

    RemarkView(Regulation regulation, Lang lang, ZoneId zone) {
        this.regulation = regulation;
        this.wording = new Wording(regulation, lang);
        this.zone = zone;
    }

    /** A value that the change sets. */
    record ValueLine(String label, String now, String then) {}

    /**
     * A remark with what may be done with it.
     *
     * @param at when, if the file says it readably
     * @param now what the draft says now; empty where it does not have the sentence
     * @param changedSince whether the draft says something else than went out
     */
    record Line(
            Remark remark,
            Optional<ZonedDateTime> at,
            List<Stretch> stretches,
            String now,
            boolean changedSince,
            boolean words,
            List<ValueLine> values,
            boolean add,
            boolean exclude) {

        /** Its kind, for messages: what was changed, put in, struck or commented on. */
        public String what() {
            if (remark.kind() == Review.Kind.COMMENT) {
                return "comment";
            }
            return remark.before().isEmpty() ? "put-in" : remark.after().isEmpty() ? "struck" : "changed";
        }
    }

    /** The remarks of a clause. */
    record Group(String id, String title, List<Line> lines) {}

    /** All of it; {@code wrong} is the remark that could not be dealt with as asked. */
    record Page(
            Draft draft,
            List<Group> open,
            List<Line> settled,
            long count,
            Optional<UUID> wrong,
            String why,
            String note) {

        /** What was written as a note. */
        public String noteOf(UUID remark) {
            return wrong.filter(remark::equals).isPresent() ? note : "";
        }

        /** Why this remark was not dealt with; empty if it is not the one. */
        public String whyOf(UUID remark) {
            return wrong.filter(remark::equals).isPresent() ? why : "";
        }
    }

    Page page(Draft draft, List<Remark> remarks, Optional<UUID> wrong, String why, String note) {
        Map<String, List<Line>> open = new LinkedHashMap<>();
        List<Line> settled = new ArrayList<>();
        for (Remark remark : remarks) {
            if (remark.open()) {
                open.computeIfAbsent(remark.clause(), k -> new ArrayList<>()).add(line(remark));
            } else {
                settled.add(line(remark));
            }
        }
        return new Page(
                draft,
                open.entrySet().stream()
                        .map(e -> new Group(e.getKey(), title(e.getKey()), e.getValue()))
                        .toList(),
                settled,
                open.values().stream().mapToLong(List::size).sum(),
                wrong,
                why,
                note);
    }

    private Line line(Remark remark) {
        boolean comment = remark.kind() == Review.Kind.COMMENT;
        Lang lang = remark.language().equals("ja") ? Lang.JA : Lang.EN;
        String now = now(remark.entry(), lang);
        Optional<Edited> edited = remark.open() ? RemarkDesk.edited(remark, regulation) : Optional.empty();
        return new Line(
                remark,
                at(remark.at()),
                comment ? List.of() : Stretch.between(remark.before(), remark.after()),
                now,
                !comment && !remark.entry().isEmpty() && !bare(now).equals(bare(remark.before())),
                edited.filter(e -> !e.words().isBlank()).isPresent(),
                edited.map(Edited::values).orElse(List.of()).stream()
                        .flatMap(v -> regulation.setting(v.parameter()).stream()
                                .map(s ->
                                        new ValueLine(wording.say(s.parameter().label()), wording.value(s), v.said())))
                        .toList(),
                remark.open() && RemarkDesk.addable(remark),
                remark.open() && RemarkDesk.excludable(remark, regulation));
    }

    private String now(String entry, Lang lang) {
        Wording said = new Wording(regulation, lang);
        return regulation
                .entry(entry)
                .flatMap(e -> switch (e) {
                    case Duty duty -> Optional.of(said.say(duty.words()));
                    case Text text -> Optional.of(said.say(text.words()));
                    default -> Optional.empty();
                })
                .orElse("");
    }

    /** Word writes local times with or without a zone. */
    private Optional<ZonedDateTime> at(String text) {
        try {
            return Optional.of(
                    text.matches(".*(?:Z|[+-]\\d\\d:\\d\\d)")
                            ? OffsetDateTime.parse(text).atZoneSameInstant(zone)
                            : LocalDateTime.parse(text).atZone(zone));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private String title(String clause) {
        return regulation.catalog().chapters().stream()
                .filter(c -> c.id().equals(clause))
                .map(c -> wording.say(c.title()))
                .findFirst()
                .orElseGet(() -> clause.isEmpty() ? "" : wording.nameOf(clause));
    }

    private static String bare(String text) {
        return text.replaceAll("\\s+", "");
    }
}
