package org.hoshimori.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What stands out about the attachments. */
final class FileFacts {

    private final Case the;
    private final List<Fact> facts = new ArrayList<>();

    FileFacts(Case the) {
        this.the = the;
    }

    List<Fact> find() {
        named(FactName.PROGRAM_ATTACHED, NamedFile::program);
        named(FactName.SHORTCUT_ATTACHED, NamedFile::shortcut);
        named(FactName.DISGUISED_FILE, f -> f.reversed() || f.longBlanks() || f.doubled() || f.programAsDocument());
        named(FactName.DISK_IMAGE_ATTACHED, f -> f.extension().matches("iso|img|vhdx?|one|wim"));
        trait(FactName.SECRET_PAGE_ATTACHED, FileLook.Trait.SECRET_FORM);
        named(FactName.PAGE_ATTACHED, FileFacts::page);
        the.files().stream()
                .filter(f -> page(f) && f.has(FileLook.Trait.SCRIPT))
                .findFirst()
                .ifPresent(f -> facts.add(Fact.of(
                        FactName.ACTIVE_PAGE_ATTACHED,
                        "attachment:" + f.attachment().name(),
                        f.attachment().name())));
        named(FactName.MACRO, f -> f.extension().matches("docm|dotm|xlsm|xltm|xlam|xlsb|pptm|ppsm|potm"));
        if (facts.stream().noneMatch(f -> f.name() == FactName.MACRO)) {
            trait(FactName.MACRO, FileLook.Trait.MACRO);
        }
        trait(FactName.ENCRYPTED_ARCHIVE, FileLook.Trait.ENCRYPTED);
        trait(FactName.EXTERNAL_TEMPLATE, FileLook.Trait.EXTERNAL_TEMPLATE);
        trait(FactName.ACTIVE_DOCUMENT, FileLook.Trait.LAUNCH);
        trait(FactName.TYPE_MISMATCH, FileLook.Trait.TYPE_MISMATCH);
        trait(FactName.BOMB, FileLook.Trait.BOMB);
        return facts;
    }

    static boolean page(FileLook look) {
        return look.names().stream().anyMatch(FileFacts::page);
    }

    private static boolean page(NamedFile file) {
        return file.extension().matches("s?html?|xhtml|svg|mht|mhtml");
    }

    private void named(FactName name, Predicate<NamedFile> sign) {
        for (FileLook look : the.files()) {
            for (NamedFile each : look.names()) {
                if (sign.test(each)) {
                    facts.add(Fact.of(name, "attachment:" + look.attachment().name(), each.name()));
                    return;
                }
            }
        }
    }

    private void trait(FactName name, FileLook.Trait trait) {
        for (FileLook look : the.files()) {
            if (look.has(trait)) {
                facts.add(Fact.of(
                        name,
                        "attachment:" + look.attachment().name(),
                        look.attachment().name()));
                return;
            }
        }
    }
}
