package org.hoshimori.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.hoshimori.word.Review.Kind;
import org.junit.jupiter.api.Test;

class ReviewTests {

    private static final WordDocument OUT = new TestWord()
            .raw(marked("c1", TestWord.run("第一の文である。")))
            .raw(marked("c2", TestWord.run("記録は3年間保存する。")))
            .raw(marked("c3", TestWord.run("第三の文である。")))
            .read();

    private static String marked(String bookmark, String runs) {
        return "<w:p><w:bookmarkStart w:id=\"9\" w:name=\"" + bookmark + "\"/><w:bookmarkEnd w:id=\"9\"/>" + runs
                + "</w:p>";
    }

    private static List<Review.Remark> back(String... paragraphs) {
        TestWord word = new TestWord();
        List.of(paragraphs).forEach(word::raw);
        return Review.of(OUT, word.read());
    }

    @Test
    void findsNothingWhereNothingWasDone() {
        assertThat(Review.of(OUT, OUT)).isEmpty();
    }

    @Test
    void tellsTrackedChangesWithWhoAndWhen() {
        List<Review.Remark> remarks = back(
                marked("c1", TestWord.run("第一の文である。")),
                marked(
                        "c2",
                        TestWord.run("記録は")
                                + TestWord.deleted("佐藤弁護士", "3")
                                + TestWord.inserted("佐藤弁護士", "5")
                                + TestWord.run("年間保存する。")),
                marked("c3", TestWord.run("第三の文である。")));

        assertThat(remarks)
                .containsExactly(new Review.Remark(
                        Kind.TRACKED, 1, "佐藤弁護士", "2026-05-02T09:31:00Z", "記録は3年間保存する。", "記録は5年間保存する。"));
    }

    @Test
    void tellsWhatWasChangedWithoutTracking() {
        List<Review.Remark> remarks = back(
                marked("c1", TestWord.run("第一の文である。")),
                marked("c2", TestWord.run("記録は1年間保存する。")),
                marked("c3", TestWord.run("第三の文である。")));

        assertThat(remarks)
                .extracting(Review.Remark::kind, Review.Remark::paragraph, Review.Remark::after)
                .containsExactly(tuple(Kind.SILENT, 1, "記録は1年間保存する。"));
    }

    @Test
    void tellsBothWhereATrackedChangeStandsOnAnUntrackedOne() {
        List<Review.Remark> remarks = back(
                marked("c1", TestWord.run("第一の文である。")),
                marked("c2", TestWord.run("記録は1年間保存") + TestWord.inserted("佐藤", "し、廃棄") + TestWord.run("する。")),
                marked("c3", TestWord.run("第三の文である。")));

        assertThat(remarks).extracting(Review.Remark::kind).containsExactly(Kind.SILENT, Kind.TRACKED);
    }

    @Test
    void tellsWhatWasPutInAndStruckWholly() {
        List<Review.Remark> remarks = back(
                marked("c1", TestWord.run("第一の文である。")),
                "<w:p>" + TestWord.inserted("佐藤", "新しい義務を加える。") + "</w:p>",
                marked("c2", TestWord.deleted("佐藤", "記録は3年間保存する。")));

        assertThat(remarks)
                .extracting(Review.Remark::kind, Review.Remark::before, Review.Remark::after)
                .containsExactly(
                        tuple(Kind.TRACKED, "", "新しい義務を加える。"),
                        tuple(Kind.TRACKED, "記録は3年間保存する。", ""),
                        tuple(Kind.SILENT, "第三の文である。", ""));
    }

    @Test
    void seesMovedWordsGoAndCome() {
        String here = "<w:moveTo w:id=\"4\" w:author=\"佐藤\" w:date=\"2026-05-02T09:31:00Z\">"
                + TestWord.run("記録は3年間保存する。") + "</w:moveTo>";
        String away = here.replace("moveTo", "moveFrom");
        List<Review.Remark> remarks = back(
                marked("c1", TestWord.run("第一の文である。")),
                marked("c2", away),
                marked("c3", TestWord.run("第三の文である。")),
                "<w:p>" + here + "</w:p>");

        assertThat(remarks)
                .extracting(Review.Remark::before, Review.Remark::after)
                .containsExactly(tuple("記録は3年間保存する。", ""), tuple("", "記録は3年間保存する。"));
    }

    @Test
    void tellsCommentsWithTheirAnswersAndWhatTheyAreOn() {
        WordDocument back = new TestWord()
                .raw(marked("c1", TestWord.run("第一の文である。")))
                .raw(marked(
                        "c2",
                        TestWord.run("記録は") + "<w:commentRangeStart w:id=\"5\"/>" + TestWord.run("3年間")
                                + "<w:commentRangeEnd w:id=\"5\"/>" + TestWord.run("保存する。")))
                .raw(marked("c3", TestWord.run("第三の文である。")))
                .comment("5", "佐藤弁護士", "短すぎませんか", "AA", "")
                .comment("6", "担当", "確認します", "BB", "AA")
                .read();

        assertThat(Review.of(OUT, back))
                .containsExactly(new Review.Remark(
                        Kind.COMMENT, 1, "佐藤弁護士", "2026-05-01T10:00:00Z", "3年間", "短すぎませんか\n→ 担当: 確認します"));
    }

    @Test
    void findsParagraphsAgainWhoseBookmarksAreLost() {
        List<Review.Remark> remarks = back(
                "<w:p>" + TestWord.run("第一の文である。") + "</w:p>",
                "<w:p>" + TestWord.run("記録は10年間保存する。") + "</w:p>",
                "<w:p>" + TestWord.run("第三の文である。") + "</w:p>");

        assertThat(remarks)
                .extracting(Review.Remark::paragraph, Review.Remark::before, Review.Remark::after)
                .containsExactly(tuple(1, "記録は3年間保存する。", "記録は10年間保存する。"));
    }
}
