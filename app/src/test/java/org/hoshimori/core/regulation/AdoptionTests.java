package org.hoshimori.core.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.hoshimori.ApplicationTest;
import org.hoshimori.CompleteTailoring;
import org.hoshimori.SignedInAs;
import org.hoshimori.catalog.CatalogJson;
import org.hoshimori.catalog.parameters.AccParameters;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.TailoringReader;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** All revisions here take effect in years to come: other tests live by the sample. */
@ApplicationTest
class AdoptionTests {

    private static final Actor ACTOR = Actor.system("test");

    private final MockMvcTester pages;
    private final Adoption adoption;
    private final RegulationInForce inForce;
    private final JdbcClient sql;
    private final Clock clock;

    AdoptionTests(
            @Autowired MockMvcTester pages,
            @Autowired Adoption adoption,
            @Autowired RegulationInForce inForce,
            @Autowired JdbcClient sql,
            @Autowired Clock clock) {
        this.pages = pages;
        this.adoption = adoption;
        this.inForce = inForce;
        this.sql = sql;
        this.clock = clock;
    }

    @Test
    void takesEffectToTheInstantAndNotBefore() {
        Instant start = clock.instant()
                .plus(Duration.ofDays(1000))
                .truncatedTo(ChronoUnit.SECONDS)
                .plusNanos(123_456_789);
        Revision adopted = adopted(start, "acc-9.3.g_lockout-threshold: 2");
        assertThat(inForce.now().sample()).isTrue();
        assertThat(adopted.effectiveAt()).isEqualTo(start.truncatedTo(ChronoUnit.MICROS));
        assertThat(inForce.at(start.minusMillis(1)).number()).isNotEqualTo(adopted.number());
        assertThat(inForce.at(start).number()).isEqualTo(adopted.number());
        assertThat(inForce.at(start).value(AccParameters.LOCKOUT_THRESHOLD_9_3_G))
                .contains(2L);
        assertThat(inForce.now().value(AccParameters.LOCKOUT_THRESHOLD_9_3_G)).contains(5L);
        assertThat(sql.sql(
                                "SELECT count(*) FROM evidence.entry WHERE subject = :subject AND act = 'regulation.adopted/1'")
                        .param("subject", adopted.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void learnsWhatAnotherNodeAdoptedWithinSeconds() throws InterruptedException {
        Instant start = clock.instant().plus(Duration.ofDays(2000));
        RegulationInForce other = new RegulationInForce(new Revisions(sql), clock);
        assertThat(other.at(start).value(AccParameters.LOCKOUT_THRESHOLD_9_3_P))
                .isNotEqualTo(java.util.Optional.of(1L));
        Revision adopted = adopted(start, "acc-9.3.p_lockout-threshold: 1");
        Instant latest = clock.instant().plusSeconds(5);
        while (other.at(start).number() != adopted.number()) {
            assertThat(clock.instant()).isBefore(latest);
            Thread.sleep(50);
        }
        assertThat(other.at(start).value(AccParameters.LOCKOUT_THRESHOLD_9_3_P)).contains(1L);
    }

    @Test
    void refusesWhatIsOpenPastOrTaken() {
        Instant start = clock.instant().plus(Duration.ofDays(3000));
        Regulation open = Regulation.resolve(
                CatalogJson.shipped(), TailoringReader.read("t.yaml", "values: {reg_company: 星社}\n"));
        assertThat(adoption.adopt(open, start, ACTOR)).isInstanceOf(Adoption.Outcome.StillOpen.class);
        assertThat(adoption.adopt(complete(), clock.instant().minus(Duration.ofHours(1)), ACTOR))
                .isInstanceOf(Adoption.Outcome.Past.class);
        Revision first = adopted(start);
        assertThat(adoption.adopt(complete(), start, ACTOR))
                .isEqualTo(new Adoption.Outcome.InstantTaken(first.number()));
    }

    @Test
    void adoptsAnUploadedTailoring() {
        LocalDate day = LocalDate.now(clock).plusYears(20);
        MvcTestResult answer = upload(CompleteTailoring.text(), day);
        assertThat(answer).hasStatus3xxRedirection().hasRedirectedUrl("/regulation");
        Revision revision = inForce.at(day.atStartOfDay(clock.getZone()).toInstant());
        assertThat(pages.get().uri("/regulation").with(authentication(SignedInAs.anybody())))
                .bodyText()
                .contains("第" + revision.number() + "版", "施行前")
                .doesNotContain("type=\"file\"");
        assertThat(pages.get()
                        .uri("/regulation/" + revision.number() + "/document")
                        .with(authentication(SignedInAs.anybody())))
                .hasStatusOk()
                .hasHeader(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors 'none'")
                .bodyText()
                .contains("当社のもの", "id=\"acc-9.3\"");
    }

    @Test
    void adoptsToTheMinute() {
        LocalDate day = LocalDate.now(clock).plusYears(22);
        assertThat(upload(CompleteTailoring.text(), day, "09:30")).hasStatus3xxRedirection();
        Instant half = day.atTime(9, 30).atZone(clock.getZone()).toInstant();
        assertThat(inForce.at(half).effectiveAt()).isEqualTo(half);
        assertThat(inForce.at(half.minusMillis(1)).effectiveAt()).isNotEqualTo(half);
        assertThat(upload(CompleteTailoring.text(), LocalDate.now(clock).minusDays(1), "09:30"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains(LocalDate.now(clock).minusDays(1) + " 09:30");
    }

    @Test
    void tellsWhatIsWrongWithAnUploadedFile() {
        LocalDate day = LocalDate.now(clock).plusYears(21);
        MvcTestResult open = upload("values: {reg_company: 星社}\n", day);
        assertThat(open).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(open).bodyText().contains("件を直してから", "未記入");
        assertThat(upload("values: [1\n", day))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("tailoring.yaml:");
        assertThat(upload(CompleteTailoring.text(), LocalDate.now(clock).minusDays(1)))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("過去（");
        assertThat(pages.post()
                        .multipart()
                        .uri("/regulation")
                        .file(file(CompleteTailoring.text()))
                        .param("effectiveOn", day.toString())
                        .with(csrf())
                        .with(authentication(SignedInAs.anybody())))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(pages.get().uri("/regulation/99999/document").with(authentication(SignedInAs.anybody())))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    private MvcTestResult upload(String text, LocalDate day) {
        return upload(text, day, "");
    }

    private MvcTestResult upload(String text, LocalDate day, String time) {
        return pages.post()
                .multipart()
                .uri("/regulation")
                .file(file(text))
                .param("effectiveOn", day.toString())
                .param("effectiveTime", time)
                .with(csrf())
                .with(authentication(SignedInAs.may("regulation")))
                .exchange();
    }

    private static MockMultipartFile file(String text) {
        return new MockMultipartFile(
                "tailoring", "tailoring.yaml", "application/yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private Revision adopted(Instant start, String... values) {
        return ((Adoption.Outcome.Adopted) adoption.adopt(complete(values), start, ACTOR)).revision();
    }

    private static Regulation complete(String... values) {
        return Regulation.resolve(
                CatalogJson.shipped(), TailoringReader.read("tailoring.yaml", CompleteTailoring.text(values)));
    }
}
