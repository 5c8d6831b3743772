package org.hoshimori.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hoshimori.ApplicationTest;
import org.hoshimori.Installation;
import org.hoshimori.SignedInAs;
import org.hoshimori.core.storage.Database;
import org.hoshimori.proof.EvidencePackage;
import org.hoshimori.proof.Fault;
import org.hoshimori.proof.Notice;
import org.hoshimori.proof.PackageLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class RedactionTests {

    private final String secret = "秘密の住所" + UUID.randomUUID();

    @Autowired
    private MockMvcTester pages;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private RecordProof proof;

    @Autowired
    private Sealer sealer;

    @Autowired
    private JdbcClient sql;

    @TempDir
    private Path temp;

    private record Told(Actor by, String subject, String address) implements Evident {
        @Override
        public String act() {
            return "test.told/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("address", address);
        }
    }

    @Test
    void removesADetailAndSaysByWhomAndWhen() throws Exception {
        long entry = told();
        assertThat(get(entry, "redaction")).hasStatusOk().bodyText().contains(secret, "完全に消え");
        assertThat(post(entry, "本人の求め")).hasRedirectedUrl("/record?before=" + (entry + 1));
        seal(entry + 1);
        String page = new String(
                pages.get()
                        .uri("/record?before=" + (entry + 1))
                        .with(authentication(SignedInAs.may("record")))
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray(),
                java.nio.charset.StandardCharsets.UTF_8);
        assertThat(page).contains("墨消ししました").doesNotContain(secret);
        assertThat(proof.verify().faults()).isEmpty();
        assertThat(proof.verify().notices())
                .filteredOn(n -> n instanceof Notice.Redacted r && r.sequence() == entry)
                .singleElement()
                .extracting(n -> ((Notice.Redacted) n).by())
                .isEqualTo("person:" + new UUID(1, 1));
        assertThat(packaged().notices()).anyMatch(n -> n instanceof Notice.Redacted r && r.sequence() == entry);
        assertThat(packaged().faults()).isEmpty();
        assertThat(post(entry, "もう一度")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void tellsARedactionFromALoss() throws Exception {
        long entry = told();
        seal(entry);
        try (Connection owner = Database.connect(Installation.owner());
                Statement statement = owner.createStatement()) {
            statement.execute("CREATE TABLE evidence.aside AS SELECT * FROM evidence.detail WHERE sequence = " + entry);
            statement.execute("DELETE FROM evidence.detail WHERE sequence = " + entry);
            try {
                assertThat(proof.verify().faults()).contains(new Fault.DetailMissing(entry));
                assertThat(pages.get()
                                .uri("/record?before=" + (entry + 1))
                                .with(authentication(SignedInAs.may("record"))))
                        .bodyText()
                        .contains("墨消しの記録もありません");
            } finally {
                statement.execute("INSERT INTO evidence.detail SELECT * FROM evidence.aside");
                statement.execute("DROP TABLE evidence.aside");
            }
        }
        assertThat(proof.verify().faults()).isEmpty();
    }

    @Test
    void asksForAReasonAndForTheRight() {
        long entry = told();
        assertThat(post(entry, " "))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("id=\"reason-error\"");
        assertThat(get(entry, "record")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(get(900_000_000L, "redaction")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(sql.sql("SELECT count(*) FROM evidence.detail WHERE sequence = :entry")
                        .param("entry", entry)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private org.hoshimori.proof.Report packaged() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        proof.export(out, Actor.system("test"));
        Path file = Files.write(temp.resolve("package.zip"), out.toByteArray());
        try (EvidencePackage evidence = EvidencePackage.open(file, PackageLimits.usual())) {
            return evidence.verify(evidence.keys(), List.of());
        }
    }

    private long told() {
        String subject = "test:" + UUID.randomUUID();
        transaction.executeWithoutResult(t -> events.publishEvent(new Told(Actor.system("test"), subject, secret)));
        return sql.sql("SELECT sequence FROM evidence.entry WHERE subject = :subject")
                .param("subject", subject)
                .query(Long.class)
                .single();
    }

    private void seal(long wanted) {
        for (int i = 0; i < 400; i++) {
            sealer.seal();
            if (sql.sql("SELECT coalesce(max(sequence), 0) FROM evidence.head")
                            .query(Long.class)
                            .single()
                    >= wanted) {
                return;
            }
        }
        throw new AssertionError(wanted + " is not sealed");
    }

    private MvcTestResult get(long entry, String permission) {
        return pages.get()
                .uri("/record/" + entry + "/redact")
                .with(authentication(SignedInAs.may(permission)))
                .exchange();
    }

    private MvcTestResult post(long entry, String reason) {
        return pages.post()
                .uri("/record/" + entry + "/redact")
                .param("reason", reason)
                .with(csrf())
                .with(authentication(SignedInAs.may("redaction", "record")))
                .exchange();
    }
}
