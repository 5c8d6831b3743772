package org.hoshimori;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    /** Low to high: a room may use only what stands before it. */
    private static final List<String> FLOORS = List.of(
            "core.storage",
            "core.evidence",
            "core.api",
            "core.passwords",
            "core.sheets",
            "core.regulation",
            "core.company",
            "core.organization",
            "core.absences",
            "core.posts",
            "core.handovers",
            "core.grants",
            "core.identity",
            "core.factors",
            "core.accounts",
            "core.auditors",
            "frame",
            "core.tokens",
            "core.rest",
            "core.scim",
            "core.passkeys",
            "core.signon",
            "core.notices",
            "core.approvals",
            "core.checks",
            "core.hooks",
            "core.findings",
            "core.posture",
            "core.estate",
            "core.legal",
            "core.terminals",
            "core.duties",
            "core.directory",
            "core.exchange",
            "core.revision",
            "chapters.assets",
            "chapters.takeouts",
            "chapters.disposals",
            "chapters.cloud",
            "chapters.backups",
            "chapters.processing",
            "chapters.mail",
            "chapters.logs",
            "home",
            "demo",
            "cli");

    private final ApplicationModules modules = ApplicationModules.of(Application.class);

    @Test
    void roomsUseOnlyWhatTheySayTheyUse() {
        modules.verify();
    }

    @Test
    void everyRoomStandsOnAFloorAndUsesLowerOnesOnly() {
        assertThat(modules.stream().map(m -> m.getIdentifier().toString())).containsExactlyInAnyOrderElementsOf(FLOORS);
        for (ApplicationModule module : modules) {
            int floor = FLOORS.indexOf(module.getIdentifier().toString());
            assertThat(module.getDirectDependencies(modules)
                            .uniqueModules()
                            .map(m -> FLOORS.indexOf(m.getIdentifier().toString())))
                    .as(module.getIdentifier().toString())
                    .allMatch(used -> used < floor);
        }
    }
}
