package org.hoshimori.chapters.assets;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.evidence.Evident;

/** What happens in an inventory round. */
public sealed interface RoundEvent extends Evident {

    @Override
    default Optional<String> clause() {
        return Optional.of("ast-1.1.a");
    }

    /** It has begun. */
    record RoundOpened(Actor by, Round round) implements RoundEvent {
        @Override
        public String act() {
            return "asset-round.opened/1";
        }

        @Override
        public String subject() {
            return round.subject();
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("managingDepartment", "department:" + round.department(), "assets", round.total());
        }
    }

    /** An asset is there, and as it is described. */
    record AssetConfirmed(Actor by, AssetId asset, Round round) implements RoundEvent {
        @Override
        public String act() {
            return "asset.confirmed/1";
        }

        @Override
        public String subject() {
            return "asset:" + asset;
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("round", round.subject());
        }
    }

    /** It is over; of what was left open, nobody knows whether it is there. */
    record RoundClosed(Actor by, Round round) implements RoundEvent {
        @Override
        public String act() {
            return "asset-round.closed/1";
        }

        @Override
        public String subject() {
            return round.subject();
        }

        @Override
        public Map<String, Object> detail() {
            Map<String, Object> detail = new LinkedHashMap<>();
            detail.put("managingDepartment", "department:" + round.department());
            for (Round.Answer answer : Round.Answer.values()) {
                detail.put(answer.code(), round.answers().getOrDefault(answer.code(), 0));
            }
            detail.put("unanswered", round.unanswered());
            detail.put("note", round.note());
            return detail;
        }
    }
}
