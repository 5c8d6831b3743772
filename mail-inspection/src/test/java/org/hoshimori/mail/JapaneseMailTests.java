package org.hoshimori.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Japanese mail written for the purpose: ten dangerous ones of each theme, sixty harmless ones. */
class JapaneseMailTests {

    private static final String[][] CHARSETS = {
        {"UTF-8", "UTF-8"}, {"ISO-2022-JP", "x-windows-iso2022jp"}, {"Shift_JIS", "windows-31j"}, {"EUC-JP", "EUC-JP"}
    };

    /** One record of the file. */
    private record Sample(String theme, String subject, Inspection inspection) {
        @Override
        public String toString() {
            return subject + " " + inspection.score() + " "
                    + inspection.facts().stream().map(f -> f.name().id()).toList()
                    + inspection.judgements().stream()
                            .filter(Judgement::holds)
                            .map(j -> j.indicator().id())
                            .toList();
        }
    }

    private static List<Sample> samples(String name) throws IOException {
        try (InputStream in = JapaneseMailTests.class.getResourceAsStream(name)) {
            assertThat(in).isNotNull();
            List<Sample> samples = new ArrayList<>();
            for (String record : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^=====\\n")) {
                if (record.contains("Subject: ")) {
                    samples.add(sample(record, CHARSETS[samples.size() % CHARSETS.length]));
                }
            }
            return samples;
        }
    }

    private static Sample sample(String record, String[] charset) {
        int body = record.indexOf("\n\n");
        String theme = "";
        String subject = "";
        Letter letter = Letter.from("");
        List<String> attachments = new ArrayList<>();
        for (String line : record.substring(0, body).split("\n")) {
            int colon = line.indexOf(": ");
            String value = line.substring(colon + 2);
            switch (line.substring(0, colon)) {
                case "Theme" -> theme = value;
                case "From" -> letter = Letter.from(value);
                case "Attach" -> attachments.add(value);
                case "Subject" -> {
                    subject = value;
                    letter.subject(value);
                }
                default -> letter.header(line.substring(0, colon), value);
            }
        }
        letter.in(charset[0], charset[1]).text(record.substring(body + 2));
        attachments.forEach(letter::attach);
        return new Sample(theme, subject, letter.inspect());
    }

    @Test
    void recognisesTheThemeOfDangerousMail() throws IOException {
        List<Sample> samples = samples("ja-dangerous.txt");
        assertThat(samples).hasSizeGreaterThanOrEqualTo(60);
        List<Sample> missed = samples.stream()
                .filter(s -> s.inspection().judgements().stream()
                        .noneMatch(j -> j.holds() && j.indicator().id().equals(s.theme())))
                .toList();
        assertThat(missed).as("themes missed").hasSizeLessThanOrEqualTo(samples.size() / 20);
    }

    @Test
    void callsDangerousMailDangerousOrSuspect() throws IOException {
        List<Sample> samples = samples("ja-dangerous.txt");
        List<Sample> unsuspected = samples.stream()
                .filter(s -> s.inspection().verdict() != Verdict.DANGEROUS
                        && !s.inspection().suspect())
                .toList();
        assertThat(unsuspected).as("neither dangerous nor suspect").hasSizeLessThanOrEqualTo(samples.size() / 20);
        List<Sample> mild = samples.stream()
                .filter(s -> s.inspection().verdict() != Verdict.DANGEROUS)
                .toList();
        assertThat(mild).as("not dangerous").hasSizeLessThanOrEqualTo(samples.size() / 10);
    }

    @Test
    void leavesHarmlessMailAlone() throws IOException {
        List<Sample> samples = samples("ja-harmless.txt");
        assertThat(samples).hasSizeGreaterThanOrEqualTo(60);
        assertThat(samples.stream().filter(s -> s.inspection().verdict() == Verdict.DANGEROUS))
                .as("dangerous")
                .isEmpty();
        assertThat(samples.stream().filter(s -> s.inspection().suspect()).toList())
                .as("suspect")
                .hasSizeLessThanOrEqualTo(3);
        assertThat(samples.stream()
                        .filter(s -> s.inspection().on(Indicator.BODY_1).holds()))
                .as("unnatural")
                .isEmpty();
    }
}
