package org.hoshimori.core.regulation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hoshimori.core.api.Caller;
import org.hoshimori.core.api.Found;
import org.hoshimori.core.api.Resource;
import org.hoshimori.core.api.Wish;
import org.springframework.stereotype.Component;

/** Adopted revisions and the sample before them, served to everybody, the first first. */
@Component
class RevisionResource implements Resource<RevisionTold> {

    private static final int PAGE = 50;

    private final RegulationInForce inForce;

    RevisionResource(RegulationInForce inForce) {
        this.inForce = inForce;
    }

    @Override
    public String code() {
        return "revisions";
    }

    @Override
    public String scope() {
        return "regulation";
    }

    @Override
    public Class<RevisionTold> type() {
        return RevisionTold.class;
    }

    @Override
    public String id(RevisionTold shown) {
        return Integer.toString(shown.number());
    }

    @Override
    public Found<RevisionTold> page(Wish wish, Caller caller) {
        List<Integer> numbers = numbers();
        Found<Integer> part = Found.part(numbers, wish.page(), PAGE);
        return new Found<>(part.items().stream().map(this::told).toList(), numbers.size(), PAGE);
    }

    @Override
    public Optional<RevisionTold> find(String id, Caller caller) {
        return numbers().stream()
                .filter(n -> Integer.toString(n).equals(id))
                .findFirst()
                .map(this::told);
    }

    private List<Integer> numbers() {
        return Stream.concat(Stream.of(0), inForce.starts().stream().map(Revisions.Start::number))
                .sorted()
                .toList();
    }

    private RevisionTold told(int number) {
        Revision revision = inForce.number(number);
        return new RevisionTold(
                number,
                revision.id(),
                revision.effectiveAt(),
                revision.digest(),
                inForce.now().number() == number);
    }
}
