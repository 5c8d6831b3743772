package org.hoshimori.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
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

    @Test
    void saysForPeopleWhatAndWhere() {
        Inspection inspection = Letter.from("Bank <info@bank.example.com>")
                .subject("Your account has been locked")
                .text("Verify your password within 24 hours: http://185.22.14.9/a")
                .attach("a.exe")
                .inspect();
        for (Locale locale : new Locale[] {Locale.JAPANESE, Locale.ENGLISH}) {
            assertThat(inspection.judgements())
                    .allSatisfy(j ->
                            assertThat(j.indicator().title(locale)).isNotBlank().doesNotContain("{"));
            assertThat(inspection.facts())
                    .allSatisfy(f -> assertThat(f.place(locale)).doesNotContain("{", ":"));
            assertThat(inspection.advice(locale)).isNotBlank();
        }
        assertThat(inspection.on(Indicator.ATTACHMENT_2).place(Locale.JAPANESE)).isEqualTo("添付ファイル「a.exe」");
    }
}
