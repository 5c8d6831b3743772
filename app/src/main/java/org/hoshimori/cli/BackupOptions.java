package org.hoshimori.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.hoshimori.core.exchange.BackupPlan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** When and where the running server makes backups. */
final class BackupOptions {

    @CommandLine.Option(
            names = "--backup-rhythm",
            paramLabel = "P1D|off",
            defaultValue = "P1D",
            descriptionKey = "backup-rhythm")
    private String rhythm = "P1D";

    @CommandLine.Option(
            names = "--backup-at",
            paramLabel = "HH:MM",
            defaultValue = "02:30",
            descriptionKey = "backup-at")
    private String at = "02:30";

    @CommandLine.Option(names = "--backup-keep", paramLabel = "N", defaultValue = "7", descriptionKey = "backup-keep")
    private int keep;

    @CommandLine.Option(names = "--backup-to", paramLabel = "DIR", descriptionKey = "backup-to")
    private @Nullable Path to;

    /** The plan; refuses one that can't be. */
    BackupPlan plan() {
        return BackupPlan.of(rhythm, at, keep);
    }

    /** The same in the application's names. */
    Map<String, Object> settings(BackupPlan plan) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("hoshimori.backup.rhythm", plan.on() ? plan.rhythm().toString() : "off");
        settings.put("hoshimori.backup.at", plan.at().toString());
        settings.put("hoshimori.backup.keep", plan.keep());
        if (to != null) {
            settings.put("hoshimori.backup.to", to.toAbsolutePath().toString());
        }
        return settings;
    }
}
