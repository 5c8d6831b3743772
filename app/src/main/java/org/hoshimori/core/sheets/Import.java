package org.hoshimori.core.sheets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hoshimori.core.evidence.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Compares the rows of a table with a register, and writes what differs: all of it or nothing. */
@Component
public class Import {

    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    Import(PlatformTransactionManager transactions, ApplicationEventPublisher events) {
        this.transaction = new TransactionTemplate(transactions);
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
        return Objects.requireNonNull(transaction.execute(_ -> reviewed(register, entries, locale)));
    }

    /**
     * Writes what the rows do now.
     *
     * @param from the file's name and SHA-256, for the record
     * @param leaveOut whether rows with faults are left out instead of stopping it all
     */
    public <T> Outcome write(
            Importable<T> register, List<Entry> entries, boolean leaveOut, Source from, Actor by, Locale locale) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Review<T> review = reviewed(register, entries, locale);
            Review.Counts counts = review.counts();
            if (counts.refused() > 0 && !leaveOut) {
                return new Outcome.Stopped(review.faults());
            }
            Map<Integer, Entry> byRow = entries.stream().collect(Collectors.toMap(Entry::row, e -> e));
            for (Review.Line<T> line : review.lines()) {
                Optional<String> refusal = switch (line) {
                    case Review.Line.New<T>(int _, T described) -> register.write(described, Optional.empty(), by);
                    case Review.Line.Changed<T>(int _, T before, T described, List<Review.Difference> _) ->
                        register.write(described, Optional.of(before), by);
                    case Review.Line.Same<T> _, Review.Line.Refused<T> _ -> Optional.empty();
                };
                if (refusal.isPresent()) {
                    status.setRollbackOnly();
                    Entry entry = Objects.requireNonNull(byRow.get(line.row()));
                    return new Outcome.Stopped(List.of(entry.fault(key(register), refusal.get())));
                }
            }
            if (counts.added() + counts.changed() > 0) {
                events.publishEvent(new SheetEvent.SheetImported(by, register.code(), from, counts));
            }
            return new Outcome.Written(counts);
        }));
    }

    private static String key(Importable<?> register) {
        return register.fields().getFirst().code();
    }

    private static <T> Review<T> reviewed(Importable<T> register, List<Entry> entries, Locale locale) {
        String key = key(register);
        List<Field> fields = register.fields();
        Map<String, Field> byCode = fields.stream().collect(Collectors.toMap(Field::code, Function.identity()));
        Map<String, T> known = register.known(entries.stream()
                .flatMap(e -> e.text(key).stream())
                .filter(k -> !k.isEmpty())
                .distinct()
                .toList());
        Importable.Reader<T> reader = register.reader(entries);
        Map<String, Entry> seen = new HashMap<>();
        List<Review.Line<T>> lines = new ArrayList<>();
        List<Candidate<T>> candidates = new ArrayList<>();
        for (Entry entry : entries) {
            Reading row = new Reading(entry, byCode, locale);
            String value = row.needed(key, "", Integer.MAX_VALUE);
            Optional<T> before = Optional.ofNullable(known.get(value));
            if (before.isEmpty()) {
                fields.stream()
                        .filter(f -> f.required()
                                && !f.code().equals(key)
                                && !entry.cells().containsKey(f.code()))
                        .forEach(f -> row.fault(f.code(), "no-column", f.heading(locale)));
            }
            Entry first = value.isEmpty() ? null : seen.putIfAbsent(value, entry);
            if (first != null) {
                row.fault(key, "twice", value, first.fault(key, "").at());
            }
            T described = reader.read(row, before);
            if (!row.faults().isEmpty() || described == null) {
                lines.add(new Review.Line.Refused<>(entry.row(), List.copyOf(row.faults())));
            } else if (before.isEmpty()) {
                lines.add(new Review.Line.New<>(entry.row(), described));
            } else {
                candidates.add(new Candidate<>(lines.size(), entry.row(), before.get(), described));
                lines.add(new Review.Line.Same<>(entry.row()));
            }
        }
        compare(register, candidates, lines, locale);
        return new Review<>(lines);
    }

    /** A row of something that is kept already: whether it differs is found for all of them at once. */
    private record Candidate<T>(int line, int row, T before, T described) {}

    private static <T> void compare(
            Importable<T> register, List<Candidate<T>> candidates, List<Review.Line<T>> lines, Locale locale) {
        List<Map<String, String>> before =
                register.shown(candidates.stream().map(Candidate::before).toList(), locale);
        List<Map<String, String>> after =
                register.shown(candidates.stream().map(Candidate::described).toList(), locale);
        for (int i = 0; i < candidates.size(); i++) {
            Map<String, String> was = before.get(i);
            Map<String, String> is = after.get(i);
            List<Review.Difference> differences = register.fields().stream()
                    .map(f -> new Review.Difference(
                            f.code(), was.getOrDefault(f.code(), ""), is.getOrDefault(f.code(), "")))
                    .filter(d -> !d.before().equals(d.after()))
                    .toList();
            if (!differences.isEmpty()) {
                Candidate<T> candidate = candidates.get(i);
                lines.set(
                        candidate.line(),
                        new Review.Line.Changed<>(
                                candidate.row(), candidate.before(), candidate.described(), differences));
            }
        }
    }
}
