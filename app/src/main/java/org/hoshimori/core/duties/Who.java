package org.hoshimori.core.duties;

import java.util.Set;

/** Who has a duty. */
sealed interface Who {

    /** Whoever holds a post; one duty for the company. */
    record Post(String code) implements Who {}

    /** Each holder of a post, a duty each. */
    record Holders(String post) implements Who {}

    /** The post of each department, a duty each. */
    record Departments(String post) implements Who {}

    /** Everybody who is employed so, a duty each. */
    record People(Set<String> employments) implements Who {

        /** Keeps its own copy. */
        public People {
            employments = Set.copyOf(employments);
        }
    }
}
