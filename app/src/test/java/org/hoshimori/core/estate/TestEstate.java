package org.hoshimori.core.estate;

import java.util.UUID;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.PersonId;
import org.jspecify.annotations.Nullable;

/** Items for tests, each with a number of its own. */
public final class TestEstate {

    private TestEstate() {}

    /** An item that is used. */
    public static Item entered(Estate estate, Noun noun, String name, @Nullable PersonId owner) {
        Item described = Item.newcomer(
                noun, UUID.randomUUID().toString(), name, noun.sorts().getFirst(), owner, null, 0);
        return ((Estate.Outcome.Done) estate.register(described, Actor.system("test"))).item();
    }
}
