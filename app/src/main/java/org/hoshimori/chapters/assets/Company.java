package org.hoshimori.chapters.assets;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.catalog.parameters.RegParameters;
import org.hoshimori.core.estate.ItemId;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.DepartmentsCalled;
import org.jspecify.annotations.Nullable;

/** What the rows of a table are read against: who there is, what the regulation says, which day it is. */
sealed interface Company {

    /** The departments that a text may mean. */
    List<DepartmentId> departments(String text, @Nullable DepartmentId before);

    /** The name that comes nearest to one that there is not. */
    Optional<String> nearest(String text);

    /** Whether it can be told that there is no such department. */
    boolean knowsDepartments();

    /** The systems, devices and places that a text may mean. */
    List<ItemId> holders(String text);

    /** How the importance follows. */
    RegParameters.ImportanceRule rule();

    /** When something is registered of which the table does not say when. */
    LocalDate today();

    /** The company of an installation. */
    record Installed(
            DepartmentsCalled called,
            Map<String, List<ItemId>> held,
            RegParameters.ImportanceRule rule,
            LocalDate today)
            implements Company {

        /** Keeps its own copy. */
        public Installed {
            held = Map.copyOf(held);
        }

        @Override
        public List<ItemId> holders(String text) {
            return held.getOrDefault(text, List.of());
        }

        @Override
        public List<DepartmentId> departments(String text, @Nullable DepartmentId before) {
            return called.meant(text, before);
        }

        @Override
        public Optional<String> nearest(String text) {
            return called.nearest(text);
        }

        @Override
        public boolean knowsDepartments() {
            return true;
        }
    }

    /** Nobody knows which: every department that is named may be one. */
    record Anyone(LocalDate today) implements Company {
        @Override
        public List<DepartmentId> departments(String text, @Nullable DepartmentId before) {
            return List.of(new DepartmentId(UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8))));
        }

        @Override
        public List<ItemId> holders(String text) {
            return List.of(new ItemId(UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8))));
        }

        @Override
        public Optional<String> nearest(String text) {
            return Optional.empty();
        }

        @Override
        public boolean knowsDepartments() {
            return false;
        }

        @Override
        public RegParameters.ImportanceRule rule() {
            return RegParameters.ImportanceRule.HIGHEST_OF_THREE;
        }
    }
}
