package org.hoshimori.core.revision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.Parameter;
import org.hoshimori.recognition.Added;
import org.hoshimori.recognition.Found;
import org.hoshimori.recognition.Missing;
import org.hoshimori.recognition.Recognition;
import org.hoshimori.recognition.Score;
import org.hoshimori.recognition.Stretch;
import org.hoshimori.recognition.ValueFound;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.Wording;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** A text's proposals laid out for their page, with what is ticked. */
final class OwnTextView {

    private static final double HUNDRED = 100;

    private final Regulation regulation;
    private final Wording wording;
    private final Lang lang;

    OwnTextView(Regulation regulation, Lang lang) {
        this.regulation = regulation;
        this.wording = new Wording(regulation, lang);
        this.lang = lang;
    }

    /** A sentence that fits word by word, shown in a list only. */
    record Same(String title, String own) {}

    /** A value that may be taken, next to what stands now. */
    record ValueLine(String key, String parameter, String label, String now, String then, boolean sure) {}

    /** A sentence with its values, or in other words: both texts, their differences, why they are taken for the same. */
    record Line(
            String id,
            String title,
            List<Stretch> stretches,
            List<ValueLine> values,
            Percent percent,
            String heading) {}

    /** The score in whole per cent. */
    record Percent(long total, long wording, long heading, long order) {
        static Percent of(Score score) {
            return new Percent(
                    Math.round(score.total() * HUNDRED),
                    Math.round(score.wording() * HUNDRED),
                    Math.round(score.heading() * HUNDRED),
                    Math.round(score.order() * HUNDRED));
        }
    }

    /** A clause of the company's own. */
    record AddedLine(String key, String title, String text, String within) {}

    /** A clause of which the text says nothing. */
    record MissingLine(String clause, String title, String perhaps, String reason) {}

    /** What a post is called. */
    record PostLine(String code, String now, String then, int times) {}

    /** A place where a clause may stand. */
    record PlaceLine(String id, String title) {}

    /**
     * All of it.
     *
     * @param ticked what is ticked, by field
     * @param wrong what can't be taken as ticked, by field
     */
    record Page(
            Draft draft,
            String name,
            List<Same> same,
            List<ValueLine> alone,
            List<PostLine> posts,
            List<Line> valued,
            List<Line> altered,
            List<AddedLine> added,
            List<MissingLine> missing,
            List<PlaceLine> places,
            int tables,
            int unread,
            MultiValueMap<String, String> ticked,
            Map<String, String> wrong) {

        /** Whether a field is ticked. */
        public boolean ticked(String name, String value) {
            return ticked.getOrDefault(name, List.of()).contains(value);
        }

        /** What was written into a field. */
        public String written(String name, String otherwise) {
            String written = ticked.getFirst(name);
            return written == null ? otherwise : written;
        }

        /** Whether there is anything to decide. */
        public boolean empty() {
            return alone.isEmpty()
                    && posts.isEmpty()
                    && valued.isEmpty()
                    && altered.isEmpty()
                    && added.isEmpty()
                    && missing.isEmpty();
        }
    }

    /** What is ticked before anybody has looked: values of sentences that fit word by word, unless the text contradicts itself. */
    static MultiValueMap<String, String> proposed(Recognition text) {
        MultiValueMap<String, String> ticked = new LinkedMultiValueMap<>();
        text.byParameter().values().stream()
                .filter(v -> v.size() == 1)
                .map(List::getFirst)
                .filter(v -> v.sure() && v.news())
                .forEach(v -> ticked.add("value", Taking.key(v)));
        return ticked;
    }

    Page page(
            Draft draft,
            String name,
            int unread,
            Recognition text,
            MultiValueMap<String, String> ticked,
            Map<String, String> wrong) {
        Set<String> shown = new HashSet<>();
        List<ValueLine> alone = values(text.values(), shown);
        List<Line> valued = new ArrayList<>();
        List<Line> altered = new ArrayList<>();
        List<Same> same = new ArrayList<>();
        for (Found found : text.found()) {
            switch (found.fit()) {
                case SAME -> same.add(new Same(title(found.clause()), found.own()));
                case VALUES -> {
                    Line line = line(found, shown);
                    if (line.values().isEmpty()) {
                        same.add(new Same(title(found.clause()), found.own()));
                    } else {
                        valued.add(line);
                    }
                }
                case ALTERED -> altered.add(line(found, shown));
            }
        }
        return new Page(
                draft,
                name,
                same,
                alone,
                text.posts().stream()
                        .map(p -> new PostLine(p.code(), wording.title(p.code()), p.title(), p.times()))
                        .toList(),
                valued,
                altered,
                text.added().stream().map(OwnTextView::line).toList(),
                text.missing().stream().map(this::line).toList(),
                Taking.places(regulation)
                        .map(id -> new PlaceLine(id, place(id)))
                        .toList(),
                text.tables(),
                unread,
                ticked,
                wrong);
    }

    private Line line(Found found, Set<String> shown) {
        return new Line(
                found.id(),
                title(found.clause()),
                Stretch.between(found.sample(), found.own()),
                values(found.values(), shown),
                Percent.of(found.score()),
                found.heading());
    }

    /** Values that are news, each once on the page. */
    private List<ValueLine> values(List<ValueFound> values, Set<String> shown) {
        return values.stream()
                .filter(ValueFound::news)
                .filter(v -> shown.add(Taking.key(v)))
                .flatMap(v -> regulation.setting(v.parameter()).stream()
                        .map(s -> new ValueLine(
                                Taking.key(v),
                                v.parameter(),
                                wording.say(s.parameter().label()),
                                wording.value(s),
                                v.said().isEmpty() ? said(v, s.parameter()) : v.said(),
                                v.sure())))
                .toList();
    }

    private String said(ValueFound value, Parameter parameter) {
        return value.texts().stream()
                .map(code ->
                        parameter.choice(code).map(c -> wording.say(c.words())).orElse(code))
                .reduce((a, b) -> a + (lang == Lang.JA ? "、" : ", ") + b)
                .orElse("");
    }

    private static AddedLine line(Added added) {
        return new AddedLine(added.key(), added.title(), added.text(), added.within());
    }

    private MissingLine line(Missing missing) {
        return new MissingLine(missing.clause(), title(missing.clause()), missing.perhaps(), missing.reason());
    }

    private String title(String clause) {
        return regulation.catalog().chapters().stream()
                .filter(c -> c.id().equals(clause))
                .map(c -> wording.say(c.title()))
                .findFirst()
                .orElseGet(() -> wording.nameOf(clause));
    }

    private String place(String id) {
        return Stream.of(regulation.clause(id))
                .flatMap(c -> c.stream())
                .map(c -> "　" + c.number() + " " + wording.say(c.title()))
                .findFirst()
                .orElseGet(() -> regulation.chapters().stream()
                        .filter(c -> c.id().equals(id))
                        .map(c -> (c.number() == 0 ? "" : c.number() + " ") + wording.say(c.title()))
                        .findFirst()
                        .orElse(id));
    }
}
