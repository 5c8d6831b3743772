package org.hoshimori.proof;

import java.util.List;
import java.util.Locale;

/** What a verification saw and found. */
public record Report(long entries, long heads, long attachments, List<Fault> faults, List<Notice> notices) {

    /** Keeps copies. */
    public Report {
        faults = List.copyOf(faults);
        notices = List.copyOf(notices);
    }

    /** Whether nothing is wrong; there may still be notices, such as a lost span. */
    public boolean clean() {
        return faults.isEmpty();
    }

    /** For programs: canonical JSON, its messages in this language. */
    public String json(Locale locale) {
        return CanonicalJson.text(members(Json.object().with("version", Json.of(1)), locale));
    }

    Json.Obj members(Json.Obj object, Locale locale) {
        return object.with("clean", new Json.Bool(clean()))
                .with("entries", Json.of(entries))
                .with("heads", Json.of(heads))
                .with("attachments", Json.of(attachments))
                .with("faults", array(faults, locale))
                .with("notices", array(notices, locale));
    }

    private static Json array(List<? extends Finding> findings, Locale locale) {
        return new Json.Arr(findings.stream().map(f -> json(f, locale)).toList());
    }

    private static Json json(Finding finding, Locale locale) {
        List<Json> arguments = finding.problem().arguments().stream()
                .map(argument -> (Json) Json.of(argument))
                .toList();
        List<Json> causes = finding.problem().causes().stream()
                .map(cause -> (Json) Json.of(cause.code()))
                .toList();
        return Json.object()
                .with("code", Json.of(finding.problem().code()))
                .with("arguments", new Json.Arr(arguments))
                .with("causes", new Json.Arr(causes))
                .with("message", Json.of(finding.say(locale)));
    }
}
