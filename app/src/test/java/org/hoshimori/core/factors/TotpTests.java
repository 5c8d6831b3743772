package org.hoshimori.core.factors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTests {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B, SHA-1. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082", "1111111109, 07081804", "1111111111, 14050471",
        "1234567890, 89005924", "2000000000, 69279037", "20000000000, 65353130"
    })
    void agreesWithTheVectorsOfRfc6238(long seconds, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(seconds)), 8))
                .isEqualTo(code);
    }

    /** RFC 4226, appendix D. */
    @ParameterizedTest
    @CsvSource({
        "0, 755224", "1, 287082", "2, 359152", "3, 969429", "4, 338314",
        "5, 254676", "6, 287922", "7, 162583", "8, 399871", "9, 520489"
    })
    void agreesWithTheVectorsOfRfc4226(long step, String code) {
        assertThat(Totp.code(SECRET, step, 6)).isEqualTo(code);
    }

    @Test
    void takesTheStepBeforeAndTheOneAfter() {
        Instant now = Instant.ofEpochSecond(1_234_567_890);
        long step = Totp.step(now);
        for (long drift = -1; drift <= 1; drift++) {
            assertThat(Totp.match(SECRET, Totp.code(SECRET, step + drift, 6), now))
                    .hasValue(step + drift);
        }
        assertThat(Totp.match(SECRET, Totp.code(SECRET, step - 2, 6), now)).isEqualTo(OptionalLong.empty());
        assertThat(Totp.match(SECRET, Totp.code(SECRET, step + 2, 6), now)).isEqualTo(OptionalLong.empty());
        assertThat(Totp.match(SECRET, "", now)).isEqualTo(OptionalLong.empty());
    }

    /** RFC 4648, section 10, without padding. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void writesKeysAsRfc4648Does(String text, String key) {
        assertThat(Base32.encode(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(key);
    }

    @Test
    void readsRecoveryCodesHoweverTheyAreTyped() {
        List<String> codes = RecoveryCode.fresh();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates().allMatch(c -> c.matches("([0-9A-Z]{4}-){2}[0-9A-Z]{4}"));
        assertThat(RecoveryCode.plain(" abcd-o0il-w5x6 ")).isEqualTo("ABCD0011W5X6");
        assertThat(RecoveryCode.plain("123456")).isEmpty();
    }
}
