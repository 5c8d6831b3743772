package org.hoshimori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where notices may go, as {@code serve} takes it. */
class NoticeOptionsTests {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "--mail-host=mail.example.com, The address that notices come from",
        "--mail-host=mail.example.com --mail-from=a@example.com --mail-security=none, in the clear",
        "--mail-host=mail.example.com --mail-from=a@example.com --mail-security=ssl, can't be encrypted by ssl",
        "--mail-host=mail.example.com --mail-from=nobody, The address that notices come from",
        "--channel=http://chat.example.com/hook, must begin with https://",
        "--channel=ftp://127.0.0.1/hook, must begin with https://",
        "--channel=nonsense, must begin with https://",
        "--digest-at=25:00, The time 25:00 can't be read"
    })
    void refusesWhatCantBeAndWhatWouldGoInTheClear(String options, String words) {
        java.util.List<Object> line =
                new java.util.ArrayList<>(java.util.List.of("serve", "--data", folder.resolve("d"), "--lang", "en"));
        line.addAll(java.util.List.of(options.split(" ")));
        Ran ran = Ran.hoshimori(line.toArray());
        assertThat(ran.code()).isEqualTo(Exit.WRONG);
        assertThat(ran.err()).contains(words);
        assertThat(folder.resolve("d")).doesNotExist();
    }
}
