package org.hoshimori.core.signon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hoshimori.ApplicationTest;
import org.hoshimori.SignedInAs;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.grants.Permission;
import org.hoshimori.core.identity.Accounts;
import org.hoshimori.core.identity.Origin;
import org.hoshimori.core.identity.Permissions;
import org.hoshimori.core.identity.Visitor;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.TestPeople;
import org.hoshimori.core.posts.Posts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApplicationTest
class AdmissionTests {

    private static final Origin DESK = new Origin("192.0.2.7", "Test/1.0");
    private static final String ISSUER = "https://sso.example.jp/realms/company";

    private final MockMvcTester pages;
    private final Admission admission;
    private final Proposals proposals;
    private final KnockTable knocks;
    private final PeopleRegister register;
    private final Accounts accounts;
    private final Permissions permissions;
    private final Posts posts;
    private final JdbcClient sql;

    AdmissionTests(
            @Autowired MockMvcTester pages,
            @Autowired Admission admission,
            @Autowired Proposals proposals,
            @Autowired KnockTable knocks,
            @Autowired PeopleRegister register,
            @Autowired Accounts accounts,
            @Autowired Permissions permissions,
            @Autowired Posts posts,
            @Autowired JdbcClient sql) {
        this.pages = pages;
        this.admission = admission;
        this.proposals = proposals;
        this.knocks = knocks;
        this.register = register;
        this.accounts = accounts;
        this.permissions = permissions;
        this.posts = posts;
        this.sql = sql;
    }

    @Test
    void linksAnOrdinaryAccountByItsVerifiedAddressAndKnowsItByItsIdFromThenOn() {
        Person person = withAccount(Set.of());
        Claims claims = claims(person.mail());
        assertThat(admit(claims)).isInstanceOf(Admission.Outcome.In.class);
        Claims renamed = new Claims(ISSUER, claims.subject(), "other@example.jp", false, "", List.of(), false);
        assertThat(admit(renamed))
                .isInstanceOfSatisfying(
                        Admission.Outcome.In.class,
                        in -> assertThat(in.who().id()).isEqualTo(person.id()));
        assertThat(acts(person)).containsOnlyOnce("sign-on.linked/1");
        assertThat(admit(claims(person.mail())))
                .as("another identity with the same address")
                .isEqualTo(new Admission.Outcome.Waiting(Knock.Why.LINKED_OTHERWISE));
    }

