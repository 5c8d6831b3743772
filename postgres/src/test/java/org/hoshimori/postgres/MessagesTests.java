package org.hoshimori.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hoshimori.postgres.PostgresRefused.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every refusal speaks both languages and says the same things in them. */
final class MessagesTests {

    @ParameterizedTest
    @EnumSource
    void saysItInBothLanguages(Reason reason) {
        PostgresRefused refused = new PostgresRefused(reason);
        assertThat(refused.en())
                .doesNotStartWith("postgres.")
                .endsWith(refused.en().endsWith("}") ? "}" : ".");
        assertThat(refused.ja()).containsPattern("[ぁ-ん]");
        assertThat(places(refused.ja())).isEqualTo(places(refused.en()));
        assertThat(refused).hasMessage(refused.en());
        assertThat(refused.code()).matches("postgres(\\.[a-z]+)(-[a-z]+)*");
    }

    private static List<String> places(String text) {
        return Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .flatMap(found -> Stream.of(found.group()))
                .distinct()
                .sorted()
                .toList();
    }
}
