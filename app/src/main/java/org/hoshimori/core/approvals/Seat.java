package org.hoshimori.core.approvals;

import java.util.List;
import java.util.Optional;
import org.hoshimori.core.organization.DepartmentId;
import org.jspecify.annotations.Nullable;

/**
 * A place in the line of those who decide.
 *
 * @param posts codes of the posts any holder of which may sit here
 * @param department whose head or departmental manager is meant, where the post is one that each department has
 */
public record Seat(List<String> posts, @Nullable DepartmentId department) {

    /** Refuses a seat for nobody; keeps its own copy. */
    public Seat {
        if (posts.isEmpty()) {
            throw new IllegalArgumentException("a seat without a post");
        }
        posts = List.copyOf(posts);
    }

    /** The holder of a post. */
    public static Seat of(String post) {
        return new Seat(List.of(post), null);
    }

    /** Any holder of these posts. */
    public static Seat anyOf(List<String> posts) {
        return new Seat(posts, null);
    }

    /** The holder of a post that each department has, in this one. */
    public static Seat of(String post, DepartmentId department) {
        return new Seat(List.of(post), department);
    }

    /** The department, where one matters. */
    public Optional<DepartmentId> inDepartment() {
        return Optional.ofNullable(department);
    }
}
