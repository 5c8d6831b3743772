package org.hoshimori.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hoshimori.catalog.Catalog;
import org.hoshimori.catalog.CatalogJson;
import org.hoshimori.catalog.Chapter;
import org.hoshimori.catalog.Duty;
import org.hoshimori.catalog.Entry;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.Parameter;
import org.hoshimori.catalog.Text;
import org.hoshimori.documents.Documents;
import org.hoshimori.documents.Format;
import org.hoshimori.documents.RegulationDocument;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.TailoringReader;
import org.hoshimori.regulation.TailoringText;
import org.hoshimori.regulation.Wording;
import org.hoshimori.word.WordDocument;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** What we have written ourselves comes back as it was, on seeded random tailorings. */
class RoundTripTests {

    private static final Catalog CATALOG = CatalogJson.shipped();

    private static final Pattern FRONT =
            Pattern.compile("reg_(title|company|revision|effective-on)|[a-z]+_(revised-on|scope)");

    @RepeatedTest(20)
    void whatWeHaveWrittenComesBackToTheSameText(RepetitionInfo run) throws IOException {
        Random random = new Random(run.getCurrentRepetition());
        Regulation written = regulation(values(random));
        Regulation sample = Regulation.resolve(CATALOG);

        Recognition recognition = Recognition.of(
                sample,
                Lang.JA,
                WordDocument.read(word(written, random.nextBoolean())).passages());

        assertThat(recognition.byParameter().values())
                .allSatisfy(v -> assertThat(v).hasSize(1));
        TailoringText tailoring = new TailoringText("read.yaml", "tailoring: 1\n");
        for (List<ValueFound> given : recognition.byParameter().values()) {
            ValueFound value = given.getFirst();
            tailoring = value.news() ? tailoring.value(value.parameter(), value.texts()) : tailoring;
        }
        Regulation read = Regulation.resolve(CATALOG, tailoring.read());
        assertThat(read.misfits()).isEmpty();
        List<String> other = new ArrayList<>(text(read));
        List<String> lost = new ArrayList<>(text(written));
        lost.removeAll(other);
        other.removeAll(text(written));
        assertThat(lost).as("instead: %s", other).isEmpty();
        assertThat(other).isEmpty();
        assertThat(recognition.found().stream().filter(f -> f.fit() == Found.Fit.ALTERED))
                .isEmpty();
        assertThat(recognition.added()).isEmpty();
        assertThat(recognition.missing()).isEmpty();
    }

    private static byte[] word(Regulation regulation, boolean draft) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Documents.write(RegulationDocument.of(regulation, Lang.JA, draft, null, List.of()), Format.DOCX, out);
        return out.toByteArray();
    }

    /** What stands in the regulation, sentence by sentence, with title page and heads. */
    private static List<String> text(Regulation regulation) {
        Wording wording = new Wording(regulation, Lang.JA);
        Stream<String> front = regulation.settings().stream()
                .filter(s -> FRONT.matcher(s.parameter().id()).matches())
                .map(s -> s.parameter().id() + " " + wording.value(s));
        Stream<String> sentences = regulation.chapters().stream()
                .flatMap(Chapter::entries)
                .map(e -> sentence(e, wording))
                .filter(s -> !s.isEmpty());
        return Stream.concat(front, sentences).toList();
    }

    private static String sentence(Entry entry, Wording wording) {
        return switch (entry) {
            case Duty duty -> duty.id() + " " + wording.say(duty.words());
            case Text text -> text.id() + " " + wording.say(text.words());
            default -> "";
        };
    }

    private static Regulation regulation(Map<String, String> values) {
        String yaml = "values:\n"
                + values.entrySet().stream()
                        .map(v -> "  " + v.getKey() + ": " + v.getValue() + "\n")
                        .collect(Collectors.joining());
        return Regulation.resolve(CATALOG, TailoringReader.read("random.yaml", yaml));
    }

    private static Map<String, String> values(Random random) {
        List<String> posts = CATALOG.posts().stream().map(Catalog.Named::code).toList();
        Map<String, String> values = new LinkedHashMap<>();
        CATALOG.parameters()
                .filter(p -> random.nextInt(3) == 0)
                .forEach(p -> values.put(p.id(), value(p, posts, random)));
        return values;
    }

    private static String value(Parameter parameter, List<String> posts, Random random) {
        return switch (parameter.type()) {
            case TEXT -> "値" + random.nextInt(100) + "と" + random.nextInt(10);
            case POST -> posts.get(random.nextInt(posts.size()));
            case POSTS -> some(posts, random);
            case MONTH -> Integer.toString(1 + random.nextInt(12));
            case DATE -> "2026-04-0" + (1 + random.nextInt(9));
            case INTEGER -> Integer.toString(1 + random.nextInt(30));
            case DURATION, RHYTHM ->
                List.of("P" + (1 + random.nextInt(30)) + "D", "P2M", "P3Y", "P1Y", "P6M", "PT6H", "PT90M")
                        .get(random.nextInt(parameter.type().name().equals("RHYTHM") ? 5 : 7));
            case CHOICE -> {
                List<Parameter.Choice> choices = parameter.choices();
                yield choices.get(random.nextInt(choices.size())).code();
            }
            case CHOICES ->
                some(parameter.choices().stream().map(Parameter.Choice::code).toList(), random);
            case BOOLEAN -> Boolean.toString(random.nextBoolean());
        };
    }

    private static String some(List<String> codes, Random random) {
        List<String> some = new ArrayList<>(
                codes.stream().filter(c -> random.nextInt(3) == 0).toList());
        if (some.isEmpty()) {
            some.add(codes.getFirst());
        }
        return "[" + String.join(", ", some) + "]";
    }
}
