package org.hoshimori.chapters.assets;

import java.util.List;
import org.hoshimori.core.organization.DepartmentId;

/**
 * Who may use an asset besides the department that manages it: 利用者範囲 ({@code ast-1.4}).
 *
 * @param everybody all departments
 * @param departments these, where it is not all
 * @param outsiders people outside the company, in words, or empty
 */
public record UserScope(boolean everybody, List<DepartmentId> departments, String outsiders) {

    /** Nobody else. */
    public static final UserScope OWN = new UserScope(false, List.of(), "");

    /** All departments. */
    public static final UserScope ALL = new UserScope(true, List.of(), "");

    /** Names no department where all are meant, and none twice; keeps its own copy. */
    public UserScope {
        departments = everybody ? List.of() : departments.stream().distinct().toList();
    }

    /** These departments. */
    public static UserScope of(List<DepartmentId> departments) {
        return new UserScope(false, departments, "");
    }
}
