package org.hoshimori.core.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.hoshimori.ApplicationTest;
import org.hoshimori.CompleteTailoring;
import org.hoshimori.SignedInAs;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.notices.Notices;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.organization.TestPeople;
import org.hoshimori.core.regulation.Adoption;
import org.hoshimori.core.regulation.RegulationInForce;
import org.hoshimori.core.regulation.Revision;
import org.hoshimori.core.regulation.TestRevisions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class AcknowledgementTests {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @Autowired
    private AcknowledgementTable table;

    @Autowired
    private FrozenDocuments documents;

    @Autowired
    private Adoption adoption;

    @Autowired
    private RegulationInForce inForce;

    @Autowired
    private Notices notices;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private PeopleRegister people;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private MockMvcTester pages;

    @Autowired
    private JdbcClient sql;

    private Revision revision;
    private PersonId reader;

    @BeforeEach
    void aRevisionThatTakesEffectOneDay() {
        reader = TestPeople.entered(people, "確認", "花子").id();
        revision = TestRevisions.last(adoption, inForce, CompleteTailoring.text("org-2.a_month: 7"));
    }

    @Test
    void isAskedForOnceTheRevisionHoldsAndSaidOnce() {
        assertThat(after(Duration.ofDays(-1)).missed(reader, day(-1)).map(Revision::number))
                .isNotEqualTo(revision.number());
        Acknowledgements then = after(Duration.ofDays(1));
        assertThat(then.missed(reader, day(1)).map(Revision::number)).contains(revision.number());
        transactions.executeWithoutResult(s -> {
            then.acknowledge(reader, AcknowledgementEvent.Way.READ, Actor.person(reader.value()));
            then.acknowledge(reader, AcknowledgementEvent.Way.PAPER, Actor.system("test"));
        });
        assertThat(then.missed(reader, day(1))).isEmpty();
        assertThat(table.last(reader)).hasValue(revision.number());
        assertThat(sql.sql("""
                        SELECT count(*) FROM evidence.entry WHERE subject = :subject AND act = 'revision.acknowledged/1'""")
                        .param("subject", "person:" + reader)
                        .query(Long.class)
                        .single())
                .isOne();
        assertThat(table.progress(revision.number(), day(1)).stream()
                        .mapToInt(AcknowledgementTable.Progress::acknowledged)
                        .sum())
                .isOne();
        assertThat(table.missing(revision.number(), day(1), 100_000, 0)).doesNotContain(reader);
    }

    @Test
    void remindsOnceAWeek() {
        remind(Duration.ofHours(1));
        remind(Duration.ofHours(2));
        assertThat(told()).containsExactly("acknowledge.notice.new");
        remind(Duration.ofDays(8));
        remind(Duration.ofDays(9));
        assertThat(told()).containsExactlyInAnyOrder("acknowledge.notice.new", "acknowledge.notice.again");
    }

    @Test
    void freezesTheDocumentsOfARevisionOnce() throws Exception {
        documents.freeze(revision.number());
        List<FrozenDocuments.Frozen> kept = kept();
        assertThat(kept).hasSize(6);
        documents.freeze(revision.number());
        assertThat(kept()).isEqualTo(kept);
        for (FrozenDocuments.Frozen document : kept) {
            byte[] content = pages.get()
                    .uri("/regulation/documents/" + revision.number() + "/" + document.language() + "/"
                            + document.format().name().toLowerCase(Locale.ROOT))
                    .with(authentication(SignedInAs.anybody()))
                    .exchange()
                    .getResponse()
                    .getContentAsByteArray();
            assertThat(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content)))
                    .isEqualTo(document.sha256());
        }
        assertThat(pages.get()
                        .uri("/regulation/documents")
                        .with(authentication(SignedInAs.anybody()))
                        .exchange())
                .bodyText()
                .contains(kept.getFirst().sha256());
    }

    private List<FrozenDocuments.Frozen> kept() {
        return documents.all().stream()
                .filter(d -> d.revision() == revision.number())
                .toList();
    }

    private void remind(Duration later) {
        transactions.executeWithoutResult(s -> after(later).remind());
    }

    private List<String> told() {
        return sql.sql("SELECT message FROM notices.notice WHERE person = :person AND message LIKE 'acknowledge.%'")
                .param("person", reader.value())
                .query(String.class)
                .list();
    }

    private Acknowledgements after(Duration later) {
        Clock clock = Clock.fixed(revision.effectiveAt().plus(later), TOKYO);
        return new Acknowledgements(table, TestRevisions.by(sql, clock), notices, events, clock);
    }

    private LocalDate day(int later) {
        return LocalDate.ofInstant(revision.effectiveAt(), TOKYO).plusDays(later);
    }
}
