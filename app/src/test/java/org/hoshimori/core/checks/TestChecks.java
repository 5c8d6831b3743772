package org.hoshimori.core.checks;

import org.springframework.context.ApplicationContext;

/** Lets checks run when a test wants them to. */
public final class TestChecks {

    private TestChecks() {}

    /** Runs all that is due. */
    public static int run(ApplicationContext application) {
        return application.getBean(Engine.class).turn();
    }
}
