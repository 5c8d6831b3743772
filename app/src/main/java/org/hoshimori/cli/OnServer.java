package org.hoshimori.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.hoshimori.Application;
import org.hoshimori.core.storage.DataFolder;
import org.hoshimori.core.storage.LogIn;
import org.hoshimori.core.storage.Secrets;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine;

/** The installation in which a command on the server works, whether it serves at the time or not. */
final class OnServer {

    @CommandLine.Option(names = "--data", paramLabel = "DIR", defaultValue = "data", descriptionKey = "data-there")
    private Path data = Path.of("data");

    @CommandLine.Option(names = "--database", paramLabel = "URL", descriptionKey = "database")
    private @Nullable String database;

    /**
     * Its data folder.
     *
     * @throws org.hoshimori.core.storage.StorageRefused if the folder is no installation's
     */
    DataFolder folder() {
        return DataFolder.existing(data);
    }

    /** Whether there is an installation at all. */
    boolean isThere() {
        return database != null || DataFolder.isThere(data);
    }

    /** Its database, to be closed by the caller. */
    Store store(DataFolder folder) {
        return Store.read(folder, database);
    }

    /** Starts the application without pages, beside the one that serves or alone, lets {@code act} do its work, and stops it. */
    <T> T run(Function<ApplicationContext, T> act) {
        DataFolder folder = folder();
        try (Store store = store(folder)) {
            LogIn app = store.app(new Secrets(folder));
            Map<String, Object> settings = new HashMap<>(Store.settings(folder, app));
            settings.put("spring.datasource.hikari.maximum-pool-size", 2);
            try (var context = Application.startWithoutPages(settings)) {
                return act.apply(context);
            }
        }
    }
}
