package org.hoshimori.core.signon;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.evidence.Evident;
import org.hoshimori.core.organization.PersonId;

/** What happens at the door of single sign-on, log-ins aside, which are the account's. */
sealed interface SignOnEvent extends Evident {

    @Override
    default Optional<String> clause() {
        return Optional.of("acc-3");
    }

    /** Somebody here was linked with somebody there. */
    record SignOnLinked(Actor by, PersonId person, String issuer, String identity) implements SignOnEvent {
        @Override
        public String act() {
            return "sign-on.linked/1";
        }

        @Override
        public String subject() {
            return "person:" + person;
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("issuer", issuer, "identity", identity);
        }
    }

    /** Such a link was cut. */
    record SignOnUnlinked(Actor by, PersonId person, String issuer, String identity) implements SignOnEvent {
        @Override
        public String act() {
            return "sign-on.unlinked/1";
        }

        @Override
        public String subject() {
            return "person:" + person;
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("issuer", issuer, "identity", identity);
        }
    }

    /** Somebody from there was not let in; recorded the first time. */
    record SignOnRefused(Actor by, UUID knock, String mail, String why) implements SignOnEvent {
        @Override
        public String act() {
            return "sign-on.refused/1";
        }

        @Override
        public String subject() {
            return "sign-on:" + knock;
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("mail", mail, "why", why);
        }
    }

    /** An administrator has taken the note of it off the list. */
    record SignOnDismissed(Actor by, UUID knock) implements SignOnEvent {
        @Override
        public String act() {
            return "sign-on.dismissed/1";
        }

        @Override
        public String subject() {
            return "sign-on:" + knock;
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of();
        }
    }

    /** A group there was said to mean a post here, or none any more. */
    record SignOnGroupMapped(Actor by, String group, Optional<String> post) implements SignOnEvent {
        @Override
        public String act() {
            return "sign-on.group-mapped/1";
        }

        @Override
        public String subject() {
            return "sign-on:groups";
        }

        @Override
        public Map<String, Object> detail() {
            return post.<Map<String, Object>>map(p -> Map.of("group", group, "post", p))
                    .orElseGet(() -> Map.of("group", group));
        }
    }

    /** A post that a group proposes was given; the appointment is an act of its own. */
    record SignOnProposalDecided(Actor by, PersonId person, String post, String group, boolean accepted)
            implements SignOnEvent {
        @Override
        public String act() {
            return "sign-on.proposal-decided/1";
        }

        @Override
        public String subject() {
            return "person:" + person;
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("post", post, "group", group, "accepted", accepted);
        }
    }
}
