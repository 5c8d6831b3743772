package org.hoshimori.core.duties;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hoshimori.core.organization.DepartmentRegister;
import org.hoshimori.core.posts.Appointment;
import org.hoshimori.core.posts.Posts;
import org.hoshimori.core.posts.Seat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is to have a duty of a kind. */
@Component
class Wanting {

    private static final String COMPANY = "company";

    private final Posts posts;
    private final DepartmentRegister departments;
    private final JdbcClient sql;

    Wanting(Posts posts, DepartmentRegister departments, JdbcClient sql) {
        this.posts = posts;
        this.departments = departments;
        this.sql = sql;
    }

    /** Those who have it as of a day. */
    List<Tasks.Wanted> of(Who who, LocalDate today) {
        return switch (who) {
            case Who.Post(String code) ->
                List.of(new Tasks.Wanted(COMPANY, new Assignee.OfSeat(Seat.of(posts.answeredBy(code)))));
            case Who.Holders(String post) ->
                posts.on(today).stream()
                        .filter(a -> a.post().equals(post))
                        .map(Appointment::holder)
                        .distinct()
                        .map(p -> new Tasks.Wanted("person:" + p, new Assignee.OfPerson(p)))
                        .toList();
            case Who.Departments(String post) ->
                departments.open().stream()
                        .map(d -> new Tasks.Wanted(
                                "department:" + d.id(),
                                new Assignee.OfSeat(new Seat(post, java.util.Optional.of(d.id())))))
                        .toList();
            case Who.People(var employments) -> people(new ArrayList<>(employments), today);
        };
    }

    private List<Tasks.Wanted> people(List<String> employments, LocalDate today) {
        return sql
                .sql("""
                SELECT 'person:' || id FROM facts.person
                 WHERE kind = ANY (CAST(:kinds AS text[])) AND :today BETWEEN joined_on AND coalesce(leaves_on, 'infinity')""")
                .param("kinds", employments.toArray(String[]::new))
                .param("today", today)
                .query((row, n) -> row.getString(1))
                .list()
                .stream()
                .map(code -> new Tasks.Wanted(code, Assignee.of(code)))
                .toList();
    }
}
