package org.hoshimori.core.organization;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.hoshimori.core.storage.Width;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a department holds.
 *
 * @param headWords what was searched for to find the head
 */
record DepartmentForm(
        @NotBlank @Size(max = 80) String name,
        @Size(max = 80) String nameEn,
        @Min(0) @Max(9999) int position,
        @Nullable PersonId head,
        @Nullable String headWords,
        int version) {

    /** A field that a form leaves out is empty. */
    DepartmentForm {
        nameEn = nameEn == null ? "" : nameEn;
    }

    static DepartmentForm empty(int position) {
        return new DepartmentForm("", "", position, null, "", 0);
    }

    static DepartmentForm of(Department department) {
        return new DepartmentForm(
                department.name(),
                department.nameEn(),
                department.position(),
                department.head(),
                "",
                department.version());
    }

    Department described() {
        return Department.called(Width.folded(name), Width.folded(nameEn), position, head);
    }

    Department described(DepartmentId id) {
        return new Department(id, Width.folded(name), Width.folded(nameEn), position, head, null, version);
    }
}
