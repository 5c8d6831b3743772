package org.hoshimori.chapters.takeouts;

import static org.hoshimori.core.posts.Seat.HEAD;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.catalog.ParameterKey;
import org.hoshimori.catalog.parameters.AstParameters;
import org.hoshimori.catalog.parameters.AstParameters.WhoseHead;
import org.hoshimori.core.approvals.Seat;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.regulation.Revision;

/** Who permits a take-out by a revision ({@code ast-2.a}): the highest confidentiality of what is taken decides. */
final class Permitting {

    private static final int INTERNAL = 2;

    private Permitting() {}

    /**
     * The line of those who decide, one after the other; empty where no permission is needed.
     *
     * @param managing departments that answer for the assets, in the order of the request
     */
    static List<List<Seat>> line(Revision revision, int level, DepartmentId takers, List<DepartmentId> managing) {
        if (level < INTERNAL) {
            return List.of();
        }
        String post = level == INTERNAL
                ? post(revision, AstParameters.APPROVER_INTERNAL)
                : post(revision, AstParameters.APPROVER_TOP_SECRET);
        if (!post.equals(HEAD)) {
            return List.of(List.of(Seat.of(post)));
        }
        boolean responsible = revision.value(AstParameters.WHOSE_HEAD)
                .filter(w -> w == WhoseHead.RESPONSIBLE)
                .isPresent();
        Set<DepartmentId> heads = responsible ? new LinkedHashSet<>(managing) : Set.of(takers);
        return heads.stream().map(d -> List.of(Seat.of(post, d))).toList();
    }

    private static String post(Revision revision, ParameterKey.OfPost key) {
        return Optional.of(revision)
                .flatMap(r -> r.value(key))
                .orElseThrow(() -> new IllegalStateException("nobody permits take-outs: " + key));
    }
}
