package org.hoshimori.mail;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Looks at a file's name and first bytes. */
final class FileLooker {

    private final Limits limits;
    private final List<NamedFile> names = new ArrayList<>();
    private final Set<FileLook.Trait> traits = EnumSet.noneOf(FileLook.Trait.class);
    private final List<Url> links = new ArrayList<>();

    FileLooker(Limits limits) {
        this.limits = limits;
    }

    FileLook look(Attachment attachment) {
        name(attachment.name(), attachment.content());
        return new FileLook(attachment, names, traits, links);
    }

    private void name(String path, byte[] content) {
        if (names.size() < limits.entries()) {
            String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
            names.add(new NamedFile(name, Magic.kind(content)));
        }
    }
}
