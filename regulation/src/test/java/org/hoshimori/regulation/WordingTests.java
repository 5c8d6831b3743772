package org.hoshimori.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.hoshimori.catalog.Lang;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            acc-9.3.p_lockout-duration | PT6H                                     | 6時間                    | 6 hours
            org-1.c_meeting-rhythm     | P3M                                      | 3か月に1回                | every 3 months
            org-2.a_month              | 6                                        | 6月                      | June
            reg_effective-on           | 2026-04-01                               | 2026年4月1日             | 1 April 2026
            acc-9.3.p_min-length       | 14                                       | 14                       | 14
            acc-3_approver             | [representative-director, system-administrator] | 代表取締役又はシステム管理者 | representative director or system administrator
            itu-5.1_private-use        | forbid                                   | 禁止する                  | forbidden
            """)
    void saysEveryTypeOfValueInBothLanguages(String id, String value, String ja, String en) {
        Regulation regulation = Samples.values(id + ": " + value);
        Setting setting = regulation.setting(id).orElseThrow();
        assertThat(new Wording(regulation, Lang.JA).value(setting)).isEqualTo(ja);
        assertThat(new Wording(regulation, Lang.EN).value(setting)).isEqualTo(en);
    }

    @ParameterizedTest
    @CsvSource({"org-2.a_month, ○月", "reg_effective-on, ○年○月○日", "tel-6_phone, 090-○○○○-○○○○"})
    void leavesABlankWhereNothingIsGiven(String id, String blank) {
        Regulation regulation = Samples.values();
        assertThat(new Wording(regulation, Lang.JA).value(regulation.setting(id).orElseThrow()))
                .isEqualTo(blank);
        assertThat(new Wording(regulation, Lang.EN).value(regulation.setting(id).orElseThrow()))
                .contains("_");
    }

    @Test
    void callsPostsAsTheOperatorDoes() {
        Regulation regulation = Samples.tailored("""
                posts: {security-officer: 最高責任者, own-post: 技術統括}
                """);
        assertThat(regulation.title("security-officer").orElseThrow().ja()).isEqualTo("最高責任者");
        assertThat(new Wording(regulation, Lang.JA).say(org.hoshimori.catalog.Words.same("{@security-officer}が承認する")))
                .isEqualTo("最高責任者が承認する");
    }
}
