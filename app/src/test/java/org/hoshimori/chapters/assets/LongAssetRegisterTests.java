package org.hoshimori.chapters.assets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hoshimori.ApplicationTest;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.storage.Bigrams;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;

/** A register of 100,000 assets, gone when the test ends. */
@ApplicationTest
@Transactional
class LongAssetRegisterTests {

    private static final int LENGTH = 100_000;
    private static final int DEPARTMENTS = 40;

    private final AssetList list;
    private final JdbcTemplate sql;

    LongAssetRegisterTests(@Autowired AssetList list, @Autowired JdbcTemplate sql) {
        this.list = list;
        this.sql = sql;
    }

    @Test
    void answersAtOnceHoweverItIsAskedAndWhoeverAsks() {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < LENGTH; i++) {
            String name = "管制会計営業総務".charAt(i % 8) + "室の設計資料" + i;
            rows.add(new Object[] {
                "L-%06d".formatted(i),
                name,
                department(i % DEPARTMENTS),
                i % 100 == 0,
                i % 5 == 0 ? "{" + department((i + 1) % DEPARTMENTS) + "}" : "{}",
                1 + i % 3,
                name + "\nl-%06d".formatted(i),
                Bigrams.of(name, "L-%06d".formatted(i))
            });
        }
        sql.batchUpdate("""
                INSERT INTO assets.asset
                  (id, code, name, department, everybody, users, medium, personal_information, confidentiality, integrity,
                   availability, importance, marking, registered_on, state, searched, bigrams, changed_at)
                VALUES (gen_random_uuid(), ?, ?, ?, ?, CAST(? AS uuid[]), 'server', 'none', ?, 1, 1, 1, 'folder', now(),
                        'in-use', ?, ?, now())""", rows);
        sql.execute("ANALYZE assets.asset");
        Viewer member = new Viewer(true, new LinkedHashSet<>(List.of(new DepartmentId(department(7)))), false, false);
        list.page(AssetList.Wish.of(Map.of()), member);
        List<Long> took = new ArrayList<>();
        for (Viewer viewer : List.of(Viewer.ALL, member)) {
            for (AssetList.Order order : AssetList.Order.values()) {
                for (String words : List.of("", "設計", "L-0123", "資料99")) {
                    for (String page : List.of("1", "40")) {
                        long before = System.nanoTime();
                        list.page(AssetList.Wish.of(Map.of("q", words, "order", order.code(), "page", page)), viewer);
                        took.add((System.nanoTime() - before) / 1_000_000);
                    }
                }
            }
        }
        took.sort(null);
        assertThat(took.get(took.size() * 95 / 100))
                .as("milliseconds, sorted: " + took)
                .isLessThan(800);
        assertThat(list.count(AssetList.Wish.of(Map.of("q", "L-0")), Viewer.ALL))
                .isGreaterThan(LENGTH / 2);
        assertThat(list.count(AssetList.Wish.of(Map.of()), member)).isBetween(2_500L, 6_000L);
    }

    private static UUID department(int number) {
        return new UUID(7, number);
    }
}
