package org.hoshimori.mail;

import java.util.List;
import java.util.Locale;

/** An inspection for people: the two answers, why, and what to do. */
public final class InspectionText {

    private InspectionText() {}

    /** Several lines, without a line break at the end. */
    public static String of(String file, Inspection inspection, Locale locale) {
        StringBuilder text = new StringBuilder();
        text.append(file).append(": ").append(verdict(inspection, locale)).append('\n');
        line(text, "text.from", locale, inspection.from());
        line(text, "text.subject", locale, inspection.subject());
        line(
                text,
                inspection.suspect() ? "text.suspect" : "text.not",
                locale,
                Integer.toString(inspection.count()),
                Integer.toString(inspection.several()));
        for (Judgement each : inspection.judgements()) {
            if (each.holds()) {
                text.append("  ● ").append(each.indicator().id()).append("  ");
                text.append(each.reason().text(locale))
                        .append(where(each.where()))
                        .append('\n');
            }
        }
        for (Fact each : inspection.facts()) {
            text.append(each.name().weight() < 0 ? "  ○ " : "  ・ ");
            text.append(each.reason().text(locale)).append(where(each.where())).append('\n');
        }
        for (String gap : inspection.gaps().stream().sorted().toList()) {
            line(text, "gap." + gap, locale);
        }
        for (Inspection each : inspection.nested()) {
            line(text, "text.nested", locale, each.subject(), verdict(each, locale));
        }
        return text.append("  → ")
                .append(Reason.of("advice." + inspection.advice()).text(locale))
                .toString();
    }

    private static String verdict(Inspection inspection, Locale locale) {
        return Reason.of("verdict." + inspection.verdict().word()).text(locale);
    }

    private static String where(String where) {
        return where.isEmpty()
                ? ""
                : " [" + new Reason("", List.of(where)).arguments().getFirst() + "]";
    }

    private static void line(StringBuilder text, String code, Locale locale, String... arguments) {
        text.append("  ").append(Reason.of(code, arguments).text(locale)).append('\n');
    }
}
