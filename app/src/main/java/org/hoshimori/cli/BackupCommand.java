package org.hoshimori.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.evidence.OfflineRecord;
import org.hoshimori.core.exchange.BackingUp;
import org.hoshimori.core.exchange.BackupEvent;
import org.hoshimori.core.exchange.BackupProgress;
import org.hoshimori.core.exchange.KeyFile;
import org.hoshimori.core.storage.DataFolder;
import org.hoshimori.core.storage.LogIn;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code hoshimori backup}: everything in one file, whether the server runs or not; or the keys, in another. */
@CommandLine.Command(name = "backup", defaultValueProvider = ServeDefaults.class)
final class BackupCommand implements Callable<Integer> {

    private final Terminal terminal;

    @CommandLine.Mixin
    private final Common common = new Common();

    @CommandLine.Option(names = "--to", paramLabel = "FILE", descriptionKey = "backup.to")
    private @Nullable Path to;

    @CommandLine.Option(names = "--keys-to", paramLabel = "FILE", descriptionKey = "backup.keys-to")
    private @Nullable Path keysTo;

    @CommandLine.Mixin
    private final OnServer server = new OnServer();

    BackupCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (to == null && keysTo == null) {
            throw new Refused("backup.nothing-to-do");
        }
        DataFolder folder = server.folder();
        if (to != null) {
            backUp(folder, to);
        }
        if (keysTo != null) {
            refuseNoFolder(keysTo);
            KeyFile.write(folder, keysTo, Clock.systemUTC().instant());
            if (!common.quiet()) {
                terminal.say("backup.keys-written", keysTo.toString());
            }
        }
        return Exit.FINE;
    }

    private void backUp(DataFolder folder, Path file) throws IOException {
        refuseNoFolder(file);
        try (Store store = server.store(folder)) {
            LogIn reader = store.owner();
            BackingUp.Made made = new BackingUp(reader, folder, Clock.systemUTC())
                    .to(file.toAbsolutePath().normalize(), UUID.randomUUID(), new BackupProgress());
            OfflineRecord.append(reader, folder, BackupEvent.made(Actor.system("command-line"), made));
            if (!common.quiet()) {
                terminal.say("backup.written", file.toString(), Long.toString(made.bytes()), made.sha256());
            }
        }
    }

    private static void refuseNoFolder(Path file) {
        Path parent = file.toAbsolutePath().normalize().getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new Refused("no-such-folder", String.valueOf(parent));
        }
    }
}
