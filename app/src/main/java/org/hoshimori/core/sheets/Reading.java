package org.hoshimori.core.sheets;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cells of one row and remembers what is wrong with them. A column that the file does not have leaves everything as it
 * was; a cell that is empty empties what it stands for.
 */
public final class Reading {

    private final Entry entry;
    private final Map<String, Field> fields;
    private final Choices choices;
    private final Locale locale;
    private final List<Entry.Fault> faults = new ArrayList<>();

    Reading(Entry entry, Map<String, Field> fields, Choices choices, Locale locale) {
        this.entry = entry;
        this.fields = fields;
        this.choices = choices;
        this.locale = locale;
    }

    /** The row. */
    public Entry entry() {
        return entry;
    }

    /** A text of no more than so many letters. */
    public String text(String field, String before, int longest) {
        String text = said(field).orElse(before);
        if (text.length() > longest) {
            fault(field, "too-long", Integer.toString(longest));
            return before;
        }
        return text;
    }

    /** What stands in a cell; what a formula could not compute is a fault of its cell, and nothing stands there. */
    private Optional<String> said(String field) {
        Optional<String> text = entry.text(field);
        if (text.filter(Broken::error).isPresent()) {
            faultOnce(field, "formula-error", text.get());
            return Optional.empty();
        }
        if (text.filter(Broken::notComputed).isPresent()) {
            faultOnce(field, "not-computed");
            return Optional.empty();
        }
        return text;
    }

    private void faultOnce(String field, String code, String... arguments) {
        Entry.Fault fault = entry.fault(field, code, arguments);
        if (!faults.contains(fault)) {
            faults.add(fault);
        }
    }

    /** A text as it stands, lines and widths included. */
    public String lines(String field, String before, int longest) {
        String text = said(field).isEmpty() ? before : entry.lines(field).orElse(before);
        if (text.length() > longest) {
            fault(field, "too-long", Integer.toString(longest));
            return before;
        }
        return text;
    }

    /** A text that there must be. */
    public String needed(String field, String before, int longest) {
        String text = text(field, before, longest);
        if (text.isEmpty() && clean(field)) {
            fault(field, "needed");
        }
        return text;
    }

    /** The code of what a cell says; {@code otherwise} where it says nothing. */
    public String choice(String field, String before, String otherwise) {
        Optional<String> text = said(field);
        if (text.isEmpty()) {
            return before;
        }
        if (text.get().isEmpty()) {
            return otherwise;
        }
        Field known = fields.get(field);
        Optional<String> code = known == null ? Optional.empty() : choices.meant(known, text.get());
        if (code.isEmpty()) {
            fault(field, "no-choice", text.get(), known == null ? "" : String.join(" / ", known.labels(locale)));
        }
        return code.orElse(before);
    }

    /** A day, in any of the ways in which people write one. */
    public @Nullable LocalDate day(String field, @Nullable LocalDate before) {
        Optional<String> text = said(field);
        if (text.isEmpty()) {
            return before;
        }
        if (text.get().isEmpty()) {
            return null;
        }
        Optional<LocalDate> day = SheetDays.read(text.get()).or(() -> SheetDays.counted(text.get()));
        if (day.isEmpty()) {
            fault(field, "no-day", text.get());
        }
        return day.orElse(before);
    }

    /** A whole number. */
    public int number(String field, int before, int least, int most) {
        Optional<String> text = said(field).filter(t -> !t.isEmpty());
        if (text.isEmpty()) {
            return before;
        }
        String digits = text.get().replace(",", "");
        if (digits.matches("-?\\d{1,9}")) {
            int number = Integer.parseInt(digits);
            if (number >= least && number <= most) {
                return number;
            }
        }
        fault(field, "no-number", text.get(), Integer.toString(least), Integer.toString(most));
        return before;
    }

    /**
     * Something that a cell names.
     *
     * @param named finds what a text names: nothing, one, or several that it may mean
     */
    public <T> @Nullable T one(String field, @Nullable T before, Function<String, List<T>> named) {
        Optional<String> text = said(field);
        if (text.isEmpty()) {
            return before;
        }
        if (text.get().isEmpty()) {
            return null;
        }
        List<T> found = named.apply(text.get());
        if (found.size() == 1) {
            return found.getFirst();
        }
        fault(field, found.isEmpty() ? "unknown" : "several", text.get());
        return before;
    }

    /** Whether nothing was found wrong with a column so far. */
    public boolean clean(String field) {
        String at = entry.fault(field, "").at();
        return faults.stream().noneMatch(f -> f.at().equals(at));
    }

    /** Says that something is wrong with a column; the words are the message {@code sheet.fault.CODE}. */
    public void fault(String field, String code, String... arguments) {
        faults.add(entry.fault(field, code, arguments));
    }

    List<Entry.Fault> faults() {
        return faults;
    }
}
