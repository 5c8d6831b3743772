package org.hoshimori.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTests {

    @ParameterizedTest
    @CsvSource(textBlock = """
                    0000000000000000, 0
                    8000000000000000, 0
                    0000000000000001, 5e-324
                    8000000000000001, -5e-324
                    0000000000000002, 1e-323
                    0000000000000003, 1.5e-323
                    7fefffffffffffff, 1.7976931348623157e+308
                    ffefffffffffffff, -1.7976931348623157e+308
                    4340000000000000, 9007199254740992
                    c340000000000000, -9007199254740992
                    4430000000000000, 295147905179352830000
                    44b52d02c7e14af5, 9.999999999999997e+22
                    44b52d02c7e14af6, 1e+23
                    44b52d02c7e14af7, 1.0000000000000001e+23
                    444b1ae4d6e2ef4e, 999999999999999700000
                    444b1ae4d6e2ef4f, 999999999999999900000
                    444b1ae4d6e2ef50, 1e+21
                    3eb0c6f7a0b5ed8c, 9.999999999999997e-7
                    3eb0c6f7a0b5ed8d, 0.000001
                    41b3de4355555553, 333333333.3333332
                    41b3de4355555554, 333333333.33333325
                    41b3de4355555555, 333333333.3333333
                    41b3de4355555556, 333333333.3333334
                    41b3de4355555557, 333333333.33333343
                    becbf647612f3696, -0.0000033333333333333333
                    43143ff3c1cb0959, 1424953923781206.2
                    """)
    void writesTheNumbersOfAppendixB(String bits, String expected) {
        double value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
        assertThat(CanonicalJson.text(new Json.Num(value))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesNumbersThatAreNone(double value) {
        assertThatExceptionOfType(ProofRefused.class).isThrownBy(() -> new Json.Num(value));
    }

    @Test
    void writesTheSampleOfSection322ToTheByte() {
        String sample = """
                {
                  "numbers": [333333333.33333329, 1E30, 4.50,
                              2e-3, 0.000000000000000000000000001],
                  "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                  "literals": [null, true, false]
                }
                """;
        String expected = """
                7b 22 6c 69 74 65 72 61 6c 73 22 3a 5b 6e 75 6c 6c 2c 74 72
                75 65 2c 66 61 6c 73 65 5d 2c 22 6e 75 6d 62 65 72 73 22 3a
                5b 33 33 33 33 33 33 33 33 33 2e 33 33 33 33 33 33 33 2c 31
                65 2b 33 30 2c 34 2e 35 2c 30 2e 30 30 32 2c 31 65 2d 32 37
                5d 2c 22 73 74 72 69 6e 67 22 3a 22 e2 82 ac 24 5c 75 30 30
                30 66 5c 6e 41 27 42 5c 22 5c 5c 5c 5c 5c 22 2f 22 7d
                """;
        byte[] bytes = CanonicalJson.bytes(CanonicalJson.parse(sample.getBytes(UTF_8)));
        assertThat(bytes).isEqualTo(HexFormat.of().parseHex(expected.replaceAll("\\s", "")));
    }

    @Test
    void sortsNamesByUtf16CodeUnits() {
        String sample = """
                {"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One",
                 "\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control","\\u00f6":"Latin Small Letter O With Diaeresis"}
                """;
        assertThat(CanonicalJson.text(CanonicalJson.parse(sample.getBytes(UTF_8))))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\","
                        + "\"😀\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"a":1,"a":2}       | json.name-twice    | 1 | 8
                    {"a":1,"\\u0061":2} | json.name-twice    | 1 | 8
                    ["\\ud800"]         | json.lone-surrogate| 1 | 2
                    ["\\udc00\\ud800"]  | json.lone-surrogate| 1 | 2
                    [01]                | json.syntax        | 1 | 3
                    [1.]                | json.syntax        | 1 | 3
                    [+1]                | json.syntax        | 1 | 2
                    [NaN]               | json.syntax        | 1 | 2
                    [1e999]             | json.not-finite    | 1 | 2
                    [1,]                | json.syntax        | 1 | 4
                    {"a"}               | json.syntax        | 1 | 5
                    [1] 2               | json.after-end     | 1 | 5
                    ["\\x"]             | json.escape        | 1 | 4
                    ["\\u00g0"]         | json.escape        | 1 | 7
                    [                   | json.ends-early    | 1 | 2
                    tru                 | json.syntax        | 1 | 1
                    """)
    void refusesWithPosition(String text, String code, int line, int column) {
        assertThatExceptionOfType(ProofRefused.class)
                .isThrownBy(() ->
                        CanonicalJson.parse(text.strip().replace("\\\\", "\\").getBytes(UTF_8)))
                .satisfies(e -> {
                    assertThat(e.problem().code()).isEqualTo(code);
                    assertThat(e.line()).isEqualTo(line);
                    assertThat(e.column()).isEqualTo(column);
                });
    }

    @Test
    void tellsTheLineOfARefusal() {
        assertThatExceptionOfType(ProofRefused.class)
                .isThrownBy(() -> CanonicalJson.parse("{\n \"a\": x}".getBytes(UTF_8)))
                .satisfies(e -> assertThat(e.line() + ":" + e.column()).isEqualTo("2:7"));
    }

    @Test
    void refusesDepthSizeControlsAndOtherEncodings() {
        refuses("[".repeat(65) + "]".repeat(65), "json.too-deep");
        assertThat(CanonicalJson.parse(("[".repeat(64) + "]".repeat(64)).getBytes(UTF_8)))
                .isNotNull();
        refuses("\"" + "a".repeat(16 << 20) + "\"", "json.too-large");
        refuses("\"\t\"", "json.control");
        assertThatExceptionOfType(ProofRefused.class)
                .isThrownBy(() -> CanonicalJson.parse(new byte[] {'"', (byte) 0xC3, '"'}))
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo("json.not-utf-8"));
        assertThatExceptionOfType(ProofRefused.class).isThrownBy(() -> Json.of("\ud800"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ }", "[1.0]", "{\"b\":1,\"a\":2}", "[\"\\u0041\"]", "[1]\n", "[-0]", "[1e3]"})
    void tellsWhatIsNotSpeltCanonically(String text) {
        assertThatExceptionOfType(ProofRefused.class)
                .isThrownBy(() -> CanonicalJson.parseCanonical(text.getBytes(UTF_8)))
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo("json.not-canonical"));
    }

    @Test
    void readsBackEveryDoubleItWrites() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                String text = CanonicalJson.text(new Json.Num(value));
                assertThat(Double.parseDouble(text)).isEqualTo(value);
                assertThat(text.replaceAll("[^0-9].*", "").length()).isLessThanOrEqualTo(21);
            }
        }
    }

    private static void refuses(String text, String code) {
        assertThatExceptionOfType(ProofRefused.class)
                .isThrownBy(() -> CanonicalJson.parse(text.getBytes(UTF_8)))
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo(code));
    }
}
