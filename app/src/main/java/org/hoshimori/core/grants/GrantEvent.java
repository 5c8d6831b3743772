package org.hoshimori.core.grants;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.evidence.Evident;

/** What happens to permissions of an account. */
sealed interface GrantEvent extends Evident {

    /** What was granted. */
    Grant grant();

    @Override
    default String subject() {
        return "person:" + grant().person();
    }

    @Override
    default Optional<String> clause() {
        return Optional.of("acc-1.b");
    }

    /** Somebody may do more. */
    record PermissionGranted(Actor by, Grant grant) implements GrantEvent {
        @Override
        public String act() {
            return "account.permission-granted/1";
        }

        @Override
        public Map<String, Object> detail() {
            Map<String, Object> words = new LinkedHashMap<>();
            words.put("grant", grant.id().toString());
            words.put("permission", grant.permission().code());
            words.put("from", grant.from().toString());
            grant.lastDay().ifPresent(day -> words.put("until", day.toString()));
            words.put("reason", grant.reason());
            return words;
        }
    }

    /** Somebody may do less. */
    record PermissionWithdrawn(Actor by, Grant grant) implements GrantEvent {
        @Override
        public String act() {
            return "account.permission-withdrawn/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of(
                    "grant",
                    grant.id().toString(),
                    "permission",
                    grant.permission().code());
        }
    }
}