    @Test
    void entersNobodyAndTellsAnAdministrator() {
        String mail = UUID.randomUUID() + "@example.jp";
        int people = count("organization.person");
        Claims claims = claims(mail);
        assertThat(admit(claims)).isEqualTo(new Admission.Outcome.Waiting(Knock.Why.UNKNOWN));
        assertThat(admit(claims)).isEqualTo(new Admission.Outcome.Waiting(Knock.Why.UNKNOWN));
        assertThat(count("organization.person")).isEqualTo(people);
        Knock knock = knock(mail);
        assertThat(knock.times()).isEqualTo(2);
        assertThat(sql.sql("SELECT count(*) FROM evidence.entry WHERE subject = :subject AND act = 'sign-on.refused/1'")
                        .param("subject", "sign-on:" + knock.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(page("accounts")).hasStatusOk().bodyText().contains(mail, "該当する従業員なし");
        assertThat(admission.accept(knock.id(), Actor.system("test")))
                .as("nobody to link with")
                .isFalse();
        admission.dismiss(knock.id(), Actor.system("test"));
        admit(claims);
        assertThat(knocks.find(knock.id())).as("does not come back").isEmpty();
    }

    @Test
    void makesNobodyAnAdministratorByAMailAddress() {
        Person administrator = withAccount(EnumSet.of(Permission.ACCOUNTS));
        Claims claims = claims(administrator.mail());
        assertThat(admit(claims)).isEqualTo(new Admission.Outcome.Waiting(Knock.Why.PRIVILEGED));
        assertThat(admission.accept(knock(administrator.mail()).id(), Actor.system("test")))
                .isTrue();
        assertThat(admit(claims)).isInstanceOf(Admission.Outcome.In.class);
    }

    @Test
    void trustsNoAddressThatTheProviderHasNotVerified() {
        Person person = withAccount(Set.of());
        Claims unverified =
                new Claims(ISSUER, UUID.randomUUID().toString(), person.mail(), false, "花子", List.of(), false);
        assertThat(admit(unverified)).isEqualTo(new Admission.Outcome.Waiting(Knock.Why.UNVERIFIED));
        assertThat(admission.accept(knock(person.mail()).id(), Actor.system("test")))
                .isFalse();
    }

    @Test
    void opensNoAccountUnlessAnAdministratorSaysSo() {
        Person person = TestPeople.entered(register, "Suzuki", "次郎");
        Claims claims = claims(person.mail());
        assertThat(admit(claims)).isEqualTo(new Admission.Outcome.Waiting(Knock.Why.NO_ACCOUNT));
        assertThat(admission.accept(knock(person.mail()).id(), Actor.system("test")))
                .isTrue();
        assertThat(admit(claims)).isInstanceOf(Admission.Outcome.In.class);
        admission.unlink(person.id(), Actor.system("test"));
        assertThat(admit(claims)).isInstanceOf(Admission.Outcome.Waiting.class);
    }

    @Test
    void keepsOutWhoIsLockedOrGone() {
        Person person = withAccount(Set.of());
        Claims claims = claims(person.mail());
        admit(claims);
        for (int i = 0; i < 5; i++) {
            new Visitor(pages).logIn(person.mail(), "wrong-" + i);
        }
        assertThat(admit(claims)).as("locked").isInstanceOf(Admission.Outcome.Shut.class);
        accounts.unlock(person.id(), Actor.system("test"));
        assertThat(admit(claims)).isInstanceOf(Admission.Outcome.In.class);
        sql.sql("UPDATE organization.person SET leaves_on = DATE '2026-04-30' WHERE id = :id")
                .param("id", person.id().value())
                .update();
        assertThat(admit(claims)).as("gone").isInstanceOf(Admission.Outcome.Shut.class);
    }

    @Test
    void proposesPostsOfGroupsAndGivesThemOnlyWhenSomebodyElseSaysSo() {
        Person person = withAccount(Set.of());
        String group = "/auditors-" + UUID.randomUUID();
        Actor administrator = Actor.person(UUID.randomUUID());
        proposals.map(group, Optional.of("audit-manager"), administrator);
        Claims claims = new Claims(
                ISSUER, UUID.randomUUID().toString(), person.mail(), true, "花子", List.of("/else", group), false);
        admit(claims);
        admit(claims);
        Proposal proposal = only(person);
        assertThat(permissions.of(person.id())).as("only proposed").isEmpty();
        assertThat(page("accounts", "people")).bodyText().contains(group);
        assertThat(proposals.accept(proposal.id(), Actor.person(person.id().value())))
                .isInstanceOf(Proposals.Outcome.Own.class);
        freeTheAuditManager();
        assertThat(proposals.accept(proposal.id(), administrator)).isInstanceOf(Proposals.Outcome.Done.class);
        assertThat(permissions.of(person.id())).contains(Permission.RECORD);
        assertThat(acts(person)).contains("sign-on.proposal-decided/1");
        freeTheAuditManager();
    }

    @Test
    void doesNotProposeAgainWhatWasDeclinedNorKeepWhatNoGroupAsksForAnyMore() {
        Person person = withAccount(Set.of());
        String group = "/officers-" + UUID.randomUUID();
        proposals.map(group, Optional.of("security-officer"), Actor.system("test"));
        String subject = UUID.randomUUID().toString();
        Claims in = new Claims(ISSUER, subject, person.mail(), true, "花子", List.of(group), false);
        admit(in);
        admit(new Claims(ISSUER, subject, person.mail(), true, "花子", List.of(), false));
        assertThat(of(person)).as("left the group").isEmpty();
        admit(in);
        proposals.decline(only(person).id(), Actor.system("test"));
        admit(in);
        assertThat(of(person)).as("declined").isEmpty();
    }

    @Test
    void countsTwoKindsOfFactorsAsTheProviderNamesThem() {
        assertThat(Claims.twoKinds(List.of("pwd", "otp"))).isTrue();
        assertThat(Claims.twoKinds(List.of("mfa"))).isTrue();
        assertThat(Claims.twoKinds(List.of("pwd", "pin"))).isFalse();
        assertThat(Claims.twoKinds(List.of())).isFalse();
    }

    @Test
    void isForWhoeverKeepsAccountsOnly() {
        assertThat(page("people")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(pages.post()
                        .uri("/accounts/sign-on/proposals/" + UUID.randomUUID() + "/accept")
                        .with(csrf())
                        .with(authentication(SignedInAs.may("accounts"))))
                .as("appointing takes the permission for people too")
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(pages.post()
                        .uri("/accounts/sign-on/groups")
                        .param("group", "/x")
                        .param("post", "emperor")
                        .with(csrf())
                        .with(authentication(SignedInAs.may("accounts"))))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult page(String... permitted) {
        return pages.get()
                .uri("/accounts/sign-on")
                .with(authentication(SignedInAs.may(permitted)))
                .exchange();
    }

    private Admission.Outcome admit(Claims claims) {
        return admission.admit(claims, DESK);
    }

    private static Claims claims(String mail) {
        return new Claims(ISSUER, UUID.randomUUID().toString(), mail, true, "試験 花子", List.of(), false);
    }

    private Knock knock(String mail) {
        return knocks.open(1000).stream()
                .filter(k -> k.mail().equals(mail))
                .findFirst()
                .orElseThrow();
    }

    private List<Proposal> of(Person person) {
        return proposals.open().stream()
                .filter(p -> p.person().equals(person.id()))
                .toList();
    }

    private Proposal only(Person person) {
        assertThat(of(person)).hasSize(1);
        return of(person).getFirst();
    }

    /** Other tests share the company. */
    private void freeTheAuditManager() {
        sql.sql("DELETE FROM posts.appointment WHERE post = 'audit-manager'").update();
        assertThat(posts.on(LocalDate.now(java.time.ZoneId.of("Asia/Tokyo"))))
                .noneMatch(a -> a.post().equals("audit-manager"));
    }

    private int count(String table) {
        return sql.sql("SELECT count(*) FROM " + table).query(Integer.class).single();
    }

    private List<String> acts(Person person) {
        return sql.sql("SELECT act FROM evidence.entry WHERE subject = :subject ORDER BY sequence")
                .param("subject", "person:" + person.id())
                .query(String.class)
                .list();
    }

    private Person withAccount(Set<Permission> permitted) {
        Person person = TestPeople.entered(register, "Yamada", "花子");
        assertThat(accounts.open(person, Visitor.PASSWORD, permitted, Actor.system("test")))
                .isEmpty();
        return person;
    }
}
