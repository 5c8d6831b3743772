package org.hoshimori.core.terminals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.UUID;
import org.hoshimori.ApplicationTest;
import org.hoshimori.SignedInAs;
import org.hoshimori.core.estate.Estate;
import org.hoshimori.core.estate.Item;
import org.hoshimori.core.estate.Noun;
import org.hoshimori.core.estate.TestEstate;
import org.hoshimori.core.evidence.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class TerminalPagesTests {

    private final MockMvcTester pages;
    private final Estate estate;
    private final JdbcClient sql;

    TerminalPagesTests(@Autowired MockMvcTester pages, @Autowired Estate estate, @Autowired JdbcClient sql) {
        this.pages = pages;
        this.estate = estate;
        this.sql = sql;
    }

    @Test
    void entersACertificateOnceAndRevokesItForGood() {
        Item device = TestEstate.entered(estate, Noun.DEVICE, "端末", null);
        String pem = TestCertificates.client(device.number());
        assertThat(enter(device.number(), pem)).hasStatus(HttpStatus.FOUND).hasRedirectedUrl("/terminals?registered");
        assertThat(page(device.number())).bodyText().contains(device.number(), "有効", "CN=" + device.number());
        assertThat(enter(device.number(), pem))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("すでに登録されているか");
        String id = sql.sql("SELECT id::text FROM terminals.terminal WHERE device = :device")
                .param("device", device.id().value())
                .query(String.class)
                .single();
        assertThat(post("/terminals/" + id + "/revoke", "revocationReason", " "))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("失効させる理由を入力してください");
        assertThat(post("/terminals/" + id + "/revoke", "revocationReason", "紛失"))
                .hasStatus(HttpStatus.FOUND);
        assertThat(page(device.number())).bodyText().contains("失効", "紛失");
        assertThat(enter(device.number(), pem)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(sql.sql("SELECT act FROM evidence.entry WHERE subject = :subject ORDER BY sequence")
                        .param("subject", device.subject())
                        .query(String.class)
                        .list())
                .endsWith("terminal.registered/1", "terminal.revoked/1");
        assertThat(post("/terminals/" + UUID.randomUUID() + "/revoke", "revocationReason", "x"))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void refusesWhatIsNoCertificateOfATerminalInUse() {
        Item device = TestEstate.entered(estate, Noun.DEVICE, "端末", null);
        Item retired = TestEstate.entered(estate, Noun.DEVICE, "端末", null);
        estate.change(retired.in(Item.State.RETIRED), Actor.system("test"));
        assertThat(enter("no-such", TestCertificates.client("x"))).bodyText().contains("この番号の使用中の機器はありません");
        assertThat(enter(retired.number(), TestCertificates.client("x")))
                .bodyText()
                .contains("この番号の使用中の機器はありません");
        for (String wrong : new String[] {
            "words",
            TestCertificates.server("x"),
            TestCertificates.authority(),
            TestCertificates.client("x") + TestCertificates.client("y")
        }) {
            assertThat(enter(device.number(), wrong))
                    .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                    .bodyText()
                    .contains("1枚だけ貼り付けてください");
        }
        assertThat(enter(device.number(), TestCertificates.expired("x")))
                .bodyText()
                .contains("この証明書は期限切れです");
        assertThat(enter("", "")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private MvcTestResult enter(String number, String pem) {
        return post("/terminals", "terminalNumber", number, "certificate", pem);
    }

    private MvcTestResult post(String uri, String... fields) {
        var request = pages.post().uri(uri).with(csrf()).with(authentication(SignedInAs.may("accounts")));
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private MvcTestResult page(String words) {
        return pages.get()
                .uri("/terminals")
                .param("q", words)
                .with(authentication(SignedInAs.may("accounts")))
                .exchange();
    }
}
