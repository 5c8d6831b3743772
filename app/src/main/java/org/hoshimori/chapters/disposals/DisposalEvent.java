package org.hoshimori.chapters.disposals;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.evidence.Evident;

/** What happens to a medium at its end. */
sealed interface DisposalEvent extends Evident {

    /** The medium and what was done to it. */
    Disposal disposal();

    @Override
    default String subject() {
        return disposal().subject();
    }

    @Override
    default Optional<String> clause() {
        return Optional.of(disposal().act().clause());
    }

    @Override
    default Map<String, Object> detail() {
        Disposal d = disposal();
        Map<String, Object> detail = new TreeMap<>();
        detail.put("medium", d.medium().code());
        detail.put("method", d.method().code());
        detail.put("serial", d.serial());
        detail.put("device", d.device().map(i -> "device:" + i).orElse(""));
        detail.put("assets", d.assets().stream().map(a -> "asset:" + a).toList());
        detail.put("level", d.level());
        detail.put("doneOn", d.doneOn().toString());
        detail.put("doneBy", "person:" + d.doneBy());
        detail.put("provider", d.provider());
        detail.put("note", d.note());
        return detail;
    }

    /** It was disposed of. */
    record Disposed(Actor by, Disposal disposal) implements DisposalEvent {
        @Override
        public String act() {
            return "medium.disposed/1";
        }
    }

    /** It is used again. */
    record Reused(Actor by, Disposal disposal) implements DisposalEvent {
        @Override
        public String act() {
            return "medium.reused/1";
        }
    }
}
