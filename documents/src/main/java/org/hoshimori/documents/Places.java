package org.hoshimori.documents;

import java.util.Optional;
import java.util.Set;

/** Where the links of a text lead. */
public interface Places {

    /** The address of what bears this id ({@code ast-2.b}); empty where nothing in the text does. */
    Optional<String> clause(String id);

    /** The address at which a parameter is explained; empty where it is not. */
    Optional<String> parameter(String id);

    /** Everything on one page, which explains no parameters. */
    static Places within(Document document) {
        Set<String> ids = document.ids();
        return new Places() {
            @Override
            public Optional<String> clause(String id) {
                return ids.contains(id) ? Optional.of("#" + id) : Optional.empty();
            }

            @Override
            public Optional<String> parameter(String id) {
                return Optional.empty();
            }
        };
    }
}
