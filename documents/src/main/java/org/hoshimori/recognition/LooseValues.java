package org.hoshimori.recognition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.Parameter;
import org.hoshimori.catalog.ParameterType;
import org.hoshimori.catalog.Template;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.Wording;

/** Finds values in a sentence that is worded otherwise than the sample's: by their kind and by the words next to them. */
final class LooseValues {

    private static final int NEXT_TO = 6;
    private static final Set<ParameterType> SHAPED = Set.of(
            ParameterType.INTEGER,
            ParameterType.MONTH,
            ParameterType.DURATION,
            ParameterType.RHYTHM,
            ParameterType.DATE);

    private final Vocabulary vocabulary;
    private final Regulation regulation;
    private final Wording wording;

    LooseValues(Vocabulary vocabulary, Lang lang, Regulation regulation) {
        this.vocabulary = vocabulary;
        this.regulation = regulation;
        this.wording = new Wording(regulation, lang);
    }

    /** An open place of the sample with the words around it. */
    private record Place(Parameter parameter, String before, String after) {}

    /** Something in the text that could be its value, and how well the words around it agree. */
    private record Candidate(int start, int end, List<String> texts, int agreement) {}

    /** Puts what it finds to the values, and says what stands where. */
    List<ReadingSentences.Insertion> read(Unit unit, Folded text, List<ValueFound> values) {
        List<ReadingSentences.Insertion> insertions = new ArrayList<>();
        List<Place> places = places(unit);
        Set<Integer> used = new HashSet<>();
        for (Place place : places) {
            boolean alone = places.stream()
                            .filter(p ->
                                    p.parameter().type() == place.parameter().type())
                            .count()
                    == 1;
            Optional<Candidate> found = SHAPED.contains(place.parameter().type())
                    ? shaped(place, text, used, alone)
                    : literal(place, text, used, alone);
            found.ifPresent(c -> {
                for (int i = c.start(); i < c.end(); i++) {
                    used.add(i);
                }
                values.add(new ValueFound(
                        place.parameter().id(),
                        c.texts(),
                        text.original(c.start(), c.end()),
                        false,
                        vocabulary.news(place.parameter(), c.texts())));
                insertions.add(new ReadingSentences.Insertion(
                        c.start(), c.end(), "{" + place.parameter().id() + "}"));
            });
        }
        posts(unit, text, used, insertions);
        return insertions;
    }

    private List<Place> places(Unit unit) {
        List<Place> places = new ArrayList<>();
        List<Template.Part> parts = Template.parse(unit.template()).parts();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof Template.Insert(String id)) {
                String before = i > 0 && parts.get(i - 1) instanceof Template.Plain(String t) ? Folded.text(t) : "";
                String after = i + 1 < parts.size() && parts.get(i + 1) instanceof Template.Plain(String t)
                        ? Folded.text(t)
                        : "";
                regulation.setting(id).ifPresent(s -> places.add(new Place(s.parameter(), before, after)));
            }
        }
        return places;
    }

    /** Numbers and times. A number must have the sample's unit after it; a time may stand alone if it is the only one. */
    private Optional<Candidate> shaped(Place place, Folded text, Set<Integer> used, boolean alone) {
        ParameterType type = place.parameter().type();
        List<Candidate> candidates = new ArrayList<>();
        Matcher matcher = Pattern.compile(ValueWords.shape(type)).matcher(text.text());
        while (matcher.find()) {
            if (used.contains(matcher.start()) || amidDigits(text.text(), matcher)) {
                continue;
            }
            ValueWords.read(type, matcher.group())
                    .ifPresent(v -> candidates.add(new Candidate(
                            matcher.start(),
                            matcher.end(),
                            List.of(v),
                            agreement(place, text, matcher.start(), matcher.end()))));
        }
        return candidates.stream()
                .filter(c -> type == ParameterType.INTEGER
                        ? after(place, text, c.end()) > 0
                        : c.agreement() >= 2 || (alone && candidates.size() == 1))
                .max(Comparator.comparingInt(Candidate::agreement).thenComparingInt(c -> -c.start()));
    }

    private static boolean amidDigits(String text, Matcher matcher) {
        return (matcher.start() > 0 && Character.isDigit(text.charAt(matcher.start() - 1)))
                || (matcher.end() < text.length() && Character.isDigit(text.charAt(matcher.end())));
    }

    /** Posts by their titles and choices by their words. */
    private Optional<Candidate> literal(Place place, Folded text, Set<Integer> used, boolean alone) {
        Parameter parameter = place.parameter();
        if (parameter.type() == ParameterType.TEXT || parameter.type() == ParameterType.BOOLEAN) {
            return Optional.empty();
        }
        boolean post = parameter.choices().isEmpty();
        List<Candidate> candidates = new ArrayList<>();
        for (Map.Entry<String, String> one : vocabulary.literal(parameter).entrySet()) {
            String words = one.getKey().replaceAll("。$", "");
            for (int at = text.text().indexOf(words);
                    at >= 0 && words.length() > 1;
                    at = text.text().indexOf(words, at + 1)) {
                if (!used.contains(at)) {
                    candidates.add(new Candidate(
                            at,
                            at + words.length(),
                            List.of(one.getValue()),
                            agreement(place, text, at, at + words.length())));
                }
            }
        }
        // Of two that overlap the longer one is meant.
        List<Candidate> longest = candidates.stream()
                .filter(c -> candidates.stream()
                        .noneMatch(o -> o.start() <= c.start()
                                && o.end() >= c.end()
                                && o.end() - o.start() > c.end() - c.start()))
                .sorted(Comparator.comparingInt(Candidate::start))
                .toList();
        if (parameter.type() == ParameterType.CHOICES && longest.size() > 1) {
            return Optional.of(new Candidate(
                    longest.getFirst().start(),
                    longest.getLast().end(),
                    longest.stream().flatMap(c -> c.texts().stream()).distinct().toList(),
                    0));
        }
        return longest.stream()
                .filter(c -> !post || after(place, text, c.end()) > 0 || before(place, text, c.start()) > 2)
                .filter(c -> post || alone || c.agreement() > 0)
                .max(Comparator.comparingInt(Candidate::agreement).thenComparingInt(c -> -c.start()));
    }

    private void posts(Unit unit, Folded text, Set<Integer> used, List<ReadingSentences.Insertion> insertions) {
        for (Template.Part part : Template.parse(unit.template()).parts()) {
            if (part instanceof Template.PostTitle(String code)) {
                String title = Folded.text(wording.title(code));
                int at = text.text().indexOf(title);
                if (at >= 0 && !used.contains(at) && title.length() > 1) {
                    insertions.add(new ReadingSentences.Insertion(at, at + title.length(), "{@" + code + "}"));
                }
            }
        }
    }

    private static int agreement(Place place, Folded text, int start, int end) {
        return 2 * after(place, text, end) + before(place, text, start);
    }

    private static int after(Place place, Folded text, int end) {
        int same = 0;
        while (same < NEXT_TO
                && same < place.after().length()
                && end + same < text.text().length()
                && place.after().charAt(same) == text.text().charAt(end + same)) {
            same++;
        }
        return same;
    }

    private static int before(Place place, Folded text, int start) {
        int same = 0;
        while (same < NEXT_TO
                && same < place.before().length()
                && start - 1 - same >= 0
                && place.before().charAt(place.before().length() - 1 - same)
                        == text.text().charAt(start - 1 - same)) {
            same++;
        }
        return same;
    }
}
