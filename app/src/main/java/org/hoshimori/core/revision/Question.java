package org.hoshimori.core.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.Parameter;
import org.hoshimori.catalog.ParameterType;
import org.hoshimori.catalog.Span;
import org.hoshimori.catalog.Value;
import org.hoshimori.catalog.Words;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.Setting;
import org.hoshimori.regulation.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A place of the regulation that the company fills in, as a form asks for it.
 *
 * @param kind which input: text, number, month, span, date, yes-no, one, several
 * @param sample what the ministry's sample says, in words, or empty
 * @param texts what the input holds: one text, or the codes that are chosen; of a span the number
 * @param other words in the other language, or the unit of a span
 * @param choices what may be chosen
 * @param guidance what current guidance or statute says to it
 * @param error why what somebody has entered can't be taken, a message code
 */
record Question(
        String id,
        String clause,
        String label,
        Optional<String> help,
        String kind,
        Optional<String> unit,
        Setting.State state,
        String sample,
        List<String> texts,
        String other,
        List<Choice> choices,
        List<String> guidance,
        Optional<String> error) {

    private static final long DAY = 86_400;

    /** Something that may be chosen. */
    record Choice(String code, String words, boolean chosen) {}

    /** A span as people enter it: so many of a unit. */
    record Length(String number, String unit) {

        static Length of(@Nullable Span span) {
            if (span == null) {
                return new Length("", "D");
            }
            if (span.seconds() == 0) {
                if (span.months() == 0 && span.days() == 0) {
                    return new Length(Integer.toString(span.years()), "Y");
                }
                if (span.years() == 0 && span.days() == 0) {
                    return new Length(Integer.toString(span.months()), "M");
                }
                if (span.years() == 0 && span.months() == 0) {
                    return new Length(Integer.toString(span.days()), "D");
                }
            } else if (span.years() == 0 && span.months() == 0 && span.days() == 0 && span.seconds() % 60 == 0) {
                return span.seconds() % 3_600 == 0
                        ? new Length(Long.toString(span.seconds() / 3_600), "TH")
                        : new Length(Long.toString(span.seconds() / 60), "TM");
            }
            return new Length(Long.toString((span.approximateSeconds() + DAY - 1) / DAY), "D");
        }

        String iso() {
            return unit.startsWith("T") ? "PT" + number + unit.substring(1) : "P" + number + unit;
        }
    }

    static Question of(Setting setting, Regulation regulation, Wording wording, Lang lang) {
        Parameter parameter = setting.parameter();
        // Of an open place the sample only proposes something: it is not filled in as if somebody had said so.
        Value value = setting.open() ? null : setting.value();
        Length length = Length.of(value instanceof Value.OfSpan(Span span) ? span : null);
        boolean span = parameter.type() == ParameterType.DURATION || parameter.type() == ParameterType.RHYTHM;
        Words words = value instanceof Value.OfText(Words said) ? said : null;
        String own = words == null ? null : lang == Lang.JA ? words.ja() : words.en();
        String other = words == null ? null : lang == Lang.JA ? words.en() : words.ja();
        List<String> texts = value == null
                ? List.of("")
                : switch (value) {
                    case Value.OfText _ -> List.of(own == null ? "" : own);
                    case Value.OfCodes(List<String> codes) -> codes;
                    case Value.OfSpan _ -> List.of(length.number());
                    case Value.OfInteger _, Value.OfDate _, Value.OfBoolean _ -> List.of(value.code());
                };
        return new Question(
                parameter.id(),
                parameter.clause(),
                wording.say(parameter.label()),
                Optional.ofNullable(parameter.help()).map(wording::say),
                kind(parameter.type()),
                Optional.ofNullable(parameter.unit()),
                setting.state(),
                parameter.sample() == null ? "" : wording.value(parameter, parameter.sample()),
                texts,
                span ? length.unit() : other == null ? "" : other,
                choices(parameter, regulation, wording, texts),
                guidance(parameter, wording),
                Optional.empty());
    }

    private static String kind(ParameterType type) {
        return switch (type) {
            case TEXT -> "text";
            case POST, CHOICE -> "one";
            case POSTS, CHOICES -> "several";
            case MONTH -> "month";
            case DATE -> "date";
            case INTEGER -> "number";
            case DURATION, RHYTHM -> "span";
            case BOOLEAN -> "yes-no";
        };
    }

    private static List<Choice> choices(
            Parameter parameter, Regulation regulation, Wording wording, List<String> chosen) {
        return switch (parameter.type()) {
            case POST, POSTS ->
                regulation.catalog().posts().stream()
                        .map(p -> new Choice(p.code(), wording.title(p.code()), chosen.contains(p.code())))
                        .toList();
            case CHOICE, CHOICES ->
                parameter.choices().stream()
                        .map(c -> new Choice(c.code(), wording.say(c.words()), chosen.contains(c.code())))
                        .toList();
            case TEXT, MONTH, DATE, INTEGER, DURATION, RHYTHM, BOOLEAN -> List.of();
        };
    }

    private static List<String> guidance(Parameter parameter, Wording wording) {
        List<String> said = new ArrayList<>();
        Parameter.Law law = parameter.law();
        if (law != null) {
            said.add(wording.say(law.citation()));
        }
        Words guidance = parameter.guidance();
        if (guidance != null) {
            said.add(wording.say(guidance));
        }
        return said;
    }

    Question with(List<String> entered, String otherEntered, Optional<String> why) {
        return new Question(
                id,
                clause,
                label,
                help,
                kind,
                unit,
                state,
                sample,
                entered,
                otherEntered,
                choices.stream()
                        .map(c -> new Choice(c.code(), c.words(), entered.contains(c.code())))
                        .toList(),
                guidance,
                why);
    }

    /** What the input holds, where it holds one text. */
    public String text() {
        return texts.isEmpty() ? "" : texts.getFirst();
    }

    /** Whether the place is still open. */
    public boolean open() {
        return state == Setting.State.FILL || state == Setting.State.CHOOSE;
    }

    /** The state's code, for messages and style. */
    public String stateCode() {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
