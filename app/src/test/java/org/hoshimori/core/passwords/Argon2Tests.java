package org.hoshimori.core.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Passwords' hashes are those that others write and read. */
class Argon2Tests {

    private static final Argon2PasswordEncoder OTHERS = new Argon2PasswordEncoder(16, 32, 1, 64, 2);

    private final Argon2 argon = new Argon2(64, 2);

    @Test
    void readsWhatOthersWriteAndWritesWhatTheyRead() {
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            String password = random.ints(1 + random.nextInt(40), 1, 0x3100)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertThat(OTHERS.matches(password, argon.encode(password))).isTrue();
            assertThat(argon.matches(password, String.valueOf(OTHERS.encode(password))))
                    .isTrue();
            assertThat(argon.matches(password + "x", String.valueOf(OTHERS.encode(password))))
                    .isFalse();
        }
    }

    @Test
    void readsTheReferenceImplementationsVector() {
        // argon2 -id -k 4096 -t 3 -p 1 of Debian's package argon2
        assertThat(
                        argon.matches(
                                "password",
                                "$argon2id$v=19$m=4096,t=3,p=1$c29tZXNhbHQxMjM0NTY3OA$x5kEBiQp3Ngj1pdXuF646iEBdtSTS7fYe4E1LLhbsw0"))
                .isTrue();
    }

    @Test
    void leavesNothingOfOnePasswordToTheNext() {
        List<String> hashes = IntStream.range(0, 50)
                .parallel()
                .mapToObj(i -> argon.encode("word" + i))
                .toList();
        for (int i = 0; i < hashes.size(); i++) {
            assertThat(OTHERS.matches("word" + i, hashes.get(i))).isTrue();
        }
    }

    @Test
    void computesWithMoreMemoryThanItKeeps() {
        Argon2PasswordEncoder more = new Argon2PasswordEncoder(16, 32, 1, 256, 2);
        String written = String.valueOf(more.encode("word"));
        for (int i = 0; i < 3; i++) {
            assertThat(argon.matches("word", written)).isTrue();
            assertThat(OTHERS.matches("word", argon.encode("word"))).isTrue();
        }
    }

    /** An option of the compiler that names what is not there says nothing, and does nothing. */
    @Test
    void hasTheMethodsThatTheServersStartNames() throws Exception {
        Matcher named = Pattern.compile("CompileCommand=dontinline,([\\w.]+)::(\\w+)")
                .matcher(Files.readString(Path.of("../bin/hoshimori")));
        assertThat(named.find()).isTrue();
        assertThat(Class.forName(named.group(1)).getDeclaredMethods())
                .extracting(Method::getName)
                .contains(named.group(2));
    }

    @Test
    void matchesNothingThatIsNoHash() {
        for (String broken : List.of(
                "",
                "x",
                "$argon2id$v=19$m=64,t=2,p=1$",
                "$argon2id$v=19$m=64,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$",
                "{noop}x")) {
            assertThat(argon.matches("x", broken)).isFalse();
        }
    }
}
