package org.hoshimori.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Where the archive of the gateways' logs is that the pages show, and what its reviews know. */
final class LogArchiveOptions {

    @CommandLine.Option(names = "--logs-archive", paramLabel = "DIR", descriptionKey = "logs-archive")
    private @Nullable Path archive;

    @CommandLine.Option(names = "--logs-registers", paramLabel = "DIR", descriptionKey = "logs-registers")
    private @Nullable Path registers;

    @CommandLine.Option(names = "--logs-rules", paramLabel = "DIR", descriptionKey = "logs-rules")
    private @Nullable Path rules;

    /** In the application's names; refuses folders that are not there, but for the archive, which an import makes. */
    Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        if (archive != null) {
            settings.put("hoshimori.logs.archive", archive.toAbsolutePath().toString());
        }
        folder(settings, "hoshimori.logs.registers", registers);
        folder(settings, "hoshimori.logs.rules", rules);
        return settings;
    }

    private static void folder(Map<String, Object> settings, String name, @Nullable Path folder) {
        if (folder == null) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new Refused("no-such-file", folder.toString());
        }
        settings.put(name, folder.toAbsolutePath().toString());
    }
}
