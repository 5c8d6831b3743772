package org.hoshimori.chapters.takeouts;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.evidence.Evident;

/** What happens to a take-out; permitting it is the approval's own event. */
sealed interface TakeOutEvent extends Evident {

    /** As it is now. */
    TakeOut takeOut();

    @Override
    default String subject() {
        return takeOut().id().subject();
    }

    @Override
    default Optional<String> clause() {
        return Optional.of("ast-2.a");
    }

    /** Somebody asks for it. */
    record Asked(Actor by, TakeOut takeOut) implements TakeOutEvent {
        @Override
        public String act() {
            return "take-out.asked/1";
        }

        @Override
        public Map<String, Object> detail() {
            return takeOut.record(takeOut.levels());
        }
    }

    /** It may leave: it was permitted, or needs no permission. */
    record Permitted(Actor by, TakeOut takeOut) implements TakeOutEvent {
        @Override
        public String act() {
            return "take-out.permitted/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("level", takeOut.level());
        }
    }

    /** It has left the house. */
    record TakenOut(Actor by, TakeOut takeOut) implements TakeOutEvent {
        @Override
        public String act() {
            return "asset.taken-out/1";
        }

        @Override
        public Map<String, Object> detail() {
            return signed(takeOut, takeOut.leaving());
        }
    }

    /** It is back. */
    record Returned(Actor by, TakeOut takeOut, boolean late) implements TakeOutEvent {
        @Override
        public String act() {
            return "asset.returned/1";
        }

        @Override
        public Map<String, Object> detail() {
            Map<String, Object> detail = signed(takeOut, takeOut.back());
            detail.put("late", late);
            return detail;
        }
    }

    /** It was lost. */
    record Lost(Actor by, TakeOut takeOut) implements TakeOutEvent {
        @Override
        public String act() {
            return "asset.lost/1";
        }

        @Override
        public Optional<String> clause() {
            return Optional.of("ast-2.g");
        }

        @Override
        public Map<String, Object> detail() {
            return signed(takeOut, takeOut.lost());
        }
    }

    private static Map<String, Object> signed(TakeOut takeOut, Optional<TakeOut.Signature> signature) {
        Map<String, Object> detail = new TreeMap<>();
        detail.put(
                "assets",
                takeOut.carried().stream().map(TakeOut.Carried::subject).toList());
        detail.put("condition", signature.map(TakeOut.Signature::condition).orElse(""));
        return detail;
    }
}
