package org.hoshimori.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.NoSuchMessageException;

class MessagesInTwoLanguagesTests {

    private final Messages messages = new Messages();

    @BeforeEach
    void read() {
        messages.setBasenames("messages/frame", "messages/said");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
    }

    @Test
    void speaksJapaneseUnlessEnglishIsAskedFor() {
        for (int again = 0; again < 2; again++) {
            assertThat(messages.getMessage("frame.next", null, Locale.JAPANESE)).isEqualTo("次へ");
            assertThat(messages.getMessage("frame.next", null, Locale.FRANCE)).isEqualTo("次へ");
            assertThat(messages.getMessage("frame.next", null, Locale.UK)).isEqualTo("Next");
        }
    }

    @Test
    void putsArgumentsInEachTimeAnew() {
        assertThat(messages.getMessage("said.of", new Object[] {1, 2_000}, Locale.JAPANESE))
                .isEqualTo("2,000 'のうち 1");
        assertThat(messages.getMessage("said.of", new Object[] {3, 4}, Locale.JAPANESE))
                .isEqualTo("4 'のうち 3");
    }

    @Test
    void writesAnApostropheTheSameWayWithAndWithoutArguments() {
        assertThat(messages.getMessage("said.plain", null, Locale.JAPANESE)).isEqualTo("it's");
        assertThat(messages.getMessage("said.plain", new Object[] {1}, Locale.JAPANESE))
                .isEqualTo("it's");
        assertThat(messages.getMessage("said.plain", new Object[0], Locale.JAPANESE))
                .isEqualTo("it's");
    }

    @Test
    void knowsNothingElse() {
        assertThat(messages.getMessage("said.never", null, "otherwise", Locale.JAPANESE))
                .isEqualTo("otherwise");
        assertThatThrownBy(() -> messages.getMessage("said.never", null, Locale.JAPANESE))
                .isInstanceOf(NoSuchMessageException.class);
    }
}
