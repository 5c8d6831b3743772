package org.hoshimori.core.posts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.core.organization.MyDay;
import org.hoshimori.core.organization.PersonId;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Vacant posts of the committee for who may appoint, and one's own appointments that begin or end soon. */
@Component
class PostsOfTheDay implements MyDay {

    private static final int SOON = 30;

    private final PostBoard board;

    PostsOfTheDay(PostBoard board) {
        this.board = board;
    }

    @Override
    public List<Line> lines(PersonId person, Set<String> permissions, LocalDate today) {
        Locale locale = LocaleContextHolder.getLocale();
        List<Line> lines = new ArrayList<>();
        if (permissions.contains("people")) {
            board.on(today, locale).stream()
                    .filter(PostBoard.Line::committee)
                    .filter(PostBoard.Line::vacant)
                    .map(l -> vacant(l, locale))
                    .forEach(lines::add);
        }
        for (PostBoard.Line held : board.of(person, today, locale)) {
            held.appointment()
                    .flatMap(Appointment::lastDay)
                    .filter(day -> day.isBefore(today.plusDays(SOON)))
                    .ifPresent(day -> lines.add(new Line(
                            Question.CHANGED,
                            "day.post-ends",
                            List.of(held.title()),
                            Optional.of(day),
                            "/posts/" + held.code())));
        }
        return lines;
    }

    private static Line vacant(PostBoard.Line line, Locale locale) {
        String department = line.department().map(d -> "?department=" + d.id()).orElse("");
        return new Line(
                Question.DECIDE,
                "day.vacant",
                List.of(line.full(locale)),
                Optional.empty(),
                "/posts/" + line.code() + "/appoint" + department);
    }
}
