package org.hoshimori.core.sheets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares the rows of a table with what a register keeps. */
final class Reviewing {

    private Reviewing() {}

    /** Reads of the register only what the rows name; whoever wants one state of it calls this in a transaction. */
    static <T> Review<T> of(Importable<T> register, List<Entry> entries, Locale locale) {
        List<Field> fields = register.fields();
        Map<String, Field> byCode = fields.stream().collect(Collectors.toMap(Field::code, Function.identity()));
        Map<String, T> known = register.known(entries.stream()
                .map(e -> register.key(e).value())
                .filter(k -> !k.isEmpty())
                .distinct()
                .toList());
        Importable.Reader<T> reader = register.reader(entries);
        Choices choices = new Choices();
        Map<String, Entry> seen = new HashMap<>();
        List<Review.Line<T>> lines = new ArrayList<>();
        List<Candidate<T>> candidates = new ArrayList<>();
        for (Entry entry : entries) {
            Reading row = new Reading(entry, byCode, choices, locale);
            Importable.Key key = register.key(entry);
            String value = key.value();
            if (fields.getFirst().required()) {
                row.needed(fields.getFirst().code(), "", Integer.MAX_VALUE);
            }
            Optional<T> before = Optional.ofNullable(known.get(value));
            if (before.isEmpty()) {
                fields.stream()
                        .filter(f -> f.required()
                                && !f.code().equals(key.field())
                                && !entry.cells().containsKey(f.code()))
                        .forEach(f -> row.fault(f.code(), "no-column", f.heading(locale)));
            }
            Entry first = value.isEmpty() ? null : seen.putIfAbsent(value, entry);
            if (first != null) {
                row.fault(
                        key.field(),
                        "twice",
                        entry.text(key.field()).orElse(value),
                        first.fault(key.field(), "").at());
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
        compare(register, fields, candidates, lines, locale);
        return new Review<>(lines);
    }

    /** A row of something that is kept already: whether it differs is found for all of them at once. */
    private record Candidate<T>(int line, int row, T before, T described) {}

    private static <T> void compare(
            Importable<T> register,
            List<Field> fields,
            List<Candidate<T>> candidates,
            List<Review.Line<T>> lines,
            Locale locale) {
        List<Map<String, String>> before =
                register.shown(candidates.stream().map(Candidate::before).toList(), locale);
        List<Map<String, String>> after =
                register.shown(candidates.stream().map(Candidate::described).toList(), locale);
        for (int i = 0; i < candidates.size(); i++) {
            Map<String, String> was = before.get(i);
            Map<String, String> is = after.get(i);
            List<Review.Difference> differences = fields.stream()
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
