package org.hoshimori.recognition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hoshimori.catalog.Catalog;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.Parameter;
import org.hoshimori.catalog.Words;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.Setting;

/** What posts and choices are called, so that words can be read as their codes. */
final class Vocabulary {

    private static final List<String> JOINTS =
            List.of("、又は", "又は", "及び", "、", "もしくは", "若しくは", "または", "および", "と", "or", "and");

    private final Regulation regulation;
    private final Lang lang;
    private final Map<String, SentencePattern> posts = new LinkedHashMap<>();
    private final Map<String, Map<String, SentencePattern>> choices = new LinkedHashMap<>();

    Vocabulary(Regulation regulation, Lang lang) {
        this.regulation = regulation;
        this.lang = lang;
        Catalog catalog = regulation.catalog();
        Stream.concat(catalog.posts().stream(), catalog.groups().stream()).forEach(p -> {
            Words title = regulation.title(p.code()).orElse(p.title());
            posts.put(p.code(), SentencePattern.of(title.in(lang), regulation, lang));
        });
        catalog.parameters().filter(p -> !p.choices().isEmpty()).forEach(p -> {
            Map<String, SentencePattern> words = new LinkedHashMap<>();
            p.choices()
                    .forEach(c ->
                            words.put(c.code(), SentencePattern.of(c.words().in(lang), regulation, lang)));
            choices.put(p.id(), words);
        });
    }

    /**
     * What the words in a slot say: the slot's own value first, then those of parameters within it. A title that the regulation
     * does not know for a post is told apart.
     */
    List<ValueFound> read(Folded text, SentencePattern.Filled filled, boolean sure) {
        List<ValueFound> found = new ArrayList<>();
        if (filled.slot() instanceof SentencePattern.Slot.Value(Parameter parameter)) {
            String words = text.text().substring(filled.start(), filled.end());
            List<ValueFound> inner = new ArrayList<>();
            texts(parameter, text, filled, inner)
                    .ifPresent(texts -> found.add(new ValueFound(
                            parameter.id(),
                            texts,
                            text.original(filled.start(), filled.end()),
                            sure && !words.isEmpty(),
                            news(parameter, texts))));
            found.addAll(inner);
        }
        return found;
    }

    /** Whether a post is called this; what its title has in it is read, too. */
    boolean called(String post, Folded text, int start, int end, List<ValueFound> inner) {
        SentencePattern title = posts.get(post);
        return title != null && fits(title, text, start, end, inner);
    }

    private Optional<List<String>> texts(
            Parameter parameter, Folded text, SentencePattern.Filled at, List<ValueFound> inner) {
        String words = text.text().substring(at.start(), at.end());
        return switch (parameter.type()) {
            case TEXT ->
                words.matches("[○_]+") ? Optional.empty() : Optional.of(List.of(text.original(at.start(), at.end())));
            case POST, POSTS -> codes(posts, parameter.type().several(), text, at, inner);
            case CHOICE, CHOICES ->
                codes(
                        choices.getOrDefault(parameter.id(), Map.of()),
                        parameter.type().several(),
                        text,
                        at,
                        inner);
            case INTEGER, MONTH, DURATION, RHYTHM, DATE, BOOLEAN ->
                ValueWords.read(parameter.type(), words).map(List::of);
        };
    }

    private Optional<List<String>> codes(
            Map<String, SentencePattern> known,
            boolean several,
            Folded text,
            SentencePattern.Filled at,
            List<ValueFound> inner) {
        for (Map.Entry<String, SentencePattern> one : known.entrySet()) {
            if (fits(one.getValue(), text, at.start(), at.end(), inner)) {
                return Optional.of(List.of(one.getKey()));
            }
        }
        return several ? list(known, text, at.start(), at.end(), inner) : Optional.empty();
    }

    /** The first of them up to a joint, and the others after it. */
    private Optional<List<String>> list(
            Map<String, SentencePattern> known, Folded text, int start, int end, List<ValueFound> inner) {
        for (Map.Entry<String, SentencePattern> one : known.entrySet()) {
            if (fits(one.getValue(), text, start, end, inner)) {
                return Optional.of(List.of(one.getKey()));
            }
        }
        for (int stop = start + 1; stop < end; stop++) {
            for (String joint : JOINTS) {
                if (!text.text().startsWith(joint, stop) || stop + joint.length() >= end) {
                    continue;
                }
                for (Map.Entry<String, SentencePattern> one : known.entrySet()) {
                    List<ValueFound> within = new ArrayList<>();
                    if (fits(one.getValue(), text, start, stop, within)) {
                        Optional<List<String>> rest = list(known, text, stop + joint.length(), end, within);
                        if (rest.isPresent()) {
                            inner.addAll(within);
                            Set<String> codes = new LinkedHashSet<>(List.of(one.getKey()));
                            codes.addAll(rest.get());
                            return Optional.of(List.copyOf(codes));
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private boolean fits(SentencePattern words, Folded text, int start, int end, List<ValueFound> inner) {
        Optional<List<SentencePattern.Filled>> filled = words.read(text.text().substring(start, end));
        if (filled.isEmpty()) {
            return false;
        }
        List<ValueFound> within = new ArrayList<>();
        for (SentencePattern.Filled f : filled.get()) {
            SentencePattern.Filled there = new SentencePattern.Filled(f.slot(), start + f.start(), start + f.end());
            switch (f.slot()) {
                case SentencePattern.Slot.Post(String code) -> {
                    if (!called(code, text, there.start(), there.end(), within)) {
                        return false;
                    }
                }
                case SentencePattern.Slot.Value(Parameter parameter) -> {
                    List<ValueFound> read = read(text, there, true);
                    boolean blank =
                            text.text().substring(there.start(), there.end()).matches("○[○年月日]*");
                    if (!blank && read.stream().noneMatch(v -> v.parameter().equals(parameter.id()))) {
                        return false;
                    }
                    within.addAll(read);
                }
            }
        }
        inner.addAll(within);
        return true;
    }

    /** Whether the regulation has another value, or has none that somebody has set. */
    boolean news(Parameter parameter, List<String> texts) {
        Optional<Setting> setting = regulation.setting(parameter.id());
        if (setting.isEmpty() || setting.get().open() || setting.get().value() == null) {
            return true;
        }
        String now = setting.get().value() instanceof org.hoshimori.catalog.Value.OfText(Words words)
                ? words.in(lang)
                : setting.get().value().code();
        return !now.equals(String.join(", ", texts));
    }

    /** Titles of posts and words of choices in the order of the catalog, folded, with their codes. */
    Map<String, String> literal(Parameter parameter) {
        org.hoshimori.regulation.Wording wording = new org.hoshimori.regulation.Wording(regulation, lang);
        Map<String, String> literal = new LinkedHashMap<>();
        if (parameter.choices().isEmpty()) {
            posts.keySet().forEach(code -> literal.put(Folded.text(wording.title(code)), code));
        } else {
            parameter.choices().forEach(c -> literal.put(Folded.text(wording.say(c.words())), c.code()));
        }
        return literal;
    }
}
