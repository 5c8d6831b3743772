package org.hoshimori.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the library says exists in both languages. */
class MessagesTests {

    private static Map<Object, Set<String>> arguments(Properties messages) {
        return messages.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        e -> Pattern.compile("\\{\\d}")
                                .matcher(e.getValue().toString())
                                .results()
                                .map(MatchResult::group)
                                .collect(Collectors.toCollection(TreeSet::new))));
    }

    @Test
    void bothLanguagesHaveTheSameMessages() {
        assertThat(arguments(MailMessages.load("messages.en.properties")))
                .isEqualTo(arguments(MailMessages.load("messages.ja.properties")));
    }

    @Test
    void everyFactAdviceVerdictAndGapHasItsSentence() {
        Set<String> codes = MailMessages.load("messages.ja.properties").stringPropertyNames();
        for (FactName each : FactName.values()) {
            assertThat(codes).contains("fact." + each.id());
        }
        for (Verdict each : Verdict.values()) {
            assertThat(codes).contains("verdict." + each.word(), "advice." + each.word());
        }
        for (Mail.Gap each : Mail.Gap.values()) {
            assertThat(codes)
                    .contains("gap."
                            + each.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        }
    }
}
