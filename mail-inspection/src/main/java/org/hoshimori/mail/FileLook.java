package org.hoshimori.mail;

import java.util.List;
import java.util.Set;

/**
 * What looking into an attachment shows.
 *
 * @param names its own and, for an archive, those within, paths included
 */
record FileLook(Attachment attachment, List<NamedFile> names, Set<Trait> traits, List<Url> links) {

    /** Something that a harmless file rarely has. */
    enum Trait {
        ENCRYPTED,
        ARCHIVE,
        MACRO,
        EXTERNAL_TEMPLATE,
        EMBEDDED_FILE,
        SCRIPT,
        LAUNCH,
        SECRET_FORM,
        BROKEN,
        BOMB,
        TYPE_MISMATCH,
        QR_CODE
    }

    FileLook {
        names = List.copyOf(names);
        traits = Set.copyOf(traits);
        links = List.copyOf(links);
    }

    static FileLook at(Attachment attachment, Limits limits) {
        return new FileLooker(limits).look(attachment);
    }

    boolean has(Trait trait) {
        return traits.contains(trait);
    }
}
