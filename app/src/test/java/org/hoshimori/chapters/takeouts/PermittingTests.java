package org.hoshimori.chapters.takeouts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hoshimori.catalog.CatalogJson;
import org.hoshimori.core.approvals.Seat;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.regulation.Revision;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.TailoringReader;
import org.junit.jupiter.api.Test;

class PermittingTests {

    private static final DepartmentId TAKERS = new DepartmentId(new UUID(0, 1));
    private static final DepartmentId SALES = new DepartmentId(new UUID(0, 2));
    private static final DepartmentId CONTROL = new DepartmentId(new UUID(0, 3));

    @Test
    void followsTheHighestLevel() {
        Revision sample = revision("");
        assertThat(Permitting.line(sample, 1, TAKERS, List.of(SALES))).isEmpty();
        assertThat(Permitting.line(sample, 2, TAKERS, List.of(SALES)))
                .containsExactly(List.of(Seat.of("department-head", TAKERS)));
        assertThat(Permitting.line(sample, 3, TAKERS, List.of(SALES)))
                .containsExactly(List.of(Seat.of("representative-director")));
    }

    @Test
    void asksTheHeadsThatAnswerForTheAssetsOneAfterTheOther() {
        Revision ours = revision("  ast-2.a_whose-head: responsible\n");
        assertThat(Permitting.line(ours, 2, TAKERS, List.of(SALES, CONTROL, SALES)))
                .containsExactly(
                        List.of(Seat.of("department-head", SALES)), List.of(Seat.of("department-head", CONTROL)));
    }

    @Test
    void asksWhomTheRegulationNames() {
        Revision ours = revision("  ast-2.a_approver-internal: [security-officer]\n");
        assertThat(Permitting.line(ours, 2, TAKERS, List.of(SALES)))
                .containsExactly(List.of(Seat.of("security-officer")));
    }

    private static Revision revision(String values) {
        String tailoring = "tailoring: 1\n" + (values.isEmpty() ? "" : "values:\n" + values);
        return new Revision(
                1,
                Instant.EPOCH,
                "",
                Regulation.resolve(CatalogJson.shipped(), TailoringReader.read("t.yaml", tailoring)));
    }
}
