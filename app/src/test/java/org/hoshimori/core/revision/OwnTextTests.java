package org.hoshimori.core.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hoshimori.ApplicationTest;
import org.hoshimori.SignedInAs;
import org.hoshimori.catalog.Lang;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.organization.TestPeople;
import org.hoshimori.regulation.Tailoring;
import org.hoshimori.regulation.TailoringText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class OwnTextTests {

    private static final byte[] TEXT = TestWord.of(
            "# 第4章　アクセス制御及び認証",
            "# アカウントの管理",
            "システム管理者は、退職、異動、職務の変更などによってアカウントが不要になったときは、不要になった日の翌日から起算して3日以内（休日も数える。）に、そのアカウントを削除し、又は無効にしなければならない。",
            "# パスワード",
            "一般アカウントのパスワードは、次のとおりとします。",
            "自分の名前、電話番号、誕生日など、他人が言い当てられるものは使わないこと。",
            "# 社用車",
            "社用車の鍵は総務部の金庫に入れ、運転日報を毎日記入します。");

    @Autowired
    private RevisionDesk desk;

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
    void aDraftFromTheSample() {
        officer = TestPeople.entered(people, "取込", "花子").id();
        draft = desk.open("自社規程", new TailoringText("t", "tailoring: 1\n"), Lang.JA, Actor.person(officer.value()));
        page = "/drafts/" + draft.id() + "/own-text";
    }

    @Test
    void takesNothingUnseen() {
        assertThat(get("/drafts/" + draft.id())).bodyText().contains(page);
        assertThat(get(page)).hasStatusOk().bodyText().contains("type=\"file\"");
        assertThat(send("規程.docx", TEXT)).hasStatus(HttpStatus.FOUND);
        assertThat(desk.known(draft.id()).tailoring())
                .as("until something is ticked")
                .isEqualTo(draft.tailoring());

        String shown = text(get(page));

        assertThat(shown)
                .as("a value of a sentence that fits word by word is ticked")
                .containsPattern("name=\"value\" value=\"acc-4.b_disable-within=P3D\"[^>]*checked")
                .contains("社用車の鍵は総務部の金庫", "name=\"words\" value=\"acc-9.3.g.guessable\"");
    }

    @Test
    void takesWhatIsTickedAndNothingElse() {
        send("規程.docx", TEXT);
        assertThat(post(page + "/take", "version", "0"))
                .as("nothing is ticked")
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(post(page + "/take", "version", "0", "exclude", "tel-1", "reason-tel-1", " "))
                .as("no reason")
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("id=\"reason-tel-1-error\"", "適用しない理由を書いてください");

        Matcher own = Pattern.compile("name=\"added\" value=\"(w3-\\d+)\"").matcher(text(get(page)));
        assertThat(own.find()).isTrue();
        assertThat(post(
                        page + "/take",
                        "version",
                        "0",
                        "value",
                        "acc-4.b_disable-within=P3D",
                        "words",
                        "acc-9.3.g.guessable",
                        "added",
                        own.group(1),
                        "within-" + own.group(1),
                        "phy",
                        "exclude",
                        "tel-1",
                        "reason-tel-1",
                        "テレワークをしないため",
                        "words",
                        "org-1.c.meet"))
                .hasStatus(HttpStatus.FOUND);

        Tailoring taken = desk.known(draft.id()).text().read();
        assertThat(taken.values()).containsOnlyKeys("acc-4.b_disable-within");
        assertThat(taken.values().get("acc-4.b_disable-within").texts()).containsExactly("P3D");
        assertThat(taken.alterations()).containsOnlyKeys("acc-9.3.g.guessable");
        assertThat(taken.alterations().get("acc-9.3.g.guessable").words().ja()).contains("使わないこと");
        assertThat(taken.additions())
                .extracting(Tailoring.Addition::within, a -> a.words().ja())
                .containsExactly(tuple("phy", "社用車の鍵は総務部の金庫に入れ、運転日報を毎日記入します。"));
        assertThat(taken.exclusions()).extracting(Tailoring.Exclusion::clause).containsExactly("tel-1");
        assertThat(desk.known(draft.id()).regulation().misfits()).isEmpty();
        assertThat(get(page))
                .bodyText()
                .as("what was taken is no longer proposed")
                .doesNotContain("disable-within=P3D");
    }

    @Test
    void refusesWhatSomebodyElseHasOvertaken() {
        send("規程.docx", TEXT);
        desk.change(
                draft.id(),
                0,
                List.of("x"),
                t -> t.value("org-2.a_month", List.of("5")),
                Actor.person(officer.value()));
        assertThat(post(page + "/take", "version", "0", "value", "acc-4.b_disable-within=P3D"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("ほかの人が先に変更しました")
                .containsPattern("value=\"acc-4.b_disable-within=P3D\"[^>]*checked");
    }

    @Test
    void saysWhyAFileCannotBeRead() {
        byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0};
        assertThat(send("規程.doc", old))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("古い形式", "file-error");
        assertThat(send("規程.pdf", "%PDF".getBytes(StandardCharsets.UTF_8)))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Word（.docx）のファイルではありません");
        assertThat(send("規程.docx", new byte[0])).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void leavesEvidenceOfWhatWasBrought() {
        send("規程.docx", TEXT);
        assertThat(sql.sql(
                                "SELECT count(*) FROM evidence.entry WHERE act = 'draft.text-brought/1' AND subject = :subject")
                        .param("subject", draft.id().subject())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void isOnlyForThoseWhoWriteTheRegulation() {
        assertThat(pages.get()
                        .uri(page)
                        .with(authentication(SignedInAs.anybody()))
                        .exchange())
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MvcTestResult get(String uri) {
        return pages.get()
                .uri(uri)
                .with(authentication(SignedInAs.person(officer.value(), "regulation")))
                .exchange();
    }

    private MvcTestResult post(String uri, String... fields) {
        var request = pages.post()
                .uri(uri)
                .with(authentication(SignedInAs.person(officer.value(), "regulation")))
                .with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private MvcTestResult send(String name, byte[] content) {
        return pages.post()
                .uri(page)
                .multipart()
                .file(new MockMultipartFile("file", name, "application/octet-stream", content))
                .with(authentication(SignedInAs.person(officer.value(), "regulation")))
                .with(csrf())
                .exchange();
    }
}
