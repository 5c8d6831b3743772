package org.hoshimori.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import org.hoshimori.core.evidence.RestoredRecord;
import org.hoshimori.core.exchange.Restoring;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code hoshimori restore FILE}: a backup, into an empty folder or database. */
@CommandLine.Command(name = "restore", defaultValueProvider = ServeDefaults.class)
final class RestoreCommand implements Callable<Integer> {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss VV");

    private final Terminal terminal;

    @CommandLine.Mixin
    private final Common common = new Common();

    @CommandLine.Parameters(index = "0", paramLabel = "FILE", descriptionKey = "restore.file")
    private Path file = Path.of("");

    @CommandLine.Option(names = "--keys", paramLabel = "FILE", descriptionKey = "restore.keys")
    private @Nullable Path keys;

    @CommandLine.Option(names = "--heads", paramLabel = "FILE", descriptionKey = "restore.heads")
    private @Nullable Path heads;

    @CommandLine.Option(names = "--data", paramLabel = "DIR", defaultValue = "data", descriptionKey = "restore.data")
    private Path data = Path.of("data");

    @CommandLine.Option(names = "--database", paramLabel = "URL", descriptionKey = "restore.database")
    private @Nullable String database;

    RestoreCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Restoring.Restored restored = new Restoring(Clock.systemUTC())
                .restore(new Restoring.Wish(file, keys, heads, data, database == null ? null : Store.logIn(database)));
        if (!common.quiet()) {
            ZoneId zone = ZoneId.of("Asia/Tokyo");
            terminal.say(
                    "restore.done",
                    data.toString(),
                    WHEN.format(restored.madeAt().atZone(zone)),
                    restored.version());
            RestoredRecord.Lost lost = restored.lost();
            if (lost.any()) {
                terminal.say(
                        "restore.lost",
                        Integer.toString(lost.epoch()),
                        Long.toString(lost.first()),
                        Long.toString(lost.last()));
            } else {
                terminal.say("restore.nothing-lost", Integer.toString(lost.epoch()));
            }
        }
        return Exit.FINE;
    }
}
