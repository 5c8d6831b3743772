package org.hoshimori.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hoshimori.Application;
import org.hoshimori.core.identity.ServerRescue;
import org.hoshimori.core.storage.DataFolder;
import org.hoshimori.core.storage.Database;
import org.hoshimori.core.storage.LogIn;
import org.hoshimori.core.storage.Secrets;
import org.hoshimori.postgres.PostgresRefused;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code hoshimori admin …}: what only whoever can log in to the server may do. */
@CommandLine.Command(name = "admin", synopsisSubcommandLabel = "COMMAND", subcommands = AdminCommand.Unlock.class)
final class AdminCommand implements Runnable {

    @CommandLine.Mixin
    @SuppressWarnings("UnusedVariable") // for its help
    private final Common common = new Common();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public void run() {
        throw new Refused("missing-command", spec.qualifiedName());
    }

    /** {@code admin unlock WHO}: releases a locked account, also while the application runs. */
    @CommandLine.Command(name = "unlock", defaultValueProvider = ServeDefaults.class)
    static final class Unlock implements Callable<Integer> {

        private final Terminal terminal;

        @CommandLine.Mixin
        private final Common common = new Common();

        @CommandLine.Parameters(index = "0", paramLabel = "LOGIN|MAIL", descriptionKey = "admin.who")
        private String who = "";

        @CommandLine.Option(names = "--second-factor", descriptionKey = "admin.second-factor")
        private boolean secondFactor;

        @CommandLine.Option(names = "--data", paramLabel = "DIR", defaultValue = "data", descriptionKey = "data")
        private Path data = Path.of("data");

        @CommandLine.Option(names = "--database", paramLabel = "URL", descriptionKey = "database")
        private @Nullable String database;

        Unlock(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws IOException {
            if (!Files.isDirectory(data.resolve("secrets"))) {
                throw new Refused("admin-no-data", data.toString());
            }
            DataFolder folder = DataFolder.open(data);
            try (Store store = Store.open(folder, database)) {
                return unlock(
                        folder,
                        Database.open(store.owner(), new Secrets(folder)).app());
            } catch (PostgresRefused e) {
                if (e.reason() != PostgresRefused.Reason.FOLDER_IN_USE) {
                    throw e;
                }
                // The application runs: its server takes our log-in too.
                return unlock(folder, Database.app(running(folder), new Secrets(folder)));
            }
        }

        /** Where the running embedded server listens: the fourth line of the file in which PostgreSQL itself says so. */
        private static String running(DataFolder folder) throws IOException {
            Path pid = folder.postgres().resolve("postgres/cluster/postmaster.pid");
            List<String> lines = Files.exists(pid) ? Files.readAllLines(pid) : List.of();
            if (lines.size() < 4 || !lines.get(3).matches("[0-9]{1,5}")) {
                throw new Refused("admin-busy", folder.root().toString());
            }
            return "jdbc:postgresql://127.0.0.1:" + lines.get(3) + "/postgres";
        }

        private int unlock(DataFolder folder, LogIn app) {
            Map<String, Object> settings = new HashMap<>();
            settings.put("hoshimori.data", folder.root().toString());
            settings.put("spring.datasource.url", app.url());
            settings.put("spring.datasource.username", app.user());
            settings.put("spring.datasource.password", app.password());
            settings.put("spring.datasource.hikari.maximum-pool-size", 2);
            try (var context = Application.startWithoutPages(settings)) {
                switch (context.getBean(ServerRescue.class).unlock(who, secondFactor)) {
                    case ServerRescue.Outcome.Unknown _ -> throw new Refused("admin-no-account", who);
                    case ServerRescue.Outcome.Done(String name, boolean released, boolean taken) -> {
                        if (!common.quiet()) {
                            terminal.say(released ? "admin-unlocked" : "admin-not-locked", name);
                            if (secondFactor) {
                                terminal.say(taken ? "admin-factor-taken" : "admin-no-factor", name);
                            }
                        }
                    }
                }
            }
            return Exit.FINE;
        }
    }
}
