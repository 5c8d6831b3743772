package org.hoshimori.chapters.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hoshimori.chapters.assets.TestAssets.TEST;
import static org.hoshimori.chapters.assets.TestAssets.done;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.hoshimori.ApplicationTest;
import org.hoshimori.catalog.parameters.AstParameters;
import org.hoshimori.catalog.parameters.RegParameters;
import org.hoshimori.core.approvals.Approvals;
import org.hoshimori.core.approvals.RequestId;
import org.hoshimori.core.approvals.State;
import org.hoshimori.core.approvals.Verdict;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.Department;
import org.hoshimori.core.organization.DepartmentRegister;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.posts.Appointment;
import org.hoshimori.core.posts.Posts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class RatingTests {

    private final Assets assets;
    private final Ratings ratings;
    private final Approvals approvals;
    private final PeopleRegister people;
    private final DepartmentRegister departments;
    private final Posts posts;
    private final Clock clock;
    private final ImportanceFollows importance;
    private final JdbcClient sql;

    RatingTests(
            @Autowired Assets assets,
            @Autowired Ratings ratings,
            @Autowired Approvals approvals,
            @Autowired PeopleRegister people,
            @Autowired DepartmentRegister departments,
            @Autowired Posts posts,
            @Autowired Clock clock,
            @Autowired ImportanceFollows importance,
            @Autowired JdbcClient sql) {
        this.assets = assets;
        this.ratings = ratings;
        this.approvals = approvals;
        this.people = people;
        this.departments = departments;
        this.posts = posts;
        this.clock = clock;
        this.importance = importance;
        this.sql = sql;
    }

    @Test
    void proposesValuesByTheCriteriaOfTheRegulation() {
        assertThat(proposed(AstParameters.Criteria.ANY_ONE)).isEqualTo(new Values(1, 1, 1));
        assertThat(proposed(AstParameters.Criteria.ANY_ONE, "hinders-business")).isEqualTo(new Values(2, 1, 1));
        for (String one : Answers.TOP_SECRET) {
            assertThat(proposed(AstParameters.Criteria.ANY_ONE, one)).isEqualTo(new Values(3, 1, 1));
            assertThat(proposed(AstParameters.Criteria.ALL, one)).isEqualTo(new Values(2, 1, 1));
        }
        assertThat(proposed(AstParameters.Criteria.ALL, Answers.TOP_SECRET.toArray(String[]::new)))
                .isEqualTo(new Values(3, 1, 1));
        assertThat(proposed(AstParameters.Criteria.ANY_ONE, "integrity", "availability"))
                .isEqualTo(new Values(1, 2, 2));
    }

    @Test
    void derivesImportanceByTheRuleOfTheRegulation() {
        assertThat(new Values(1, 2, 1).importance(RegParameters.ImportanceRule.HIGHEST_OF_THREE))
                .isEqualTo(2);
        assertThat(new Values(3, 2, 1).importance(RegParameters.ImportanceRule.HIGHEST_OF_THREE))
                .isEqualTo(3);
        assertThat(new Values(1, 2, 2).importance(RegParameters.ImportanceRule.CONFIDENTIALITY_ONLY))
                .isEqualTo(1);
    }

    @Test
    void worksImportanceOutAnewWhereNobodyHasStatedIt() {
        Department department = TestAssets.department(departments, "重要部");
        Asset follows = TestAssets.entered(assets, "決まる", department.id(), 2);
        Asset stated = done(assets.register(
                TestAssets.described("指定する", department.id(), 1).rated(new Rating(new Values(1, 1, 1), 3, "社長の指示")),
                TEST));
        sql.sql("UPDATE assets.asset SET importance = 1 WHERE id = :id")
                .param("id", follows.id().value())
                .update();
        importance.look();
        assertThat(importance(follows)).isEqualTo(2);
        assertThat(importance(stated)).isEqualTo(3);
    }

    private int importance(Asset asset) {
        return sql.sql("SELECT importance FROM facts.asset WHERE id = :id")
                .param("id", asset.id().value())
                .query(Integer.class)
                .single();
    }

    @Test
    void lowersAValueOnlyWhenTheManagersPostHasApproved() {
        Department department = TestAssets.department(departments, "設計部");
        Person manager = manager(department);
        Person asks = TestAssets.memberOf(department, people);
        Asset asset = TestAssets.entered(assets, "旧型機の図面", department.id(), 3);
        Rating lower = Rating.of(2, 1, 1, "型式が公開された");

        assertThat(ratings.rate(asset, Rating.of(2, 1, 1, " "), actor(asks)))
                .isEqualTo(new Ratings.Outcome.Refused("asset.lowering.reason-missing"));
        RequestId request = ((Ratings.Outcome.Asked) ratings.rate(asset, lower, actor(asks))).request();
        assertThat(assets.find(asset.id())).contains(asset);
        assertThat(ratings.open(asset.id()).orElseThrow().request()).contains(request);
        assertThat(ratings.rate(asset, lower, actor(asks)))
                .isEqualTo(new Ratings.Outcome.Refused("asset.lowering.open-already"));

        assertThat(approvals.decide(request, Verdict.APPROVE, "", manager.id(), actor(manager)))
                .isEqualTo(new Approvals.Outcome.Done(request, State.APPROVED));
        assertThat(assets.find(asset.id()).orElseThrow().rating()).isEqualTo(lower);
        assertThat(ratings.open(asset.id())).isEmpty();
    }

    @Test
    void keepsTheValueWhenTheManagerRefuses() {
        Department department = TestAssets.department(departments, "設計部");
        Person manager = manager(department);
        Asset asset = TestAssets.entered(assets, "現行機の図面", department.id(), 3);
        RequestId request = asked(asset, TestAssets.memberOf(department, people));
        approvals.decide(request, Verdict.REFUSE, "まだ秘密である", manager.id(), actor(manager));
        assertThat(assets.find(asset.id())).contains(asset);
        assertThat(ratings.open(asset.id())).isEmpty();
    }

    @Test
    void letsARequestLapseWhenTheValuesChangeMeanwhile() {
        Department department = TestAssets.department(departments, "設計部");
        manager(department);
        Asset asset = TestAssets.entered(assets, "試験結果", department.id(), 2);
        RequestId request = asked(asset, TestAssets.memberOf(department, people));
        done(assets.change(asset.rated(Rating.of(3, 1, 1, "契約で秘密とされた")), TEST));
        assertThat(approvals.state(request)).contains(State.LAPSED);
        assertThat(ratings.open(asset.id())).isEmpty();
    }

    private RequestId asked(Asset asset, Person by) {
        return ((Ratings.Outcome.Asked) ratings.rate(asset, Rating.of(1, 1, 1, "公開した"), actor(by))).request();
    }

    private Person manager(Department department) {
        Person manager = TestAssets.memberOf(department, people);
        posts.appoint(
                Appointment.to(Posts.DEPARTMENTAL, department.id(), manager.id(), null, LocalDate.now(clock), null),
                TEST);
        return manager;
    }

    private static Actor actor(Person person) {
        return Actor.person(person.id().value());
    }

    private static Values proposed(AstParameters.Criteria criteria, String... answers) {
        return new Answers(List.of(answers)).proposed(criteria);
    }
}
