package org.hoshimori.core.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import org.hoshimori.ApplicationTest;
import org.hoshimori.SignedInAs;
import org.hoshimori.catalog.Lang;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.organization.TestPeople;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.TailoringText;
import org.hoshimori.word.Review;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class RemarkTests {

    @Autowired
    private RevisionDesk desk;

    @Autowired
    private RemarkDesk remarks;

    @Autowired
    private PeopleRegister people;

    @Autowired
    private MockMvcTester pages;

    @Autowired
    private JdbcClient sql;

    private PersonId officer;
    private Draft draft;
    private String page;

    @BeforeEach
    void aDraftThatGoesOut() {
        officer = TestPeople.entered(people, "弁護", "花子").id();
        draft = desk.open("照会", new TailoringText("t", "tailoring: 1\n"), Lang.JA, Actor.person(officer.value()));
        page = "/drafts/" + draft.id() + "/remarks";
    }

    private byte[] out() {
        MvcTestResult file = get("/drafts/" + draft.id() + "/document.docx");
        assertThat(file).hasStatusOk();
        return file.getResponse().getContentAsByteArray();
    }

    private static String replaced(String document, String words, String by) {
        assertThat(document).contains(words);
        int at = document.lastIndexOf(words);
        return document.substring(0, at) + by + document.substring(at + words.length());
    }

    /** What a lawyer does: a value and a sentence with tracking, another sentence without, a comment. */
    private byte[] back() {
        return TestWord.edited(
                out(),
                document -> {
                    String edited = replaced(document, "、これらのため、", "、これらのため、少なくとも");
                    int value = edited.indexOf(">1日</w:t>", edited.indexOf("不要になった日の翌日から起算して"));
                    edited = edited.substring(0, value) + ">" + TestWord.tracked("1日", "3日")
                            + edited.substring(value + ">1日".length());
                    edited = replaced(edited, "容易に破られない強度を備えた", TestWord.tracked("容易に破られない強度を備えた", "十分な強度の"));
                    return replaced(
                            edited,
                            "<w:t xml:space=\"preserve\">パスワードを他人に知られないように管理しなければならない。</w:t></w:r>",
                            "<w:t>パスワードを他人に知られないように管理しなければならない。</w:t></w:r><w:r><w:commentReference w:id=\"7\"/></w:r>");
                },
                "<w:comment w:id=\"7\" w:author=\"佐藤弁護士\" w:date=\"2026-05-02T10:00:00Z\"><w:p><w:r><w:t>共有の例外と合いますか</w:t></w:r></w:p></w:comment>");
    }

    @Test
    void comesBackListedClauseByClause() {
        assertThat(bring("draft.docx", back())).hasStatus(HttpStatus.FOUND);

        assertThat(remarks.of(draft.id()))
                .extracting(Remark::kind, Remark::clause, Remark::entry, Remark::author)
                .containsExactly(
                        tuple(Review.Kind.SILENT, "org-1.c", "org-1.c.meet", ""),
                        tuple(Review.Kind.TRACKED, "acc-4.b", "acc-4.b", "佐藤弁護士"),
                        tuple(Review.Kind.TRACKED, "acc-5", "acc-5.strong", "佐藤弁護士"),
                        tuple(Review.Kind.COMMENT, "acc-5", "acc-5.secret", "佐藤弁護士"));
        assertThat(get(page))
                .hasStatusOk()
                .bodyText()
                .contains("変更履歴なし", "佐藤弁護士", "共有の例外と合いますか", "この値にする", "この文にする", "<ins>十分な");
    }

    @Test
    void bringsNothingNewWhenTheSameFileComesTwice() {
        byte[] back = back();
        bring("draft.docx", back);
        bring("draft.docx", back);
        assertThat(remarks.of(draft.id())).hasSize(4);
    }

    @Test
    void saysNothingWhereNothingWasDone() {
        bring("draft.docx", out());
        assertThat(remarks.of(draft.id())).isEmpty();
    }

    @Test
    void takesAValueWhereOnlyAValueWasChanged() {
        bring("draft.docx", back());
        assertThat(settle(remark("acc-4.b"), "VALUE", "")).hasStatus(HttpStatus.FOUND);
        assertThat(desk.known(draft.id())
                        .text()
                        .read()
                        .values()
                        .get("acc-4.b_disable-within")
                        .texts())
                .containsExactly("P3D");
        assertThat(settle(remark("acc-4.b"), "VALUE", ""))
                .as("it is settled")
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void takesWordsWithTheValuesInThemAlive() {
        bring("draft.docx", back());
        assertThat(settle(remark("org-1.c"), "WORDS", "")).hasStatus(HttpStatus.FOUND);
        assertThat(desk.known(draft.id())
                        .text()
                        .read()
                        .alterations()
                        .get("org-1.c.meet")
                        .words()
                        .ja())
                .isEqualTo("{@committee}は、これらのため、少なくとも{org-1.c_meeting-rhythm}会議を開催する。");
        assertThat(acts()).contains("draft.sent-out/1", "draft.came-back/1", "draft.remark-taken/1");
    }

    @Test
    void addsWhatWasPutInAndLeavesOutWhatWasStruck() {
        byte[] back = TestWord.edited(
                out(),
                document -> {
                    int end = document.indexOf("</w:p>", document.indexOf("不要になった日の翌日から起算して")) + "</w:p>".length();
                    String put =
                            "<w:p><w:ins w:id=\"910\" w:author=\"佐藤弁護士\" w:date=\"2026-05-02T09:30:00Z\"><w:r><w:t>停止の記録を残す。</w:t></w:r></w:ins></w:p>";
                    int start = document.lastIndexOf("<w:p>", document.indexOf("業務上正当な権限を有する"));
                    int stop = document.indexOf("</w:p>", start) + "</w:p>".length();
                    return document.substring(0, start) + document.substring(stop, end) + put + document.substring(end);
                },
                "");
        bring("draft.docx", back);
        assertThat(remarks.of(draft.id()))
                .extracting(Remark::kind, Remark::entry, Remark::after)
                .containsExactly(tuple(Review.Kind.SILENT, "acc-1.b", ""), tuple(Review.Kind.TRACKED, "", "停止の記録を残す。"));
        assertThat(settle(remark("acc-4.b"), "ADD", "")).hasStatus(HttpStatus.FOUND);
        assertThat(settle(remark("acc-1.b"), "EXCLUDE", ""))
                .as("no reason")
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(settle(remark("acc-1.b"), "EXCLUDE", "別の規程による")).hasStatus(HttpStatus.FOUND);
        Regulation regulation = desk.known(draft.id()).regulation();
        assertThat(regulation.misfits()).isEmpty();
        assertThat(regulation.exclusions()).containsKey("acc-1.b");
        assertThat(desk.known(draft.id()).text().read().additions())
                .extracting(a -> a.within(), a -> a.words().ja())
                .containsExactly(tuple("acc-4", "停止の記録を残す。"));
    }

    @Test
    void dismissesOnlyWithANote() {
        bring("draft.docx", back());
        Remark comment = remark("acc-5", Review.Kind.COMMENT);
        assertThat(settle(comment, "DISMISS", " "))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("note-error-" + comment.id(), "理由を書いてください");
        assertThat(settle(comment, "WORDS", ""))
                .as("a comment has no words")
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(settle(comment, "DISMISS", "次の改訂で検討する")).hasStatus(HttpStatus.FOUND);
        assertThat(get(page)).bodyText().contains("次の改訂で検討する");
        assertThat(acts()).contains("draft.remark-dismissed/1");
    }

    @Test
    void saysThatTheDraftHasChangedSince() {
        byte[] back = back();
        desk.change(
                draft.id(),
                0,
                List.of("org-1.c_meeting-rhythm"),
                t -> t.value("org-1.c_meeting-rhythm", List.of("P1M")),
                Actor.person(officer.value()));
        bring("draft.docx", back);
        assertThat(get(page)).bodyText().contains("いまの文:", "月1回会議を開催する。");
    }

    @Test
    void readsOnlyWhatWentOutFromThisDraft() {
        assertThat(bring("fremd.docx", TestWord.of("他社の規程")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("この案から書き出したファイルではありません", "file-error");
        Draft other = desk.open("別", new TailoringText("t", "tailoring: 1\n"), Lang.JA, Actor.person(officer.value()));
        byte[] out = remarks.send(other, Lang.JA, Actor.person(officer.value()));
        assertThat(bring("draft.docx", out)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void isOnlyForThoseWhoWriteTheRegulation() {
        assertThat(pages.get()
                        .uri(page)
                        .with(authentication(SignedInAs.anybody()))
                        .exchange())
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    private Remark remark(String clause) {
        return remarks.of(draft.id()).stream()
                .filter(r -> r.clause().equals(clause))
                .findFirst()
                .orElseThrow();
    }

    private Remark remark(String clause, Review.Kind kind) {
        return remarks.of(draft.id()).stream()
                .filter(r -> r.clause().equals(clause) && r.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private MvcTestResult settle(Remark remark, String act, String note) {
        String version = Integer.toString(desk.known(draft.id()).version());
        return pages.post()
                .uri(page + "/" + remark.id())
                .with(authentication(SignedInAs.person(officer.value(), "regulation")))
                .with(csrf())
                .param("version", version)
                .param("act", act)
                .param("note", note)
                .exchange();
    }

    private List<String> acts() {
        return sql.sql("SELECT act FROM evidence.entry WHERE subject = :subject")
                .param("subject", draft.id().subject())
                .query(String.class)
                .list();
    }

    private MvcTestResult get(String uri) {
        return pages.get()
                .uri(uri)
                .with(authentication(SignedInAs.person(officer.value(), "regulation")))
                .exchange();
    }

    private MvcTestResult bring(String name, byte[] content) {
        return pages.post()
                .uri(page)
                .multipart()
                .file(new MockMultipartFile("file", name, "application/octet-stream", content))
                .with(authentication(SignedInAs.person(officer.value(), "regulation")))
                .with(csrf())
                .exchange();
    }
}
