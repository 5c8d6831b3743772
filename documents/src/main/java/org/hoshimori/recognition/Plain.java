package org.hoshimori.recognition;

import java.util.List;
import java.util.regex.Pattern;

/** Takes the tone out of a folded sentence: polite and plain, asked and ordered weigh the same when wording is compared. */
final class Plain {

    private record Rule(Pattern pattern, String to) {}

    private static final List<Rule> RULES = List.of(
            rule("なければなりません|なければならないものとする|ねばならない|ねばなりません|なくてはならない|なくてはなりません|なければいけません", "なければならない"),
            rule("してはいけません|してはいけない|してはなりません|することを禁止します|することを禁止する|することを禁ずる|を禁止します|を禁止する", "してはならない"),
            rule("ものとします|こととします|ものとする|こととする", "する"),
            rule("して下さい|してください|すること(?=。|$)", "しなければならない"),
            rule("しなければならない", "する"),
            rule("よう努めます|よう努めるものとする", "よう努める"),
            rule("します", "する"),
            rule("しません", "しない"),
            rule("([きぎしちにびみり])ます", "$1る"),
            rule("です|であります", "である"));

    private Plain() {}

    private static Rule rule(String pattern, String to) {
        return new Rule(Pattern.compile(pattern), to);
    }

    static String of(String folded) {
        String text = folded;
        for (Rule rule : RULES) {
            text = rule.pattern().matcher(text).replaceAll(rule.to());
        }
        return text;
    }
}
