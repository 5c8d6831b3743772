package org.hoshimori.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hoshimori.mail.Samples.Sample;
import org.junit.jupiter.api.Test;

/** Japanese mail written for the purpose: ten dangerous ones of each theme, sixty harmless ones. */
class JapaneseMailTests {

    @Test
    void recognisesTheThemeOfDangerousMail() {
        List<Sample> samples = Samples.inTurnOfCharsets("ja-dangerous.txt");
        assertThat(samples).hasSizeGreaterThanOrEqualTo(60);
        List<Sample> missed = samples.stream()
                .filter(s -> s.inspection().judgements().stream()
                        .noneMatch(j -> j.holds() && j.indicator().id().equals(s.theme())))
                .toList();
        assertThat(missed).as("themes missed").hasSizeLessThanOrEqualTo(samples.size() / 20);
    }

    @Test
    void callsDangerousMailDangerousOrSuspect() {
        List<Sample> samples = Samples.inTurnOfCharsets("ja-dangerous.txt");
        List<Sample> unsuspected = samples.stream()
                .filter(s -> !s.dangerous() && !s.inspection().suspect())
                .toList();
        assertThat(unsuspected).as("neither dangerous nor suspect").hasSizeLessThanOrEqualTo(samples.size() / 20);
        List<Sample> mild = samples.stream().filter(s -> !s.dangerous()).toList();
        assertThat(mild).as("not dangerous").hasSizeLessThanOrEqualTo(samples.size() / 10);
    }

    @Test
    void leavesHarmlessMailAlone() {
        List<Sample> samples = Samples.inTurnOfCharsets("ja-harmless.txt");
        assertThat(samples).hasSizeGreaterThanOrEqualTo(60);
        assertThat(samples.stream().filter(Sample::dangerous)).as("dangerous").isEmpty();
        assertThat(samples.stream().filter(s -> s.inspection().suspect()).toList())
                .as("suspect")
                .hasSizeLessThanOrEqualTo(3);
        assertThat(samples.stream()
                        .filter(s -> s.inspection().on(Indicator.BODY_1).holds()))
                .as("unnatural")
                .isEmpty();
    }
}
