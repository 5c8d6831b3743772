package org.hoshimori.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.hoshimori.core.exchange.KeyFile;
import org.hoshimori.core.storage.DataFolder;
import org.hoshimori.core.storage.SharedFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** How a server becomes one of several nodes of an installation: it has the keys, and the folder that all share. */
final class NodeOptions {

    @CommandLine.Option(names = "--keys", paramLabel = "FILE", descriptionKey = "node.keys")
    private @Nullable Path keys;

    @CommandLine.Option(names = "--shared", paramLabel = "DIR", descriptionKey = "node.shared")
    private @Nullable Path shared;

    /** Takes keys and shared folder into use; both need a database that other nodes reach. */
    void join(DataFolder folder, boolean ownDatabase) throws IOException {
        if (keys == null && shared == null) {
            return;
        }
        if (!ownDatabase) {
            throw new Refused("serve-nodes-database");
        }
        if (keys != null) {
            KeyFile.give(keys, folder);
        }
        if (shared != null) {
            SharedFolder.join(folder, shared);
        }
    }
}
