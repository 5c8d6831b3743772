package org.hoshimori.core.estate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hoshimori.ApplicationTest;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.storage.Bigrams;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;

/** A register of 50,000 devices, gone when the test ends. */
@ApplicationTest
@Transactional
class LongRegisterTests {

    private static final int LENGTH = 50_000;
    private static final DepartmentId DEPARTMENT = DepartmentId.of("00000000-0000-0000-0000-000000000007");

    private final ItemList list;
    private final JdbcTemplate sql;

    LongRegisterTests(@Autowired ItemList list, @Autowired JdbcTemplate sql) {
        this.list = list;
        this.sql = sql;
    }

    @Test
    void answersAtOnceHoweverItIsAsked() {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < LENGTH; i++) {
            String name = "端末" + "管制会計営業総務".charAt(i % 8) + "室の計算機" + i;
            rows.add(new Object[] {
                "D-%06d".formatted(i), name, i % 4, i % 50 == 0 ? "retired" : "in-use", name, Bigrams.of(name)
            });
        }
        sql.batchUpdate("""
                INSERT INTO estate.item
                  (id, noun, number, name, sort, department, level, state, searched, bigrams, changed_at)
                VALUES (gen_random_uuid(), 'device', ?, ?, 'notebook',
                        CAST('00000000-0000-0000-0000-00000000000' || (random() * 9)::int AS uuid), ?, ?, ?, ?, now())""", rows);
        for (ItemList.Order order : ItemList.Order.values()) {
            for (String words : List.of("", "会室", "D-0123", "計算機99")) {
                for (int page : List.of(1, 900)) {
                    ItemList.Wish wish = new ItemList.Wish(
                            Noun.DEVICE,
                            words,
                            "",
                            page == 1 ? Optional.empty() : Optional.of(DEPARTMENT),
                            page == 1 ? "none" : "",
                            -1,
                            "",
                            order,
                            page);
                    long before = System.nanoTime();
                    list.page(wish);
                    long took = (System.nanoTime() - before) / 1_000_000;
                    assertThat(took).as(order + " " + words + " " + page).isLessThan(400);
                }
            }
        }
        assertThat(list.page(ItemList.Wish.all(Noun.DEVICE)).total()).isGreaterThan(LENGTH * 9L / 10);
    }
}
