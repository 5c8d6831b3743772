package org.hoshimori.core.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the few people whom somebody may mean, so that a form can offer them to be chosen. */
@Component
public class PersonPicker {

    private static final int OFFERED = 10;

    private final PeopleList list;
    private final PeopleRegister people;
    private final Clock clock;

    PersonPicker(PeopleList list, PeopleRegister people, Clock clock) {
        this.list = list;
        this.people = people;
        this.clock = clock;
    }

    /** Somebody who may be chosen. */
    public record Candidate(UUID id, String name, String kana, String department) {}

    /**
     * What a form shows of a choice.
     *
     * @param field the form's field that receives the id; its name with {@code Words} added is what is searched for
     * @param more how many more match than are offered
     */
    public record Choice(String field, String words, List<Candidate> offered, long more, Optional<UUID> chosen) {}

    /** Whoever matches the words, and whoever is chosen already. */
    public Choice choice(String field, @Nullable String words, @Nullable PersonId chosen) {
        String asked = words == null ? "" : words.strip();
        Optional<Candidate> already = Optional.ofNullable(chosen)
                .flatMap(people::find)
                .map(p -> new Candidate(
                        p.id().value(),
                        p.name().full(),
                        p.name().familyKana() + " " + p.name().givenKana(),
                        ""));
        PeopleList.Page found = asked.isEmpty()
                ? new PeopleList.Page(List.of(), 0, 1)
                : list.page(new PeopleList.Wish(asked, Optional.empty(), false, 1), LocalDate.now(clock));
        List<Candidate> offered = new java.util.ArrayList<>(already.stream().toList());
        found.rows().stream()
                .filter(r -> already.isEmpty() || !already.get().id().equals(r.id()))
                .limit(OFFERED)
                .map(r -> new Candidate(r.id(), r.name(), r.kana(), r.department()))
                .forEach(offered::add);
        return new Choice(field, asked, offered, Math.max(0, found.total() - OFFERED), already.map(Candidate::id));
    }
}
