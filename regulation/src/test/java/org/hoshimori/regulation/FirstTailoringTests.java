package org.hoshimori.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.hoshimori.catalog.Lang;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FirstTailoringTests {

    @ParameterizedTest
    @EnumSource(Lang.class)
    void resolvesToTheSampleWithTheAnswers(Lang lang) {
        String text = FirstTailoring.text(
                Samples.CATALOG, lang, Map.of("reg_company", List.of("星社"), "itu-5.1_private-use", List.of("forbid")));
        Regulation regulation = Samples.tailored(text);
        assertThat(regulation.misfits()).isEmpty();
        assertThat(Difference.between(Samples.tailored("values: {itu-5.1_private-use: forbid}"), regulation))
                .singleElement()
                .satisfies(c -> assertThat(c.id()).isEqualTo("reg_company"));
    }

    @ParameterizedTest
    @EnumSource(Lang.class)
    void staysValidWhenEveryCommentedTableLineIsTakenIn(Lang lang) {
        String text = FirstTailoring.text(Samples.CATALOG, lang, Map.of());
        int from = text.indexOf("\ntables:\n");
        int to = text.indexOf("\nposts:");
        String tables = text.substring(from, to)
                .lines()
                .filter(l -> l.isBlank() || l.equals("tables:") || l.matches("  # ( *- \\{row.*|[a-z0-9.-]+_[a-z-]+:)"))
                .map(l -> l.replaceFirst("^ {2}# ", "  "))
                .collect(java.util.stream.Collectors.joining("\n"));
        Regulation regulation = Samples.tailored(tables);
        assertThat(regulation.misfits()).isEmpty();
        assertThat(regulation.isAltered("ast-4.1_targets")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "株式会社星",
                "a: b",
                "#1",
                "- x",
                "\"q\"",
                "true",
                "null",
                "'x'",
                "[a]",
                "{a}",
                "a #b",
                " lead",
                "tab\there",
                "bell\u0007, nul\u0000, next line\u0085.",
                "改\n行",
                "1.0",
                "@x",
                "*a",
                "&a",
                "%a",
                "back\\slash"
            })
    void writesAnyAnswerSoThatItReadsBackTheSame(String answer) {
        String text = FirstTailoring.text(Samples.CATALOG, Lang.JA, Map.of("reg_company", List.of(answer)));
        assertThat(Samples.tailored(text)
                        .setting("reg_company")
                        .orElseThrow()
                        .value()
                        .code())
                .isEqualTo(answer.strip());
    }
}
