package org.hoshimori.core.sheets;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.evidence.Recorder;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Compares the rows of a table with a register, and writes what differs: all of it or nothing. */
@Component
public class Import {

    private final TransactionTemplate transaction;
    private final Recorder recorder;
    private final ApplicationEventPublisher events;

    Import(PlatformTransactionManager transactions, Recorder recorder, ApplicationEventPublisher events) {
        this.transaction = new TransactionTemplate(transactions);
        this.recorder = recorder;
        this.events = events;
    }

    /** What writing comes to. */
    public sealed interface Outcome {
        /** All is written; rows with faults were left out if that was asked for. */
        record Written(Review.Counts counts) implements Outcome {}

        /** Nothing is. */
        record Stopped(List<Entry.Fault> faults) implements Outcome {}
    }

    /** What the rows would do; nothing is written. */
    public <T> Review<T> review(Importable<T> register, List<Entry> entries, Locale locale) {
        return Objects.requireNonNull(transaction.execute(_ -> Reviewing.of(register, entries, locale)));
    }

    /** The same without anybody who looks on. */
    public <T> Outcome write(
            Importable<T> register, List<Entry> entries, boolean leaveOut, Source from, Actor by, Locale locale) {
        return write(register, entries, leaveOut, from, by, locale, _ -> {});
    }

    /**
     * Writes what the rows do now.
     *
     * @param from the file's name and SHA-256, for the record
     * @param leaveOut whether rows with faults are left out instead of stopping it all
     * @param watch is told before each row how many are done; what it throws stops it all, and nothing is written
     */
    public <T> Outcome write(
            Importable<T> register,
            List<Entry> entries,
            boolean leaveOut,
            Source from,
            Actor by,
            Locale locale,
            IntConsumer watch) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Review<T> review = Reviewing.of(register, entries, locale);
            Review.Counts counts = review.counts();
            if (counts.refused() > 0 && !leaveOut) {
                return new Outcome.Stopped(review.faults());
            }
            Optional<Refused> refused = recorder.together(() -> written(review.lines(), register, by, watch));
            if (refused.isPresent()) {
                status.setRollbackOnly();
                Entry entry = entries.stream()
                        .filter(e -> e.row() == refused.get().row())
                        .findFirst()
                        .orElseThrow();
                return new Outcome.Stopped(
                        List.of(entry.fault(key(register), refused.get().why())));
            }
            if (counts.added() + counts.changed() > 0) {
                events.publishEvent(new SheetEvent.SheetImported(by, register.code(), from, counts));
            }
            return new Outcome.Written(counts);
        }));
    }

    /** A row that the register does not take after all. */
    private record Refused(int row, String why) {}

    /** Writes the lines up to the first that is refused. */
    private static <T> Optional<Refused> written(
            List<Review.Line<T>> lines, Importable<T> register, Actor by, IntConsumer watch) {
        int done = 0;
        for (Review.Line<T> line : lines) {
            watch.accept(done++);
            Optional<String> refusal = switch (line) {
                case Review.Line.New<T>(int _, T described) -> register.write(described, Optional.empty(), by);
                case Review.Line.Changed<T>(int _, T before, T described, List<Review.Difference> _) ->
                    register.write(described, Optional.of(before), by);
                case Review.Line.Same<T> _, Review.Line.Refused<T> _ -> Optional.empty();
            };
            if (refusal.isPresent()) {
                return Optional.of(new Refused(line.row(), refusal.get()));
            }
        }
        return Optional.empty();
    }

    private static String key(Importable<?> register) {
        return register.fields().getFirst().code();
    }
}
