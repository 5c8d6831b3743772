package org.hoshimori.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.hoshimori.core.identity.ServerRescue;
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
        public Integer call() {
            ServerRescue.Outcome outcome = OnServer.run(
                    data,
                    database,
                    context -> context.getBean(ServerRescue.class).unlock(who, secondFactor));
            switch (outcome) {
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
            return Exit.FINE;
        }
    }
}
