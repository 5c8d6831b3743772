package org.hoshimori.core.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Judges every one of the 30,000 commonest passwords and the Japanese words, with variants that crackers try. */
class GuessableTests {

    private static final String ALL =
            "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";
    private static final int LENGTH = 12;
    private static final int SHORTEST = 4;

    private final Random random = new Random(20_261_128);
    private final Map<String, UnaryOperator<String>> variants = new LinkedHashMap<>();

    GuessableTests() {
        variants.put("itself", w -> w);
        variants.put("digits behind", w -> padded(w, this::digits));
        variants.put("symbols behind", w -> padded(w, this::symbols));
        variants.put("a row behind", w -> padded(w, n -> repeated("1234567890", n)));
        variants.put("signs behind", w -> padded(capital(w), n -> "!".repeat(n)));
        variants.put("repeated", w -> repeated(w, Math.max(LENGTH, 2 * w.length())));
        variants.put("twice", w -> capital(w) + capital(w) + "1!");
        variants.put("a year behind", w -> capital(w) + (1960 + random.nextInt(67)) + "!");
        variants.put("a year before", w -> (1960 + random.nextInt(67)) + capital(w) + "!");
        variants.put(
                "a date behind",
                w -> w
                        + "%02d%02d%d"
                                .formatted(1 + random.nextInt(28), 1 + random.nextInt(12), 1960 + random.nextInt(60)));
        variants.put("all capitals", w -> padded(w.toUpperCase(Locale.ROOT), n -> repeated("1!", n)));
        variants.put("some capitals", w -> padded(toggled(w), n -> repeated("123!", n)));
        variants.put("last capital", w -> backwards(capital(backwards(w))) + "2024!");
        variants.put("backwards", w -> padded(backwards(w), n -> repeated("123!", n)));
        variants.put("there and back", w -> w + backwards(w));
        variants.put("look-alikes", w -> padded(alike(w), n -> repeated("1!", n)));
        variants.put("capital look-alikes", w -> capital(alike(w)) + "1!");
        variants.put("every letter twice", w -> w.replaceAll("(.)", "$1$1") + "1!");
        variants.put("dots between", w -> String.join(".", w.split("", -1)) + "1A");
        variants.put("before password", w -> capital(w) + "password1");
        variants.put("behind i love", w -> "ilove" + w + "1!");
    }

    @Test
    void refusesTheCommonestAndTheirVariants() {
        List<String> words = Stream.of("common-passwords", "japanese-common")
                .flatMap(list -> words(list).stream())
                .filter(w -> w.length() >= 3)
                .toList();
        assertThat(words).hasSizeGreaterThan(33_000);
        Map<String, List<String>> passed = new LinkedHashMap<>();
        List<String> names = List.copyOf(variants.keySet());
        int judged = 0;
        for (String word : words) {
            List<String> chosen = word.length() < SHORTEST
                    ? List.of("itself", "a row behind")
                    : List.of(
                            "itself", names.get(random.nextInt(names.size())), names.get(random.nextInt(names.size())));
            for (String variant : chosen) {
                String password = variants.get(variant).apply(word);
                judged++;
                if (!refused(password)) {
                    passed.computeIfAbsent(variant, v -> new ArrayList<>()).add(password);
                }
            }
        }
        int all = passed.values().stream().mapToInt(List::size).sum();
        assertThat(judged).isGreaterThan(90_000);
        assertThat(passed).as("of " + judged).doesNotContainKey("itself");
        // What is left is honest: eight random digits or symbols beside four.
        assertThat(all).as(passed.toString()).isLessThan(judged / 1_000);
    }

    @Test
    void letsRandomPasswordsPass() {
        assertThat(refusedOf(100_000, 12)).isLessThan(60);
        assertThat(refusedOf(20_000, 16)).isLessThan(10);
    }

