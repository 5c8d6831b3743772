package org.hoshimori.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.hoshimori.catalog.Chapter;
import org.hoshimori.catalog.Clause;
import org.hoshimori.catalog.Duty;
import org.hoshimori.catalog.Entry;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.Parameter;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** What must hold of resolution whatever is tailored, on seeded random tailorings. */
class ResolutionPropertiesTests {

    private static final List<Parameter> PARAMETERS =
            Samples.CATALOG.parameters().toList();
    private static final List<Clause> CLAUSES = Samples.CATALOG.clauses().toList();

    @RepeatedTest(30)
    void resolvesTwiceToTheSame(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        String yaml = yaml(settings(random), exclusions(random));
        assertThat(text(Samples.tailored(yaml))).isEqualTo(text(Samples.tailored(yaml)));
    }

    @RepeatedTest(30)
    void comesBackToTheSameWhenASettingIsSetAndUnset(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        List<String> settings = settings(random);
        String before = text(Samples.tailored(yaml(settings, List.of())));
        List<String> more = new ArrayList<>(settings);
        Parameter extra = PARAMETERS.get(random.nextInt(PARAMETERS.size()));
        boolean taken = settings.stream().anyMatch(s -> s.startsWith(extra.id() + ":"));
        if (!taken) {
            more.add(setting(extra, random));
            Samples.tailored(yaml(more, List.of()));
            more.removeLast();
        }
        assertThat(text(Samples.tailored(yaml(more, List.of())))).isEqualTo(before);
    }

    @RepeatedTest(30)
    void neverShowsAnExcludedClause(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        List<String> excluded = exclusions(random);
        Regulation regulation = Samples.tailored(yaml(settings(random), excluded));
        assertThat(regulation.chapters().stream().flatMap(Chapter::entries).map(Entry::id))
                .noneMatch(id -> excluded.stream().anyMatch(x -> id.equals(x) || id.startsWith(x + ".")));
    }

    @RepeatedTest(30)
    void replacesEveryInsertedParameter(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        assertThat(text(Samples.tailored(yaml(settings(random), List.of())))).doesNotContain("{", "}", "[[", "]]");
    }

    @RepeatedTest(30)
    void doesNotCareForTheOrderOfSettings(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        List<String> settings = settings(random);
        String one = text(Samples.tailored(yaml(settings, List.of())));
        Collections.shuffle(settings, random);
        assertThat(text(Samples.tailored(yaml(settings, List.of())))).isEqualTo(one);
    }

    private static String text(Regulation regulation) {
        return regulation.chapters().stream()
                .flatMap(Chapter::entries)
                .filter(Duty.class::isInstance)
                .map(e -> ((Duty) e))
                .flatMap(d -> java.util.stream.Stream.of(Lang.values())
                        .map(l -> d.id() + " " + new Wording(regulation, l).say(d.words())))
                .collect(Collectors.joining("\n"));
    }

    private static String yaml(List<String> settings, List<String> excluded) {
        return "values:\n"
                + settings.stream().map(s -> "  " + s + "\n").collect(Collectors.joining())
                + "excluded:\n"
                + excluded.stream()
                        .map(c -> "  - {clause: " + c + ", reason: x}\n")
                        .collect(Collectors.joining());
    }

    private static List<String> exclusions(Random random) {
        List<String> result = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            result.add(CLAUSES.get(random.nextInt(CLAUSES.size())).id());
        }
        return result;
    }

    private static List<String> settings(Random random) {
        List<String> result = new ArrayList<>();
        for (Parameter parameter : PARAMETERS) {
            if (random.nextInt(4) == 0) {
                result.add(setting(parameter, random));
            }
        }
        return result;
    }

    private static String setting(Parameter parameter, Random random) {
        String value = switch (parameter.type()) {
            case TEXT -> "値" + random.nextInt(100);
            case POST, POSTS -> "security-officer";
            case MONTH -> Integer.toString(1 + random.nextInt(12));
            case DATE -> "2026-04-0" + (1 + random.nextInt(9));
            case INTEGER -> Integer.toString(random.nextInt(30));
            case DURATION, RHYTHM -> "P" + (1 + random.nextInt(30)) + "D";
            case CHOICE, CHOICES ->
                parameter
                        .choices()
                        .get(random.nextInt(parameter.choices().size()))
                        .code();
            case BOOLEAN -> Boolean.toString(random.nextBoolean());
        };
        return parameter.id() + ": " + value;
    }
}
