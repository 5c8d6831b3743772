package org.hoshimori.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Children that are not root, whoever we are. */
final class OrdinaryUser {

    private OrdinaryUser() {}

    /** As {@link Server18#child}; the programs are copied beside the folder first, where everybody may read them. */
    static Child child(Path folder) throws IOException {
        Account account = Server18.account();
        if (!account.other()) {
            return Server18.child(folder);
        }
        Path library = folder.resolveSibling("library");
        Files.createDirectory(library);
        StringBuilder classPath = new StringBuilder();
        int number = 0;
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!Files.exists(Path.of(entry))) {
                continue;
            }
            Path copy = library.resolve(++number + (entry.endsWith(".jar") ? ".jar" : ""));
            Command.run(Account.SELF, Path.of("/"), List.of("cp", "-r", entry, copy.toString()));
            classPath.append(copy).append(File.pathSeparator);
        }
        return Server18.childWith(folder, classPath.toString(), account.prefix().toArray(String[]::new));
    }
}
