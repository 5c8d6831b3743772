package org.hoshimori.core.duties;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.core.organization.MyDay;
import org.hoshimori.core.organization.PersonId;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** One's own duties that are overdue or due within a month, the most urgent first. */
@Component
class DutiesOfTheDay implements MyDay {

    private static final int SHOWN = 8;
    private static final int SOON = 31;

    private final Tasks tasks;
    private final Assignees assignees;
    private final DutyLabels labels;
    private final DutyTitles titles;

    DutiesOfTheDay(Tasks tasks, Assignees assignees, DutyLabels labels, DutyTitles titles) {
        this.tasks = tasks;
        this.assignees = assignees;
        this.labels = labels;
        this.titles = titles;
    }

    @Override
    public List<Line> lines(PersonId person, Set<String> permissions, LocalDate today) {
        List<Assignee> mine = assignees.on(today).of(person);
        List<Task> open = tasks.openOf(mine, today.plusDays(SOON), SHOWN + 1).stream()
                .filter(t -> !t.startsOn().isAfter(today))
                .toList();
        List<Line> lines = new ArrayList<>();
        Map<String, String> about = labels.about(open);
        open.stream().limit(SHOWN).map(t -> line(t, about)).forEach(lines::add);
        if (open.size() > SHOWN) {
            lines.add(new Line(Question.DO, "day.duties-more", List.of(), Optional.empty(), "/duties"));
        }
        return lines;
    }

    private Line line(Task task, Map<String, String> about) {
        String title = titles.of(task.kind(), LocaleContextHolder.getLocale());
        String name = about.get(task.subject());
        return new Line(
                Question.DO,
                name == null ? "day.duty" : "day.duty-about",
                name == null ? List.of(title) : List.of(title, name),
                Optional.of(task.dueOn()),
                "/duties/" + task.id());
    }
}
