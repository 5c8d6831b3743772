package org.hoshimori.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LogoTests {

    @Test
    void keepsProportionsWithinTheGivenWidth() {
        Logo logo = Logo.of(Logos.png());
        assertThat(logo.widthAt(20, 100)).isCloseTo(60, within(0.01));
        assertThat(logo.widthAt(20, 30)).isCloseTo(30, within(0.01));
        assertThat(logo.heightAt(20, 30)).isCloseTo(10, within(0.01));
        assertThat(logo.isPng()).isTrue();
    }

    @Test
    void refusesWhatIsNoPicture() {
        byte[] png = Logos.png();
        for (byte[] file : new byte[][] {
            {},
            "<svg/>".getBytes(StandardCharsets.UTF_8),
            "GIF89a".getBytes(StandardCharsets.UTF_8),
            Arrays.copyOf(png, 12),
            new byte[5_000_001]
        }) {
            assertThatIllegalArgumentException().isThrownBy(() -> Logo.of(file));
        }
    }
}
