package org.hoshimori.core.findings;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.evidence.Evident;

/** What happens to an exception; asking and deciding are the approval's own events. */
sealed interface ExemptionEvent extends Evident {

    /** The exception as it is now. */
    Exemption exemption();

    @Override
    default String subject() {
        return exemption().subject();
    }

    @Override
    default Optional<String> clause() {
        return Optional.of(exemption().clause());
    }

    @Override
    default Map<String, Object> detail() {
        return new TreeMap<>(Map.of(
                "exception", exemption().id().toString(),
                "check", exemption().check(),
                "reason", exemption().reason(),
                "measure", exemption().measure(),
                "endsOn", exemption().endsOn().toString(),
                "seen", exemption().seen()));
    }

    /** Somebody asks for it. */
    record Asked(Actor by, Exemption exemption) implements ExemptionEvent {
        @Override
        public String act() {
            return "exception.asked/1";
        }
    }

    /** It holds from now on. */
    record Begun(Actor by, Exemption exemption) implements ExemptionEvent {
        @Override
        public String act() {
            return "exception.begun/1";
        }
    }

    /** The facts have changed: it holds no more. */
    record Lapsed(Actor by, Exemption exemption) implements ExemptionEvent {
        @Override
        public String act() {
            return "exception.lapsed/1";
        }
    }

    /** It was ended before its last day. */
    record Ended(Actor by, Exemption exemption) implements ExemptionEvent {
        @Override
        public String act() {
            return "exception.ended/1";
        }
    }
}
