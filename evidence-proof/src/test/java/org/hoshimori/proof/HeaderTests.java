package org.hoshimori.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTests {

    private static final Instant TIME = Instant.parse("2026-11-25T03:04:05.120Z");

    @Test
    void isCanonicalJson() {
        Header header = new Header(7, 1, TIME, "p-1", "asset.taken-out/1", "a-9", "ast-2.b", "r-3", false);
        assertThat(new String(header.headerBytes(), UTF_8)).isEqualTo("""
                        {"act":"asset.taken-out/1","actor":"p-1","clause":"ast-2.b","demo":false,"epoch":1,"revision":"r-3",\
                        "sequence":7,"subject":"a-9","time":"2026-11-25T03:04:05.120000Z"}""");
        assertThat(Header.of(CanonicalJson.parseCanonical(header.headerBytes())))
                .isEqualTo(header);
    }

    @Test
    void leavesOutClauseAndRevisionWhereAbsent() {
        Header header = new Header(7, 1, TIME, "p-1", "asset.taken-out/1", "a-9", null, null, true);
        assertThat(new String(header.headerBytes(), UTF_8)).doesNotContain("clause", "revision", "null");
        assertThat(Header.of(CanonicalJson.parseCanonical(header.headerBytes())))
                .isEqualTo(header);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 1L << 53})
    void refusesSequencesThatJsonCantCount(long sequence) {
        refuses(() -> new Header(sequence, 1, TIME, "p", "a.b/1", "s", null, null, false), "header.sequence");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/1", "a.b", "a.b/0", "A.b/1", "a..b/1", "a.b/1 ", "a.b/01", "a.-b/1"})
    void refusesActsWithoutVersionOrDots(String act) {
        refuses(() -> new Header(1, 1, TIME, "p", act, "s", null, null, false), "header.act");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " a", "a ", "a\nb", "a\u202eb", "\u0000"})
    void refusesIdsThatNobodyCanRead(String id) {
        refuses(() -> new Header(1, 1, TIME, id, "a.b/1", "s", null, null, false), "header.id");
        refuses(() -> new Header(1, 1, TIME, "p", "a.b/1", id, null, null, false), "header.id");
        refuses(() -> new Header(1, 1, TIME, "p", "a.b/1", "s", id, null, false), "header.id");
        refuses(() -> new Header(1, 1, TIME, "p", "a.b/1", "s", null, id, false), "header.id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-25T03:04:05.1234567Z", "1999-12-31T23:59:59Z", "+10000-01-01T00:00:00Z"})
    void refusesTimesFinerThanMicrosecondsOrOutOfReach(String time) {
        refuses(() -> new Header(1, 1, Instant.parse(time), "p", "a.b/1", "s", null, null, false), "header.time");
    }

    @Test
    void refusesEpochZero() {
        refuses(() -> new Header(1, 0, TIME, "p", "a.b/1", "s", null, null, false), "header.epoch");
    }

    static void refuses(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String code) {
        assertThatExceptionOfType(ProofRefused.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo(code));
    }
}
