package org.hoshimori.mail;

import static org.hoshimori.mail.Judgement.holds;
import static org.hoshimori.mail.Judgement.not;
import static org.hoshimori.mail.Judgement.unknown;

import java.util.List;
import java.util.function.Predicate;

/** The five signs of the attachments, archives' contents included. */
final class AttachedFiles {

    private final Case the;

    AttachedFiles(Case the) {
        this.the = the;
    }

    List<Judgement> judge() {
        return List.of(
                any(Indicator.ATTACHMENT_1),
                first(Indicator.ATTACHMENT_2, "program", NamedFile::program),
                first(Indicator.ATTACHMENT_3, "shortcut", NamedFile::shortcut),
                disguisedIcon(Indicator.ATTACHMENT_4),
                disguisedName(Indicator.ATTACHMENT_5));
    }

    private Judgement any(Indicator indicator) {
        for (FileLook each : the.files()) {
            if (!each.attachment().inline()) {
                return holds(
                        indicator,
                        where(each.attachment().name()),
                        "attached",
                        each.attachment().name());
            }
        }
        return the.attached() ? holds(indicator, "attachment", "message") : not(indicator);
    }

    private Judgement first(Indicator indicator, String code, Predicate<NamedFile> sign) {
        for (FileLook look : the.files()) {
            for (NamedFile each : look.names()) {
                if (sign.test(each)) {
                    return holds(indicator, where(look.attachment().name()), code, each.name());
                }
            }
        }
        return not(indicator);
    }

    private Judgement disguisedIcon(Indicator indicator) {
        Judgement disguised = first(indicator, "document", NamedFile::programAsDocument);
        if (disguised.holds()) {
            return disguised;
        }
        // A program may bring any picture as its icon; whether that shows a document only an eye can tell.
        return first(indicator, "document", f -> f.kind() == NamedFile.Kind.PROGRAM)
                        .holds()
                ? unknown(indicator, "icon")
                : not(indicator);
    }

    private Judgement disguisedName(Indicator indicator) {
        Judgement doubled = first(indicator, "doubled", NamedFile::doubled);
        Judgement blanks = first(indicator, "blanks", NamedFile::longBlanks);
        Judgement reversed = first(indicator, "reversed", NamedFile::reversed);
        return reversed.holds() ? reversed : blanks.holds() ? blanks : doubled;
    }

    private static String where(String name) {
        return "attachment:" + name.replaceAll("\\p{Cf}|\\p{Cc}", "");
    }
}
