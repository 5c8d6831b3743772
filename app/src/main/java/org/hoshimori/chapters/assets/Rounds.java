package org.hoshimori.chapters.assets;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.duties.Duties;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Inventory rounds (棚卸し): a department says of each of its assets that it is there as described, describes it anew, or says
 * that it is gone. A duty asks for one every year, and is done when the round is closed.
 */
@Service
@Transactional
public class Rounds {

    /** The kind of duty that asks for a round. */
    static final String DUTY = "asset-round";

    private final RoundTable table;
    private final Duties duties;
    private final ApplicationEventPublisher events;

    Rounds(RoundTable table, Duties duties, ApplicationEventPublisher events) {
        this.table = table;
        this.duties = duties;
        this.events = events;
    }

    /** Why a round can't be closed. */
    public enum Refusal {
        /** It was closed before. */
        CLOSED_ALREADY,
        /** Of some nothing was said, and nobody says why. */
        NOTE_NEEDED
    }

    /** The round of a department that is open; one begins where there is none. */
    public Round open(DepartmentId department, Actor by) {
        UUID id = UUID.randomUUID();
        if (!table.open(id, department, by.id())) {
            return Objects.requireNonNull(table.latest().get(department));
        }
        Round round = table.find(id).orElseThrow();
        events.publishEvent(new RoundEvent.RoundOpened(by, round));
        return round;
    }

    /** These assets are there, and as they are described; what was answered before stays. */
    public void confirm(Round round, Collection<AssetId> assets, Actor by) {
        table.answer(round.id(), assets, Round.Answer.CONFIRMED)
                .forEach(asset -> events.publishEvent(new RoundEvent.AssetConfirmed(by, asset, round)));
    }

    /** The round is over, and with it the duty of whoever closes it; what was left open is asked first the next time. */
    public Optional<Refusal> close(Round round, String note, Actor by, PersonId who) {
        if (round.unanswered() > 0 && note.isBlank()) {
            return Optional.of(Refusal.NOTE_NEEDED);
        }
        if (!table.close(round.id(), note.strip(), by.id())) {
            return Optional.of(Refusal.CLOSED_ALREADY);
        }
        events.publishEvent(
                new RoundEvent.RoundClosed(by, table.find(round.id()).orElseThrow()));
        duties.open(DUTY, "department:" + round.department()).ifPresent(duty -> duties.done(duty, note.strip(), who));
        return Optional.empty();
    }

    /** Whoever changes an asset, or says that it is gone, has answered. */
    @EventListener
    void changed(AssetEvent event) {
        Optional<Round.Answer> answer = switch (event) {
            case AssetEvent.AssetRegistered _ -> Optional.empty();
            case AssetEvent.AssetChanged _ -> Optional.of(Round.Answer.CHANGED);
            case AssetEvent.AssetGone _ -> Optional.of(Round.Answer.GONE);
        };
        AssetId asset = event.asset().id();
        answer.ifPresent(a -> table.waiting(asset).ifPresent(round -> table.answer(round, List.of(asset), a)));
    }

    @Transactional(readOnly = true)
    public Optional<Round> find(UUID id) {
        return table.find(id);
    }

    /** The assets of an open round of which nothing has been said yet. */
    @Transactional(readOnly = true)
    public List<AssetId> waiting(Round round) {
        return table.waiting(round.id());
    }

    /** The latest round of each department. */
    @Transactional(readOnly = true)
    public Map<DepartmentId, Round> latest() {
        return table.latest();
    }
}
