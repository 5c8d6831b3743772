package org.hoshimori.regulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hoshimori.catalog.Chapter;
import org.hoshimori.catalog.Clause;
import org.hoshimori.catalog.Duty;
import org.hoshimori.catalog.Entry;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.Table;
import org.hoshimori.catalog.Template;
import org.hoshimori.catalog.Text;
import org.hoshimori.catalog.Value;
import org.hoshimori.catalog.Words;
import org.hoshimori.yaml.Place;
import org.jspecify.annotations.Nullable;

/** What the words of a regulation themselves reveal: blanks, links that lead nowhere, words in one language only. */
final class WordsLint {

    /** The marks of the source: ○○, ●●●●, △△, ◇◇, ****, and our ____. */
    static final Pattern PLACEHOLDER = Pattern.compile("[○〇●△◇]+|\\*{2,}|_{3,}");

    private final Regulation regulation;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Set<List<Object>> said = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();

    WordsLint(Regulation regulation) {
        this.regulation = regulation;
        for (Tailoring tailoring : regulation.tailorings()) {
            tailoring.alterations().forEach((id, a) -> places.put(id, a.place()));
            tailoring.tables().forEach((id, t) -> places.put(id, t.place()));
            tailoring.additions().forEach(a -> places.put(a.id(), a.place()));
        }
    }

    List<Finding> findings() {
        for (Chapter chapter : regulation.chapters()) {
            chapter.entries().forEach(this::entry);
        }
        regulation.settings().stream()
                .filter(s -> s.setBy() != null && s.value() instanceof Value.OfText)
                .forEach(s -> setText(s, ((Value.OfText) Objects.requireNonNull(s.value())).words()));
        return findings;
    }

    private void setText(Setting setting, Words words) {
        if (placeholders(words) > 0) {
            add("placeholder", Severity.ERROR, setting.parameter().id(), setting.setBy(), "1");
        }
        // Names, numbers and addresses in Latin letters read alike in both.
        boolean alike = words.in(Lang.EN).chars().allMatch(c -> c < 0x80);
        if (!alike && (words.lacks(Lang.JA) || words.lacks(Lang.EN))) {
            add("one-language", Severity.INFO, setting.parameter().id(), setting.setBy());
        }
    }

    private void entry(Entry entry) {
        switch (entry) {
            case Duty duty -> words(duty.id(), Stream.of(duty.words()));
            case Text text -> words(text.id(), Stream.of(text.words()));
            case Table table ->
                words(
                        table.id(),
                        table.rows().stream()
                                .flatMap(r -> r.cells().stream())
                                .map(Table.Cell::words)
                                .filter(Objects::nonNull));
            case Clause clause -> words("#" + clause.id(), Stream.of(clause.title()));
        }
    }

    private void words(String id, Stream<Words> all) {
        String subject = id.startsWith("#") ? id.substring(1) : id;
        Place place = places.get(subject);
        int blanks = 0;
        boolean oneLanguage = false;
        for (Words words : all.toList()) {
            blanks += placeholders(words);
            oneLanguage |= words.lacks(Lang.JA) || words.lacks(Lang.EN);
            references(subject, place, words);
        }
        if (blanks > 0) {
            add("placeholder", Severity.ERROR, subject, place, Integer.toString(blanks));
        }
        if (oneLanguage) {
            add("one-language", Severity.INFO, subject, place);
        }
    }

    private static int placeholders(Words words) {
        Lang lang = words.lacks(Lang.JA) ? Lang.EN : Lang.JA;
        return (int) PLACEHOLDER.matcher(words.in(lang)).results().count();
    }

    private void references(String id, @Nullable Place place, Words words) {
        Lang lang = words.lacks(Lang.JA) ? Lang.EN : Lang.JA;
        for (Template.Part part : Template.parse(words.in(lang)).parts()) {
            switch (part) {
                case Template.Link(String clause) -> link(id, place, clause);
                case Template.Insert(String parameter) -> {
                    if (regulation.setting(parameter).isEmpty()
                            && regulation.table(parameter).isEmpty()) {
                        add("unknown-insertion", Severity.ERROR, id, place, parameter);
                    }
                }
                case Template.PostTitle(String post) -> {
                    if (regulation.title(post).isEmpty()) {
                        add("unknown-post", Severity.ERROR, id, place, post);
                    }
                }
                case Template.Plain _, Template.Break _ -> {}
            }
        }
    }

    private void link(String id, @Nullable Place place, String clause) {
        if (regulation.clause(clause).isPresent()) {
            return;
        }
        if (regulation.catalog().clauses().anyMatch(c -> c.id().equals(clause))) {
            add("refers-to-excluded", Severity.WARNING, id, place, clause);
        } else {
            add("dangling-link", Severity.ERROR, id, place, clause);
        }
    }

    private void add(String rule, Severity severity, String subject, @Nullable Place place, String... arguments) {
        List<String> all = new ArrayList<>(List.of(subject));
        all.addAll(List.of(arguments));
        // An own clause's title and its one sentence share their id: once is enough.
        if (!said.add(List.of(rule, all))) {
            return;
        }
        findings.add(new Finding(
                rule,
                severity,
                List.of(subject),
                place,
                Messages.of("lint." + rule, all),
                Messages.find("lint." + rule + ".suggestion", all).orElse(null),
                List.of()));
    }
}
