package org.hoshimori.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.Parameter;
import org.hoshimori.catalog.ParameterType;
import org.hoshimori.catalog.Template;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.Setting;
import org.hoshimori.regulation.Wording;

/** A sentence of the sample with its values left open: tells whether a text says the same, and with which values. */
final class SentencePattern {

    private static final int LONGEST = 2_000;

    /** What stands where the sample leaves something open. */
    sealed interface Slot {
        /** A parameter's value. */
        record Value(Parameter parameter) implements Slot {}

        /** A post's title. */
        record Post(String code) implements Slot {}
    }

    /** A slot with the words that fill it, as places in the folded text. */
    record Filled(Slot slot, int start, int end) {}

    private final Pattern pattern;
    private final List<String> literals;
    private final List<Slot> slots;
    private final int plain;

    private SentencePattern(Pattern pattern, List<String> literals, List<Slot> slots, int plain) {
        this.pattern = pattern;
        this.literals = literals;
        this.slots = slots;
        this.plain = plain;
    }

    static SentencePattern of(String template, Regulation regulation, Lang lang) {
        StringBuilder regex = new StringBuilder();
        List<Slot> slots = new ArrayList<>();
        List<String> literals = new ArrayList<>();
        int plain = 0;
        Wording wording = new Wording(regulation, lang);
        for (Template.Part part : Template.parse(template).parts()) {
            switch (part) {
                case Template.Plain(String text) -> {
                    String folded = Folded.text(text);
                    literals.add(folded);
                    plain += folded.length();
                    regex.append(Pattern.quote(folded));
                }
                case Template.Insert(String id) -> {
                    Optional<Setting> setting = regulation.setting(id);
                    if (setting.isPresent()) {
                        slots.add(new Slot.Value(setting.get().parameter()));
                        regex.append('(')
                                .append(ValueWords.shape(
                                        setting.get().parameter().type()))
                                .append(')');
                    } else {
                        regex.append(Pattern.quote(Folded.text(regulation
                                .table(id)
                                .map(t -> wording.say(t.caption()))
                                .orElse(id))));
                    }
                }
                case Template.PostTitle(String post) -> {
                    slots.add(new Slot.Post(post));
                    regex.append("(.{1,30}?)");
                }
                case Template.Link _ -> regex.append(".{1,90}?");
                case Template.Break _ -> {}
            }
        }
        return new SentencePattern(Pattern.compile(regex.toString()), literals, List.copyOf(slots), plain);
    }

    /** Its fixed characters; a pattern of few fits anything. */
    int plain() {
        return plain;
    }

    /** In how many places anything at all may stand. */
    long free() {
        return slots.stream()
                .filter(s -> s instanceof Slot.Value(Parameter parameter) && parameter.type() == ParameterType.TEXT)
                .count();
    }

    Optional<List<Filled>> read(String folded) {
        if (!hasLiterals(folded)) {
            return Optional.empty();
        }
        Matcher matcher = pattern.matcher(folded);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        List<Filled> filled = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            filled.add(new Filled(slots.get(i), matcher.start(i + 1), matcher.end(i + 1)));
        }
        return Optional.of(filled);
    }

    /** Cheap, and keeps a text that could never fit from being tried in a thousand ways. */
    private boolean hasLiterals(String folded) {
        int at = 0;
        for (String literal : literals) {
            at = folded.indexOf(literal, at);
            if (at < 0) {
                return false;
            }
            at += literal.length();
        }
        return folded.length() <= LONGEST;
    }
}
