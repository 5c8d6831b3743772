package org.hoshimori.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hoshimori.catalog.Lang;
import org.hoshimori.word.WordUnreadable.Problem;
import org.junit.jupiter.api.Test;

class WordDocumentTests {

    @Test
    void findsHeadingsByStyleAndByTypedNumber() {
        List<Passage> passages = new TestWord()
                .paragraph("情報セキュリティ規程")
                .heading(1, "第1章 総則")
                .paragraph("（目的）")
                .paragraph("第1条　この規程は、情報資産を守ることを目的とする。")
                .paragraph("第２条（適用範囲）　この規程は、全従業員に適用する。")
                .paragraph("３．１ パスワード")
                .paragraph("(1) 10文字以上とする。")
                .paragraph("①推測されにくいものとする。")
                .raw("<w:p><w:pPr><w:pStyle w:val=\"own\"/></w:pPr>" + TestWord.run("持ち出し") + "</w:p>")
                .paragraph("3.2 記録は3年間保存する。")
                .read()
                .passages();

        assertThat(passages)
                .extracting(Passage::number, Passage::heading, Passage::level)
                .contains(
                        tuple("第1章", "総則", 1),
                        tuple("第1条", "目的", 3),
                        tuple("第２条", "適用範囲", 3),
                        tuple("３．１", "パスワード", 2),
                        tuple("", "持ち出し", 2));
        assertThat(passages.get(2).above()).containsExactly("総則");
        assertThat(passages.get(4).lines())
                .extracting(Passage.Line::number, Passage.Line::text)
                .containsExactly(tuple("(1)", "10文字以上とする。"), tuple("①", "推測されにくいものとする。"));
        assertThat(passages.getLast().lines())
                .extracting(Passage.Line::number, Passage.Line::text)
                .containsExactly(tuple("3.2", "記録は3年間保存する。"));
    }

    @Test
    void readsTablesWithTheirColumns() {
        List<Passage> passages = new TestWord()
                .heading(1, "条件")
                .table(List.of("項目", "一般"), List.of(List.of("文字数", "10文字以上")))
                .read()
                .passages();

        assertThat(passages.getFirst().lines())
                .extracting(Passage.Line::text, Passage.Line::column)
                .containsExactly(tuple("項目", ""), tuple("一般", ""), tuple("文字数", "項目"), tuple("10文字以上", "一般"));
    }

    @Test
    void readsTheTextWithAndWithoutTrackedChanges() {
        WordDocument document = new TestWord()
                .raw("<w:p>" + TestWord.run("パスワードは") + TestWord.deleted("弁護士", "8") + TestWord.inserted("弁護士", "12")
                        + TestWord.run("文字以上とする。") + "</w:p>")
                .read();

        assertThat(document.paragraphs().getFirst().text()).isEqualTo("パスワードは12文字以上とする。");
        assertThat(document.paragraphs().getFirst().textBefore()).isEqualTo("パスワードは8文字以上とする。");
    }

    @Test
    void leavesOutTextBoxesAndContentsAndSaysHowMany() {
        WordDocument document = new TestWord()
                .raw("<w:p><w:pPr><w:pStyle w:val=\"toc\"/></w:pPr>" + TestWord.run("第1章 総則 1") + "</w:p>")
                .raw("<w:p>" + TestWord.run("本文。")
                        + "<w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent><w:p>" + TestWord.run("枠の中")
                        + "</w:p></w:txbxContent></wps:txbx></mc:Choice></mc:AlternateContent></w:r></w:p>")
                .read();

        assertThat(document.paragraphs()).extracting(WordParagraph::text).containsExactly("本文。");
        assertThat(document.unread()).isOne();
    }

