package org.hoshimori.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MarkdownWriterTests {

    @Test
    void anchorsEveryIdAndLeadsEveryLinkToOne() {
        Document document = Regulations.japanese(true);
        String text = Written.text(Format.MARKDOWN, document);
        List<String> anchors = all(text, "<a id=\"([^\"]+)\"></a>");
        assertThat(anchors).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(document.ids());
        Set<String> known = new HashSet<>(anchors);
        assertThat(all(text, "]\\(#([^)]+)\\)")).hasSizeGreaterThanOrEqualTo(12).allMatch(known::contains);
    }

    @Test
    void writesHeadingsListsAndSteps() {
        String text = Written.text(Format.MARKDOWN, Regulations.japanese(false));
        assertThat(text).startsWith("# 情報セキュリティ関連規程\n\n").endsWith("\n").doesNotContain("\n\n\n\n");
        assertThat(text)
                .contains("## 第4章 アクセス制御及び認証\n", "#### 9.1 アクセス制御の対象\n", "##### 9.3.1 特権アカウント\n")
                .contains("- <a id=\"acc-1.a\"></a>データと", "\n  - <a id=\"acc-1.a.x\"></a>方針は")
                .contains("\n3. システム管理者は、次のことを行う。\n   - ウイルスの種類を調べる\n   - ほかの機器への広がりを調べる\n4. ");
    }

    @Test
    void givesTablesAsManyCellsAsColumns() {
        for (Document document : List.of(Regulations.japanese(true), Regulations.english(true), Written.hostile())) {
            int columns = 0;
            for (String line : Written.text(Format.MARKDOWN, document).lines().toList()) {
                if (!line.startsWith("|")) {
                    columns = 0;
                    continue;
                }
                int cells = line.replace("\\|", "").split("\\|", -1).length;
                assertThat(columns == 0 || cells == columns).as(line).isTrue();
                columns = cells;
            }
        }
    }

    @Test
    void tellsOpenPlacesByWordInADraftOnly() {
        assertThat(Written.text(Format.MARKDOWN, Regulations.japanese(true)))
                .contains("毎年`要記入` ○月に", "`要選択` 監査・点検", "`宇宙` 宇宙活動法", "`自社` 生体認証");
        assertThat(Written.text(Format.MARKDOWN, Regulations.japanese(false)))
                .doesNotContain("`")
                .contains("(英文のまま)");
    }

    @Test
    void escapesWhatMarkdownWouldRead() {
        assertThat(MarkdownPhrase.escaped("1. a_b *c* <d> [e](f) |g| # h"))
                .isEqualTo("1\\. a_b \\*c\\* \\<d\\> \\[e\\](f) \\|g\\| # h");
        assertThat(MarkdownPhrase.escaped("https://www.example.jp/a_b/?c=1"))
                .isEqualTo("https://www.example.jp/a_b/?c=1");
        assertThat(Written.text(Format.MARKDOWN, Written.hostile()))
                .doesNotContainPattern("(?<!\\\\)<script")
                .doesNotContainPattern("(?<!\\\\)\\]\\(javascript");
    }

    private static List<String> all(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult r) -> r.group(1))
                .toList();
    }
}
