package org.hoshimori.core.posts;

import java.util.Optional;
import org.hoshimori.core.organization.DepartmentId;

/**
 * A post as one person at a time holds it: of the company, or of one department.
 *
 * @param post the post's code in the catalog
 * @param department of a post that each department has
 */
public record Seat(String post, Optional<DepartmentId> department) {

    /** The post of who leads a department. */
    public static final String HEAD = "department-head";

    /** A post of the whole company. */
    public static Seat of(String post) {
        return new Seat(post, Optional.empty());
    }

    /** Who leads a department. */
    public static Seat head(DepartmentId department) {
        return new Seat(HEAD, Optional.of(department));
    }
}