    @Test
    void readsCommentsWithTheirAnswers() {
        WordDocument document = new TestWord()
                .raw("<w:p><w:commentRangeStart w:id=\"5\"/>" + TestWord.run("毎年") + "<w:commentRangeEnd w:id=\"5\"/>"
                        + TestWord.run("見直す。") + "</w:p>")
                .comment("5", "弁護士", "半年では？", "AA", "")
                .comment("6", "担当", "検討します", "BB", "AA")
                .read();

        assertThat(document.comments())
                .extracting(
                        WordComment::author, WordComment::text, c -> c.parent().orElse(""))
                .containsExactly(tuple("弁護士", "半年では？", ""), tuple("担当", "検討します", "5"));
        assertThat(document.paragraphs().getFirst().runs().getFirst().comments())
                .containsExactly("5");
    }

    @Test
    void takesNoCommentForAnAnswerWhereNothingTiesThem() {
        WordDocument document = new TestWord()
                .raw("<w:p>" + TestWord.run("見直す。") + "<w:r><w:commentReference w:id=\"5\"/></w:r></w:p>")
                .comment("5", "弁護士", "いつ？", "", "")
                .comment("6", "弁護士", "誰が？", "", "")
                .read();

        assertThat(document.comments()).allMatch(c -> c.parent().isEmpty());
    }

    @Test
    void tellsTheLanguage() {
        assertThat(new TestWord().paragraph("この規程は、全従業員に適用する。").read().language())
                .isEqualTo(Lang.JA);
        assertThat(new TestWord()
                        .paragraph("This policy applies to all staff.")
                        .read()
                        .language())
                .isEqualTo(Lang.EN);
    }

    @Test
    void saysWhyItCannotReadAFile() {
        byte[] ole = new byte[4_096];
        ole[0] = (byte) 0xD0;
        ole[1] = (byte) 0xCF;
        ole[2] = 0x11;
        ole[3] = (byte) 0xE0;
        refused(ole, Problem.OLD_FORMAT);
        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, ole, 1_000, name.length);
        refused(ole, Problem.ENCRYPTED);
        refused("%PDF-1.7".getBytes(StandardCharsets.UTF_8), Problem.NOT_WORD);
        refused(new byte[0], Problem.NOT_WORD);
        refused(TestWord.zip(Map.of("xl/workbook.xml", new byte[0])), Problem.NOT_WORD);
        byte[] whole = new TestWord().paragraph("本文。").bytes();
        refused(Arrays.copyOf(whole, whole.length / 3), Problem.DAMAGED);
        refused(new TestWord().part("word/document.xml", "<w:document").bytes(), Problem.DAMAGED);
    }

    @Test
    void unpacksNoBomb() {
        Map<String, byte[]> parts = new HashMap<>();
        parts.put("word/document.xml", new byte[45 << 20]);
        refused(TestWord.zip(parts), Problem.TOO_LARGE);
    }

    @Test
    void fetchesNothing() {
        byte[] evil = new TestWord()
                .part(
                        "word/document.xml",
                        "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><w:document xmlns:w=\"u\"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>")
                .bytes();
        try {
            assertThat(WordDocument.read(evil).paragraphs())
                    .extracting(WordParagraph::text)
                    .noneMatch(t -> t.contains("root"));
        } catch (WordUnreadable e) {
            assertThat(e.problem()).isEqualTo(Problem.DAMAGED);
        }
    }

    @Test
    void neverFailsOtherwiseThanItSays() {
        byte[] good = new TestWord()
                .heading(1, "第1章 総則")
                .raw("<w:p>" + TestWord.inserted("a", "b") + "</w:p>")
                .table(List.of("a"), List.of(List.of("b")))
                .bytes();
        Random random = new Random(7);
        for (int i = 0; i < 400; i++) {
            byte[] broken = good.clone();
            for (int k = random.nextInt(6); k >= 0; k--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            }
            try {
                WordDocument.read(broken).passages();
            } catch (WordUnreadable e) {
                assertThat(e.problem()).isNotNull();
            }
        }
    }

    private static void refused(byte[] content, Problem why) {
        assertThatThrownBy(() -> WordDocument.read(content))
                .isInstanceOfSatisfying(
                        WordUnreadable.class, e -> assertThat(e.problem()).isEqualTo(why));
    }
}
