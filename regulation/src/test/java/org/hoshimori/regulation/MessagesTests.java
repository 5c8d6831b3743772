package org.hoshimori.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** What the library says exists in both languages. */
class MessagesTests {

    private static Properties load(String name) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Messages.class.getResourceAsStream(name)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        assertThat(load("messages.en.properties").stringPropertyNames())
                .isEqualTo(load("messages.ja.properties").stringPropertyNames());
    }

    @Test
    void englishHoldsNoJapanese() throws IOException {
        assertThat(load("messages.en.properties").values().stream().map(Object::toString))
                .allSatisfy(m -> assertThat(m).doesNotContainPattern("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]"));
    }

    @Test
    void anArgumentIsNeverTakenForAPlaceholder() {
        assertThat(Messages.fill("{0} and {1}, {2}", List.of("{1}", "b"))).isEqualTo("{1} and b, {2}");
    }
}
