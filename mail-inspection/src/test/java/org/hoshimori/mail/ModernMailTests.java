package org.hoshimori.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hoshimori.mail.Samples.Sample;
import org.junit.jupiter.api.Test;

/** Mail as it is sent today, harmless and deceptive, written for the purpose in seven languages. */
class ModernMailTests {

    private static final List<Sample> HARMLESS = Samples.of("modern-harmless.txt");
    private static final List<Sample> DANGEROUS = Samples.of("modern-dangerous.txt");

    @Test
    void callsNoHarmlessMailDangerous() {
        assertThat(HARMLESS).hasSizeGreaterThanOrEqualTo(60);
        assertThat(HARMLESS.stream().filter(Sample::dangerous)).isEmpty();
    }

    @Test
    void callsNoHarmlessMailDangerousWhereTheServerChecksNothing() {
        assertThat(HARMLESS.stream().map(Sample::unchecked).filter(Sample::dangerous))
                .isEmpty();
    }

    @Test
    void callsAlmostNoHarmlessMailSuspect() {
        assertThat(HARMLESS.stream().filter(s -> s.inspection().suspect()).toList())
                .hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void callsDeceptiveMailDangerous() {
        assertThat(DANGEROUS).hasSizeGreaterThanOrEqualTo(60);
        assertThat(DANGEROUS.stream().filter(s -> !s.dangerous()).toList()).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void callsDeceptiveMailDangerousWhereTheServerChecksNothing() {
        assertThat(DANGEROUS.stream()
                        .map(Sample::unchecked)
                        .filter(s -> !s.dangerous())
                        .toList())
                .hasSizeLessThanOrEqualTo(9);
    }
}
