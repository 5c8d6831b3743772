package org.hoshimori.core.revision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.ParameterType;
import org.hoshimori.catalog.Words;
import org.hoshimori.recognition.Added;
import org.hoshimori.recognition.Found;
import org.hoshimori.recognition.Missing;
import org.hoshimori.recognition.PostFound;
import org.hoshimori.recognition.Recognition;
import org.hoshimori.recognition.ValueFound;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.Tailoring;
import org.hoshimori.regulation.TailoringText;
import org.hoshimori.yaml.Place;
import org.springframework.util.MultiValueMap;

/**
 * What somebody has ticked of a text's proposals, as edits of a draft. Only what the text still proposes can be taken: a tick names a
 * proposal and says nothing of its contents.
 *
 * @param what ids of what changes
 * @param wrong what can't be taken as it was ticked, by the name of its field
 */
record Taking(List<String> what, List<Edit> edits, Map<String, String> wrong) {

    /** A change of a tailoring. */
    @FunctionalInterface
    interface Edit {
        TailoringText in(TailoringText text);
    }

    TailoringText applied(TailoringText text) {
        TailoringText result = text;
        for (Edit edit : edits) {
            result = edit.in(result);
        }
        return result;
    }

    static Taking of(Recognition text, Regulation regulation, Lang lang, MultiValueMap<String, String> ticked) {
        List<String> what = new ArrayList<>();
        List<Edit> edits = new ArrayList<>();
        Map<String, String> wrong = new HashMap<>();
        values(text, regulation, lang, ticks(ticked, "value"), what, edits, wrong);
        Set<String> posts = ticks(ticked, "post");
        for (PostFound post : text.posts()) {
            if (posts.contains(post.code())) {
                what.add(post.code());
                edits.add(t -> t.post(post.code(), Words.only(lang, post.title())));
            }
        }
        Set<String> words = ticks(ticked, "words");
        for (Found found : text.found()) {
            if (found.fit() == Found.Fit.ALTERED && words.contains(found.id())) {
                what.add(found.id());
                edits.add(t -> t.altered(found.id(), Words.only(lang, found.words())));
            }
        }
        added(text, regulation, lang, ticked, what, edits);
        Set<String> excluded = ticks(ticked, "exclude");
        for (Missing missing : text.missing()) {
            if (excluded.contains(missing.clause())) {
                String reason = first(ticked, "reason-" + missing.clause());
                if (reason.isEmpty()) {
                    wrong.put("reason-" + missing.clause(), "draft.reason-needed");
                } else {
                    what.add(missing.clause());
                    edits.add(t -> t.excluded(missing.clause(), Words.only(lang, reason)));
                }
            }
        }
        return new Taking(List.copyOf(what), List.copyOf(edits), Map.copyOf(wrong));
    }

    /** How a tick names a value: a text may give several to one parameter. */
    static String key(ValueFound value) {
        return value.parameter() + "=" + String.join(",", value.texts());
    }

    private static void values(
            Recognition text,
            Regulation regulation,
            Lang lang,
            Set<String> ticked,
            List<String> what,
            List<Edit> edits,
            Map<String, String> wrong) {
        text.byParameter().forEach((parameter, values) -> {
            List<ValueFound> taken = values.stream()
                    .filter(ValueFound::news)
                    .filter(v -> ticked.contains(key(v)))
                    .toList();
            if (taken.size() > 1) {
                wrong.put(parameter, "own-text.contradicts");
            } else if (taken.size() == 1) {
                what.add(parameter);
                edits.add(t -> set(t, taken.getFirst(), regulation, lang));
            }
        });
    }

    static TailoringText set(TailoringText text, ValueFound value, Regulation regulation, Lang lang) {
        boolean free = regulation
                .setting(value.parameter())
                .filter(s -> s.parameter().type() == ParameterType.TEXT)
                .isPresent();
        return free
                ? text.words(value.parameter(), Words.only(lang, value.texts().getFirst()))
                : text.value(value.parameter(), value.texts());
    }

    private static void added(
            Recognition text,
            Regulation regulation,
            Lang lang,
            MultiValueMap<String, String> ticked,
            List<String> what,
            List<Edit> edits) {
        Set<String> added = ticks(ticked, "added");
        Set<String> taken = new HashSet<>();
        for (Added one : text.added()) {
            if (!added.contains(one.key())) {
                continue;
            }
            String chosen = first(ticked, "within-" + one.key());
            String within = places(regulation).anyMatch(chosen::equals) ? chosen : one.within();
            String id = id(within, one.key(), regulation, taken);
            what.add(id);
            edits.add(t -> t.added(new Tailoring.Addition(
                    new Place("text", 1, 1),
                    id,
                    within,
                    null,
                    Words.only(lang, plain(one.title())),
                    Words.only(lang, plain(one.text()).replace("\n", "<br>")),
                    null,
                    List.of(),
                    null,
                    null)));
        }
    }

    /** Where a clause of the company's own may stand: chapters, and sections that apply. */
    static Stream<String> places(Regulation regulation) {
        return regulation.chapters().stream()
                .flatMap(c -> Stream.concat(
                        Stream.of(c.id()),
                        c.clauses().filter(s -> s.number() != null).map(s -> s.id())));
    }

    /** Where a clause of the company's own goes that was put in next to a clause: into it, its section, or the chapter. */
    static String place(String clause, Regulation regulation) {
        return places(regulation)
                .filter(p -> clause.equals(p) || clause.startsWith(p + ".") || clause.startsWith(p + "-"))
                .max(Comparator.comparingInt(String::length))
                .orElse(clause);
    }

    static String id(String within, String key, Regulation regulation, Set<String> taken) {
        String id = within + (within.contains("-") ? ".x-" : "-x-") + key;
        String free = id;
        for (int i = 2; regulation.clause(free).isPresent() || !taken.add(free); i++) {
            free = id + "-" + i;
        }
        return free;
    }

    /** Braces and brackets of a text mean nothing. */
    static String plain(String text) {
        return text.replace('{', '｛').replace('}', '｝').replace("[[", "［［").replace("]]", "］］");
    }

    private static Set<String> ticks(MultiValueMap<String, String> ticked, String name) {
        return Set.copyOf(Optional.ofNullable(ticked.get(name)).orElse(List.of()));
    }

    private static String first(MultiValueMap<String, String> ticked, String name) {
        return Optional.ofNullable(ticked.getFirst(name)).orElse("").strip();
    }
}
