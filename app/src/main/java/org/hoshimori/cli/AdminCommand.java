package org.hoshimori.cli;

import java.util.concurrent.Callable;
import org.hoshimori.core.accounts.ServerRescue;
import picocli.CommandLine;

/** {@code hoshimori admin …}: what only whoever can log in to the server may do. */
@CommandLine.Command(name = "admin", synopsisSubcommandLabel = "COMMAND", subcommands = AdminCommand.Unlock.class)
final class AdminCommand extends CommandGroup {

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

        @CommandLine.Mixin
        private final OnServer server = new OnServer();

        Unlock(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            ServerRescue.Outcome outcome =
                    server.run(context -> context.getBean(ServerRescue.class).unlock(who, secondFactor));
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
