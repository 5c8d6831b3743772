package org.hoshimori.chapters.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hoshimori.chapters.assets.TestAssets.TEST;
import static org.hoshimori.chapters.assets.TestAssets.done;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hoshimori.ApplicationTest;
import org.hoshimori.core.estate.AssetRegister;
import org.hoshimori.core.organization.Department;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.DepartmentRegister;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class AssetsTests {

    private final Assets assets;
    private final AssetRegister register;
    private final PeopleRegister people;
    private final DepartmentRegister departments;
    private final JdbcClient sql;

    AssetsTests(
            @Autowired Assets assets,
            @Autowired AssetRegister register,
            @Autowired PeopleRegister people,
            @Autowired DepartmentRegister departments,
            @Autowired JdbcClient sql) {
        this.assets = assets;
        this.register = register;
        this.people = people;
        this.departments = departments;
        this.sql = sql;
    }

    @Test
    void keepsWhatItWasTold() {
        Department department = TestAssets.department(departments, "管制部");
        Asset described = TestAssets.usedBy(
                TestAssets.described("軌道要素", department.id(), 3),
                new UserScope(false, List.of(department.id()), "委託先の運用員"));
        done(assets.register(described, TEST));
        assertThat(assets.find(described.id())).contains(described);
        assertThat(assets.coded(Set.of(described.code()))).containsOnlyKeys(described.code());
    }

    @Test
    void givesEachCodeToOneAsset() {
        Department department = TestAssets.department(departments, "管制部");
        Asset first = TestAssets.entered(assets, "一つ目", department.id(), 1);
        Asset second = TestAssets.described("二つ目", department.id(), 1);
        Asset same = Asset.newcomer(first.code(), "同じ番号", department.id(), first.rating(), TestAssets.DAY);
        assertThat(assets.register(same, TEST)).isEqualTo(new Assets.Outcome.Refused(Assets.Refusal.CODE_TAKEN));
        done(assets.register(second, TEST));
        assertThat(assets.newCodes(3)).doesNotHaveDuplicates().hasSize(3);
    }

    @Test
    void raisesValuesAtOnceAndLowersNone() {
        Asset asset = TestAssets.entered(
                assets, "打上げ計画", TestAssets.department(departments, "計画部").id(), 2);
        Asset raised = done(assets.change(asset.rated(Rating.of(3, 2, 1, "契約で秘密とされた")), TEST));
        assertThat(assets.change(raised.rated(Rating.of(3, 1, 2, "勘違い")), TEST))
                .isEqualTo(new Assets.Outcome.Refused(Assets.Refusal.LOWERS_VALUE));
        assertThat(fact(asset)).containsEntry("confidentiality", 3).containsEntry("importance", 3);
    }

    @Test
    void refusesADepartmentThatThereIsNot() {
        Asset lost = TestAssets.described("迷子", DepartmentId.of("00000000-0000-0000-0000-0000000000aa"), 1);
        assertThat(assets.register(lost, TEST)).isEqualTo(new Assets.Outcome.Refused(Assets.Refusal.DEPARTMENT_CLOSED));
    }

    @Test
    void neverBringsBackWhatIsGone() {
        Asset asset = TestAssets.entered(
                assets, "旧設計書", TestAssets.department(departments, "設計部").id(), 1);
        Asset gone = assets.dispose(asset.id(), "細断した", TEST);
        assertThat(gone.state()).isEqualTo(Asset.State.GONE);
        assertThat(assets.dispose(asset.id(), "もう一度", TEST)).isEqualTo(gone);
        assertThat(assets.change(gone, TEST)).isEqualTo(new Assets.Outcome.Refused(Assets.Refusal.GONE));
        assertThat(fact(asset)).containsEntry("state", "gone");
    }

    @Test
    void refusesAnEditOfAnOlderVersion() {
        Asset asset = TestAssets.entered(
                assets, "手順書", TestAssets.department(departments, "運用部").id(), 1);
        done(assets.change(asset.rated(Rating.of(2, 1, 1, "社内のみ")), TEST));
        assertThat(assets.change(asset.rated(Rating.of(2, 2, 1, "古い画面から")), TEST))
                .isEqualTo(new Assets.Outcome.Refused(Assets.Refusal.CHANGED_MEANWHILE));
    }

    @Test
    void tellsOtherRoomsNoMoreThanWhoeverAsksMayKnow() {
        Department owner = TestAssets.department(departments, "開発部");
        Department user = TestAssets.department(departments, "営業部");
        Department other = TestAssets.department(departments, "総務部");
        Asset secret = done(assets.register(
                TestAssets.usedBy(TestAssets.described("推進系鳳凰図面", owner.id(), 3), UserScope.of(List.of(user.id()))),
                TEST));
        Asset internal = TestAssets.entered(assets, "推進系鳳凰日報", owner.id(), 2);
        List<UUID> both = List.of(secret.id().value(), internal.id().value());

        assertThat(register.find("鳳凰", TestAssets.memberOf(owner, people).id(), 10))
                .hasSize(2);
        assertThat(register.find("鳳凰", TestAssets.memberOf(user, people).id(), 10))
                .extracting(AssetRegister.Line::id)
                .containsExactly(secret.id().value());
        Person outsider = TestAssets.memberOf(other, people);
        assertThat(register.find("鳳凰", outsider.id(), 10)).isEmpty();
        assertThat(register.lines(both, outsider.id()))
                .hasEntrySatisfying(
                        secret.id().value(), line -> assertThat(line.name()).isEmpty())
                .hasEntrySatisfying(
                        internal.id().value(), line -> assertThat(line.name()).isEqualTo("推進系鳳凰日報"));
        assets.dispose(internal.id(), "廃棄", TEST);
        assertThat(register.lines(both, outsider.id()))
                .containsOnlyKeys(secret.id().value());
    }

    private Map<String, Object> fact(Asset asset) {
        return sql.sql("SELECT * FROM facts.asset WHERE id = :id")
                .param("id", asset.id().value())
                .query()
                .singleRow();
    }
}