    @Test
    void letsPassphrasesPass() {
        List<String> english = words("english-words").stream()
                .limit(8_000)
                .filter(w -> w.length() > SHORTEST)
                .toList();
        List<String> romaji = words("japanese-common").stream()
                .limit(876)
                .filter(w -> w.length() >= SHORTEST)
                .toList();
        for (String between : List.of("-", " ", ".", "")) {
            assertThat(refusedPhrases(english, between))
                    .as("English, “%s”", between)
                    .isLessThan(5);
            assertThat(refusedPhrases(romaji, between))
                    .as("romaji, “%s”", between)
                    .isLessThan(between.isEmpty() ? 40 : 5);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "P@ssw0rd1234!, password",
        "Tanaka-1985-0401, tanaka",
        "T4n4k4!!!!!!, tanaka",
        "Syatyou2025!!, shachou",
        "Fujisann2024!, fujisan",
        "Hikari12345!!, hikari",
        "とうきょう2024!, toukyou",
        "サクラ12345678, sakura"
    })
    void namesTheWord(String password, String word) {
        assertThat(Guessable.basis(password, List.of())).hasValueSatisfying(b -> {
            assertThat(b.kind()).isEqualTo(Basis.Kind.WORD);
            assertThat(Spelling.sound(b.text())).isEqualTo(Spelling.sound(word));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "qwertyuiop@[",
                "Qwertyuiop[]",
                "asdfghjkl;:]",
                "zxcvbnm,./\\",
                "1234567890-^\\",
                "1qaz2wsx3edc",
                "!QAZ\"WSX#EDC",
                "zaq12wsxcde3",
                "1q2w3e4r5t6y",
                "Qwer1234asdf!",
                "poiuytrewq12",
                "741852963000",
                "abcdefghijkl",
                "Abcd1234!!!!",
                "20260401-2026",
                "19850401abcd",
                "aaaaaaaaaaA1!",
                "xyzxyzxyzxyz1A!"
            })
    void refusesRowsAndSequences(String password) {
        assertThat(Guessable.basis(password, List.of())).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tanuki7-odori+Kaze",
                "Kitsune9-odori+Kaze",
                "correct horse battery staple",
                "vR7#kq2!Lw9z",
                "mizu-tsukue-yama-denwa",
                "Ni3 hitsuji ga hashiru yoru",
                "xk7-qp2w-m9vt"
            })
    void letsGoodOnesPass(String password) {
        assertThat(Guessable.basis(password, List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hoshikage2026!", "H0sh1k4g3-2026", "egakihsoH2026!", "Xx-hosikage-9999", "ほしかげ2026年"})
    void refusesNamesOfOnesOwn(String password) {
        assertThat(Guessable.own(password, List.of("ホシカゲ", "星影"))).isPresent();
    }

    @Test
    void refusesWordsAroundOneAlone() {
        assertThat(Guessable.basis("Zorblatt2026!", List.of("Zorblatt")))
                .hasValue(new Basis(Basis.Kind.OWN, "Zorblatt"));
        assertThat(Guessable.basis("Zorblatt vR7#kq2!Lw9z", List.of("Zorblatt")))
                .isEmpty();
    }

    @Test
    void takesLessThanAMillisecond() {
        refused("warm");
        String longest = "Kq7!-anata-".repeat(18);
        List<String> passwords = Stream.of(random(12), random(16), random(64), longest, "correct horse battery staple")
                .toList();
        passwords.forEach(p -> Stream.generate(() -> p).limit(500).forEach(GuessableTests::refused));
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            for (String password : passwords) {
                long from = System.nanoTime();
                refused(password);
                nanos.add(System.nanoTime() - from);
            }
        }
        nanos.sort(null);
        assertThat(nanos.get(nanos.size() / 2)).isLessThan(1_000_000);
    }

    private long refusedOf(int count, int length) {
        return Stream.generate(() -> random(length))
                .limit(count)
                .filter(GuessableTests::refused)
                .count();
    }

    private long refusedPhrases(List<String> from, String between) {
        return Stream.generate(() -> String.join(
                        between,
                        random.ints(4L + random.nextInt(2), 0, from.size())
                                .mapToObj(from::get)
                                .toList()))
                .limit(2_500)
                .filter(GuessableTests::refused)
                .count();
    }

    private static boolean refused(String password) {
        return Guessable.basis(password, List.of()).isPresent();
    }

    private static List<String> words(String list) {
        try (InputStream in =
                Objects.requireNonNull(GuessableTests.class.getResourceAsStream("/passwords/" + list + ".txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String random(int length) {
        return drawn(ALL, length);
    }

    private String digits(int length) {
        return drawn("0123456789", length);
    }

    private String symbols(int length) {
        return drawn("!@#$%&*?.-_+", length);
    }

    private String drawn(String from, int length) {
        StringBuilder drawn = new StringBuilder(length);
        random.ints(length, 0, from.length()).forEach(k -> drawn.append(from.charAt(k)));
        return drawn.toString();
    }

    private String toggled(String word) {
        StringBuilder toggled = new StringBuilder(word.length());
        word.chars().forEach(c -> toggled.append((char) (random.nextBoolean() ? Character.toUpperCase(c) : c)));
        return toggled.toString();
    }

    private String alike(String word) {
        String from = "aeiostbg";
        List<String> to = List.of("4@", "3", "1!", "0", "5$", "7+", "8", "9");
        StringBuilder alike = new StringBuilder(word.length());
        for (char c : word.toCharArray()) {
            int at = from.indexOf(c);
            boolean changes = at >= 0 && random.nextInt(3) > 0;
            alike.append(changes ? to.get(at).charAt(random.nextInt(to.get(at).length())) : c);
        }
        return alike.toString();
    }

    private static String padded(String word, IntFunction<String> by) {
        return word + by.apply(Math.max(2, LENGTH - word.length()));
    }

    private static String repeated(String unit, int length) {
        return unit.repeat(length / unit.length() + 1).substring(0, length);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String backwards(String word) {
        return new StringBuilder(word).reverse().toString();
    }
}
