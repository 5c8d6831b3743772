package org.hoshimori.core.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.PersonName;
import org.junit.jupiter.api.Test;

class ComparisonTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);

    private final Person hanako = person("1001", "山田", "花子");
    private final Person jiro = person("1002", "鈴木", "次郎");

    @Test
    void saysNothingWhereBothAgree() {
        assertThat(compared(List.of(there(hanako), there(jiro)))).isEmpty();
    }

    @Test
    void findsJoinersMoversAndLeavers() {
        Entry moved = new Entry("cn=1001", "1001", "hanako.sato@example.jp", "佐藤", "花子", true);
        Entry joined = new Entry("cn=1003", "1003", "saburo@example.jp", "田中", "三郎", true);
        List<Difference> found = compared(List.of(moved, joined));
        assertThat(found)
                .containsExactlyInAnyOrder(
                        new Difference(Difference.Kind.JOINER, null, joined, List.of()),
                        new Difference(
                                Difference.Kind.MOVER,
                                hanako.id(),
                                moved,
                                List.of(Difference.Field.MAIL, Difference.Field.FAMILY)),
                        new Difference(Difference.Kind.LEAVER, jiro.id(), null, List.of()));
    }

    @Test
    void takesADisabledAccountForALeaverAndANewOneForNobody() {
        Entry disabled = new Entry("cn=1002", "1002", jiro.mail(), "鈴木", "次郎", false);
        Entry unknown = new Entry("cn=1009", "1009", "x@example.jp", "誰", "か", false);
        assertThat(compared(List.of(there(hanako), disabled, unknown)))
                .containsExactly(new Difference(Difference.Kind.LEAVER, jiro.id(), null, List.of()));
    }

    @Test
    void seesWhoHasLeftAndIsEnabledStill() {
        Person gone = jiro.leaving(TODAY.minusDays(1));
        assertThat(Comparison.of(List.of(there(hanako), there(gone)), List.of(hanako, gone), TODAY))
                .containsExactly(new Difference(Difference.Kind.LINGERS, gone.id(), there(gone), List.of()));
        Person lastDay = jiro.leaving(TODAY);
        assertThat(Comparison.of(List.of(there(hanako), there(lastDay)), List.of(hanako, lastDay), TODAY))
                .isEmpty();
    }

    @Test
    void guessesNobodyWhereNumberAndAddressNameTwo() {
        Entry mixed = new Entry("cn=x", "1001", jiro.mail(), "鈴木", "次郎", true);
        assertThat(compared(List.of(mixed)))
                .containsExactly(new Difference(Difference.Kind.CLASH, hanako.id(), mixed, List.of()));
        Entry twice = new Entry("cn=y", "", hanako.mail(), "山田", "花子", true);
        assertThat(compared(List.of(there(hanako), twice, there(jiro))))
                .containsExactly(new Difference(Difference.Kind.CLASH, hanako.id(), twice, List.of()));
    }

    @Test
    void contradictsNothingByWhatIsEmptyThere() {
        Entry bare = new Entry("cn=1001", "", hanako.mail(), "", "", true);
        assertThat(compared(List.of(bare, there(jiro)))).isEmpty();
    }

    /** Whatever stands there, each person and each entry is spoken of once at most, and the keys are all different. */
    @Test
    void speaksOfEachOnce() {
        Random random = new Random(20260401);
        for (int round = 0; round < 500; round++) {
            List<Person> people = new ArrayList<>();
            for (int i = 0; i < random.nextInt(6); i++) {
                people.add(person("n" + i, "姓" + i, "名"));
            }
            List<Entry> entries = new ArrayList<>();
            for (int i = 0; i < random.nextInt(8); i++) {
                int number = random.nextInt(8);
                int mail = random.nextInt(8);
                entries.add(new Entry(
                        "cn=" + i,
                        random.nextBoolean() ? "n" + number : "",
                        "n" + mail + "@example.jp",
                        "姓" + random.nextInt(8),
                        "名",
                        random.nextInt(5) > 0));
            }
            List<Difference> found = Comparison.of(entries, people, TODAY);
            assertThat(found).extracting(Difference::key).doesNotHaveDuplicates();
            assertThat(found)
                    .filteredOn(d -> d.kind() != Difference.Kind.CLASH && d.person() != null)
                    .extracting(Difference::person)
                    .doesNotHaveDuplicates();
        }
    }

    private List<Difference> compared(List<Entry> entries) {
        return Comparison.of(entries, List.of(hanako, jiro), TODAY);
    }

    private static Entry there(Person person) {
        return new Entry(
                "cn=" + person.staffNumber(),
                person.staffNumber(),
                person.mail(),
                person.name().family(),
                person.name().given(),
                true);
    }

    private static Person person(String number, String family, String given) {
        return Person.newcomer(
                number,
                new PersonName(family, given, "", ""),
                number + "@example.jp",
                Person.Employment.EMPLOYEE,
                null,
                "ja",
                LocalDate.of(2025, 4, 1));
    }
}
