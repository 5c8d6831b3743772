package org.hoshimori.core.estate;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.storage.Width;
import org.jspecify.annotations.Nullable;

/**
 * What the form of an item holds.
 *
 * @param sort its code
 * @param ownerWords what was searched for to find the owner
 */
record ItemForm(
        @NotBlank @Size(max = ItemForm.LONGEST_NUMBER) String itemNumber,
        @NotBlank @Size(max = ItemForm.LONGEST_NAME) String itemName,
        String sort,
        @Nullable PersonId owner,
        @Nullable String ownerWords,
        @Nullable DepartmentId department,
        @Min(0) @Max(Item.HIGHEST) int level,
        @NotNull Item.State state,
        @Size(max = ItemForm.LONGEST_NOTE) String note,
        int version) {

    static final int LONGEST_NUMBER = 60;
    static final int LONGEST_NAME = 200;
    static final int LONGEST_NOTE = 2000;

    /** A field that a form leaves out is empty. */
    ItemForm {
        sort = sort == null ? "" : sort;
        note = note == null ? "" : note;
    }

    static ItemForm empty(Noun noun) {
        return new ItemForm("", "", noun.sorts().getFirst(), null, "", null, 0, Item.State.IN_USE, "", 0);
    }

    static ItemForm of(Item item) {
        return new ItemForm(
                item.number(),
                item.name(),
                item.sort(),
                item.owner(),
                "",
                item.department(),
                item.level(),
                item.state(),
                item.note(),
                item.version());
    }

    Item described(Noun noun, ItemId id) {
        return new Item(
                id,
                noun,
                Width.folded(itemNumber),
                Width.folded(itemName),
                sort,
                owner,
                department,
                level,
                state,
                note.strip().replace("\r\n", "\n"),
                version);
    }
}
