package org.hoshimori.chapters.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hoshimori.chapters.assets.TestAssets.done;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.List;
import org.hoshimori.ApplicationTest;
import org.hoshimori.SignedInAs;
import org.hoshimori.core.organization.Department;
import org.hoshimori.core.organization.DepartmentRegister;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.posts.Appointment;
import org.hoshimori.core.posts.Posts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class AssetPagesTests {

    private final MockMvcTester pages;
    private final Assets assets;
    private final PeopleRegister people;
    private final DepartmentRegister departments;
    private final Posts posts;

    AssetPagesTests(
            @Autowired MockMvcTester pages,
            @Autowired Assets assets,
            @Autowired PeopleRegister people,
            @Autowired DepartmentRegister departments,
            @Autowired Posts posts) {
        this.pages = pages;
        this.assets = assets;
        this.people = people;
        this.departments = departments;
        this.posts = posts;
    }

    @Test
    void entersAnAssetWhoseValuesFollowFromTheAnswers() {
        Department department = TestAssets.department(departments, "開発部");
        Person member = TestAssets.memberOf(department, people);
        MvcTestResult answer = post(
                as(member),
                "/assets",
                "assetName",
                "推進系の設計図面",
                "managingDepartment",
                department.id().toString(),
                "medium",
                "server",
                "place",
                "\\\\file01\\設計",
                "personal",
                "none",
                "legal",
                "space-activities-act",
                "answers",
                "trade-secret",
                "answers",
                "integrity",
                "marking",
                "folder",
                "retention",
                "2031-03-31",
                "version",
                "0");
        assertThat(answer).hasStatus3xxRedirection();
        AssetId id = id(answer);
        Asset asset = assets.find(id).orElseThrow();
        assertThat(asset.rating())
                .isEqualTo(new Rating(new Values(3, 2, 1), 0, "", List.of("trade-secret", "integrity")));
        assertThat(asset.code()).startsWith("A-");
        assertThat(asset.keeping().until()).isEqualTo(LocalDate.of(2031, 3, 31));
        assertThat(get(as(member), "/assets/" + id)).contains("極秘", "営業秘密に指定されている", "宇宙活動法", "管理部署に責任者がいません");
        assertThat(get(as(member), "/assets/" + id + "?tab=law")).contains("打上げや人工衛星の管理の許可");
        assertThat(get(as(member), "/assets/" + id + "?tab=history"))
                .contains("情報資産の登録", "当てはまる基準", department.name())
                .doesNotContain("department:");
    }

    @Test
    void tiesErrorsToTheirFields() {
        Department department = TestAssets.department(departments, "総務部");
        Person member = TestAssets.memberOf(department, people);
        MvcTestResult answer = post(
                as(member),
                "/assets",
                "assetName",
                "",
                "managingDepartment",
                "",
                "medium",
                "stone",
                "personal",
                "none",
                "marking",
                "register",
                "systems",
                "no-such-system",
                "confidentiality",
                "2",
                "retention",
                "31.3.2031",
                "version",
                "0");
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(answer)
                .bodyText()
                .contains(
                        "id=\"assetName-error\"",
                        "id=\"managingDepartment-error\"",
                        "id=\"medium-error\"",
                        "id=\"markingReason-error\"",
                        "id=\"systems-error\"",
                        "id=\"retention-error\"",
                        "id=\"ratingReason-error\"",
                        "台帳にない番号です：no-such-system");
    }

    @Test
    void narrowsTheListByFiltersThatStandAsChips() {
        Department department = TestAssets.department(departments, "計数部");
        Person member = TestAssets.memberOf(department, people);
        Asset secret = TestAssets.entered(assets, "鳳凰計画書", department.id(), 3);
        Asset open = TestAssets.entered(assets, "鳳凰広報誌", department.id(), 1);
        String list = get(as(member), "/assets?q=鳳凰&confidentiality=3&columns=legal");
        assertThat(list)
                .contains(secret.id().toString(), "機密性: 3 極秘", "1件", "法令区分")
                .contains("/assets?q=%E9%B3%B3%E5%87%B0&amp;columns=legal")
                .doesNotContain(open.id().toString());
        assertThat(get(as(member), "/assets?q=鳳凰"))
                .contains(secret.id().toString(), open.id().toString(), "2件");
        assets.dispose(open.id(), "配り終えた", TestAssets.TEST);
        assertThat(get(as(member), "/assets?q=鳳凰")).doesNotContain(open.id().toString());
        assertThat(get(as(member), "/assets?q=鳳凰&state=gone"))
                .contains(open.id().toString());
        assertThat(get(as(member), "/search?q=鳳凰")).contains("/assets/" + secret.id(), "鳳凰計画書");
    }

    @Test
    void changesManyAtOnceAfterShowingWhatBecomesOfThem() {
        Department own = TestAssets.department(departments, "運用部");
        Department user = TestAssets.department(departments, "営業部");
        Person member = TestAssets.memberOf(own, people);
        Asset first = TestAssets.entered(assets, "運用日誌一", own.id(), 2);
        Asset second = TestAssets.entered(assets, "運用日誌二", own.id(), 2);
        Asset other = TestAssets.entered(assets, "営業日誌", user.id(), 1);
        String[] asked = {
            "ids",
            first.id().toString(),
            "ids",
            second.id().toString(),
            "ids",
            other.id().toString(),
            "area",
            "衛星運用",
            "addUser",
            user.id().toString()
        };
        MvcTestResult shown = post(as(member), "/assets/bulk", asked);
        assertThat(shown).bodyText().contains("2件", "ほかに選んだ1件", "– → 衛星運用", "– → " + user.name(), "2件に反映する");
        assertThat(assets.find(first.id())).contains(first);
        post(as(member), "/assets/bulk", and(asked, "act", "do"));
        assertThat(assets.find(second.id()).orElseThrow().area()).isEqualTo("衛星運用");
        assertThat(assets.find(first.id()).orElseThrow().scope()).isEqualTo(UserScope.of(List.of(user.id())));
        assertThat(assets.find(other.id())).contains(other);
    }

    @Test
    void sendsALowerRatingForApprovalAndSaysSo() {
        Department own = TestAssets.department(departments, "評価部");
        Person member = TestAssets.memberOf(own, people);
        Person manager = TestAssets.memberOf(own, people);
        posts.appoint(
                Appointment.to(Posts.DEPARTMENTAL, own.id(), manager.id(), null, TestAssets.DAY, null),
                TestAssets.TEST);
        Asset asset = TestAssets.entered(assets, "仕様書", own.id(), 3);
        String address = "/assets/" + asset.id();
        assertThat(get(as(member), address + "/rating")).contains("仕様書の評価", "守秘義務", "承認を求めます");
        assertThat(post(as(member), address + "/rating", "answers", "hinders-business", "version", "0"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("評価値を下げる理由を入力してください。");
        MvcTestResult asked = post(
                as(member),
                address + "/rating",
                "answers",
                "hinders-business",
                "ratingReason",
                "公開が決まった",
                "version",
                "0");
        assertThat(asked.getResponse().getRedirectedUrl()).startsWith("/approvals/");
        assertThat(get(as(member), address)).contains("評価値の引下げが承認を待っています。", "極秘");
        String sheet = get(as(manager), String.valueOf(asked.getResponse().getRedirectedUrl()));
        assertThat(sheet).contains(asset.code() + " 仕様書", "機密性（申請）", "公開が決まった");
        assertThat(post(
                        as(member),
                        address + "/rating",
                        "answers",
                        "integrity",
                        "answers",
                        "trade-secret",
                        "version",
                        "0"))
                .hasStatus3xxRedirection();
        assertThat(assets.find(asset.id()).orElseThrow().rating().values()).isEqualTo(new Values(3, 2, 1));
    }

    @Test
    void tellsTheManagerWhatTheDepartmentsAssetsWant() {
        Department own = TestAssets.department(departments, "要点検部");
        Person head = TestAssets.memberOf(own, people);
        departments.change(
                new Department(own.id(), own.name(), "", 900, head.id(), null, own.version()), TestAssets.TEST);
        done(assets.register(
                TestAssets.described("未評価の表", own.id(), 1).rated(Rating.of(1, 1, 1, "")), TestAssets.TEST));
        assertThat(get(as(head), "/")).contains(own.name() + "の情報資産に、評価の理由がないものが1件あります。");
        assertThat(get(as(TestAssets.memberOf(own, people)), "/")).doesNotContain("評価の理由がない");
        Department elsewhere = TestAssets.department(departments, "本籍部");
        Person director = TestAssets.memberOf(elsewhere, people);
        Department read = departments.find(own.id()).orElseThrow();
        departments.change(
                new Department(read.id(), read.name(), "", 900, director.id(), null, read.version()), TestAssets.TEST);
        assertThat(get(as(director), "/assets?q=未評価の表")).contains("未評価の表</a>");
        assertThat(get(as(head), "/assets?want=reason&department=" + own.id())).contains("未評価の表");
    }

    @Test
    void asksWhyAnAssetIsGone() {
        Department own = TestAssets.department(departments, "運用部");
        Person member = TestAssets.memberOf(own, people);
        Asset asset = TestAssets.entered(assets, "古い手順書", own.id(), 1);
        assertThat(post(as(member), "/assets/" + asset.id() + "/gone", "reason", " "))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("id=\"reason-error\"");
        assertThat(post(as(member), "/assets/" + asset.id() + "/gone", "reason", "細断した"))
                .hasStatus3xxRedirection();
        assertThat(get(as(member), "/assets/" + asset.id() + "?tab=history")).contains("なくなった理由", "細断した");
        assertThat(get(as(member), "/assets/" + asset.id())).contains("廃棄済み").doesNotContain("/edit");
    }

    @Test
    void keepsWhatWasThereWhenNothingIsChanged() {
        Department own = TestAssets.department(departments, "運用部");
        Person member = TestAssets.memberOf(own, people);
        Asset asset = done(assets.register(
                TestAssets.usedBy(TestAssets.described("設備台帳", own.id(), 2), UserScope.ALL), TestAssets.TEST));
        assertThat(get(as(member), "/assets/" + asset.id() + "/edit")).contains("設備台帳");
        assertThat(post(
                        as(member),
                        "/assets/" + asset.id(),
                        "assetCode",
                        asset.code(),
                        "assetName",
                        asset.name(),
                        "managingDepartment",
                        own.id().toString(),
                        "everybody",
                        "true",
                        "medium",
                        "server",
                        "personal",
                        "none",
                        "marking",
                        "folder",
                        "version",
                        "0"))
                .hasStatus3xxRedirection();
        assertThat(assets.find(asset.id())).contains(asset);
    }

    private static String[] and(String[] fields, String... more) {
        return java.util.stream.Stream.concat(java.util.Arrays.stream(fields), java.util.Arrays.stream(more))
                .toArray(String[]::new);
    }

    private static AssetId id(MvcTestResult redirect) {
        String address = String.valueOf(redirect.getResponse().getRedirectedUrl());
        return AssetId.of(address.substring(address.lastIndexOf('/') + 1));
    }

    private static Authentication as(Person person) {
        return SignedInAs.person(person.id().value());
    }

    private String get(Authentication who, String address) {
        MvcTestResult answer =
                pages.get().uri(address).with(authentication(who)).exchange();
        assertThat(answer).hasStatusOk();
        try {
            return answer.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private MvcTestResult post(Authentication who, String address, String... fields) {
        var request = pages.post().uri(address).with(authentication(who)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
