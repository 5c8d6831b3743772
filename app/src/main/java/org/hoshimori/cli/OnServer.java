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

/** Runs something in an installation from the server's own command line, without pages: beside the application that serves, or alone. */
final class OnServer {

    private OnServer() {}

    /**
     * Opens the installation, lets {@code act} do its work and closes it again.
     *
     * @throws org.hoshimori.core.storage.StorageRefused if the folder is no installation's
     */
    static <T> T run(Path data, @Nullable String database, Function<ApplicationContext, T> act) {
        DataFolder folder = DataFolder.existing(data);
        try (Store store = Store.read(folder, database)) {
            LogIn app = store.app(new Secrets(folder));
            Map<String, Object> settings = new HashMap<>();
            settings.put("hoshimori.data", folder.root().toString());
            settings.put("spring.datasource.url", app.url());
            settings.put("spring.datasource.username", app.user());
            settings.put("spring.datasource.password", app.password());
            settings.put("spring.datasource.hikari.maximum-pool-size", 2);
            try (var context = Application.startWithoutPages(settings)) {
                return act.apply(context);
            }
        }
    }
}
