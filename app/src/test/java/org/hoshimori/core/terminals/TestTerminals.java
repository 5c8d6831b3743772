package org.hoshimori.core.terminals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.hoshimori.core.estate.Item;
import org.hoshimori.core.evidence.Actor;
import org.springframework.context.ApplicationContext;

/** Terminals for tests of other rooms. */
public final class TestTerminals {

    private TestTerminals() {}

    /** A device that is known by this certificate. */
    public static UUID registered(ApplicationContext application, Item device, String pem) {
        TerminalRegister.Outcome outcome = application
                .getBean(TerminalRegister.class)
                .register(new TerminalForm(device.number(), pem), Actor.system("test"));
        assertThat(outcome).isInstanceOf(TerminalRegister.Outcome.Done.class);
        return ((TerminalRegister.Outcome.Done) outcome).id();
    }

    /** It is known by it no longer. */
    public static void revoked(ApplicationContext application, UUID id) {
        RegisteredTerminal terminal =
                application.getBean(TerminalTable.class).find(id).orElseThrow();
        assertThat(application.getBean(TerminalRegister.class).revoke(terminal, "紛失", Actor.system("test")))
                .isTrue();
    }
}
