package org.hoshimori.chapters.disposals;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hoshimori.core.estate.AssetRegister;
import org.hoshimori.core.estate.Estate;
import org.hoshimori.core.estate.Item;
import org.hoshimori.core.estate.Noun;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.legal.LegalMeasures;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.regulation.RegulationInForce;
import org.hoshimori.core.regulation.Revision;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where media are disposed of or given for use again: as the regulation allows, or not at all. */
@Service
@Transactional
public class Disposals {

    private final DisposalTable table;
    private final ObjectProvider<AssetRegister> assets;
    private final Estate estate;
    private final LegalMeasures legal;
    private final RegulationInForce regulation;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Disposals(
            DisposalTable table,
            ObjectProvider<AssetRegister> assets,
            Estate estate,
            LegalMeasures legal,
            RegulationInForce regulation,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.assets = assets;
        this.estate = estate;
        this.legal = legal;
        this.regulation = regulation;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What somebody has done to a medium.
     *
     * @param device number in the register of devices, or empty
     * @param level the highest confidentiality of what was on it besides the assets named, 1 to 3
     * @param last whether the assets were on nothing else, so that they are gone with it
     */
    public record Wish(
            DisposalRule.Act act,
            Medium medium,
            Method method,
            String serial,
            String device,
            List<UUID> assets,
            int level,
            boolean last,
            LocalDate doneOn,
            String provider,
            String note,
            String legalMeasure) {}

    /** What it comes to. */
    public sealed interface Outcome {
        /** It is entered. */
        record Done(Disposal disposal) implements Outcome {}

        /**
         * The regulation does not allow it.
         *
         * @param allowed what it allows for the medium, in its own words; empty if nothing
         */
        record Forbidden(String clause, String allowed) implements Outcome {}

        /** It is not entered, and why. */
        record Refused(Refusal why) implements Outcome {}
    }

    /** Why nothing was entered. */
    public enum Refusal {
        /** The medium was disposed of before, and can't come again. */
        DISPOSED_ALREADY,
        /** There is no such device in the register. */
        NO_SUCH_DEVICE,
        /** An asset is gone already, or may not be used by whoever enters it. */
        ASSET_GONE,
        /** A law governs an asset, and it is not said what was done because of it ({@code ast-1.1.e}). */
        LEGAL_MEASURE_MISSING,
        /** It lies in the future. */
        FUTURE
    }

    /** Enters what was done. */
    public Outcome enter(Wish wish, PersonId who, Locale locale, Actor by) {
        if (wish.doneOn().isAfter(LocalDate.now(clock))) {
            return new Outcome.Refused(Refusal.FUTURE);
        }
        Optional<Item> device = wish.device().isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(
                        estate.numbered(Noun.DEVICE, List.of(wish.device())).get(wish.device()));
        if (device.isEmpty() && !wish.device().isEmpty()) {
            return new Outcome.Refused(Refusal.NO_SUCH_DEVICE);
        }
        Optional<UUID> deviceId = device.map(d -> d.id().value());
        if (table.disposed(wish.serial(), deviceId)) {
            return new Outcome.Refused(Refusal.DISPOSED_ALREADY);
        }
        Map<UUID, AssetRegister.Line> lines = assets.getObject().lines(wish.assets(), who);
        if (!lines.keySet().containsAll(wish.assets())) {
            return new Outcome.Refused(Refusal.ASSET_GONE);
        }
        Set<String> governing = AssetRegister.laws(lines.values());
        if (!governing.isEmpty() && wish.legalMeasure().isEmpty()) {
            return new Outcome.Refused(Refusal.LEGAL_MEASURE_MISSING);
        }
        int level = Math.max(
                wish.level(),
                lines.values().stream()
                        .mapToInt(AssetRegister.Line::confidentiality)
                        .max()
                        .orElse(1));
        Revision revision = regulation.now();
        return switch (DisposalRule.judge(revision, wish.act(), wish.medium(), wish.method(), level, locale)) {
            case DisposalRule.Verdict.Refused(String clause, String allowed) -> new Outcome.Forbidden(clause, allowed);
            case DisposalRule.Verdict.Allowed _ -> {
                Disposal disposal = new Disposal(
                        UUID.randomUUID(),
                        wish.act(),
                        wish.medium(),
                        wish.method(),
                        wish.serial(),
                        deviceId,
                        wish.assets(),
                        level,
                        wish.doneOn(),
                        who,
                        wish.provider(),
                        wish.note(),
                        false);
                Outcome outcome = written(disposal, wish.last(), device, revision, by);
                if (outcome instanceof Outcome.Done) {
                    legal.state(disposal.subject(), disposal.page(), governing, wish.legalMeasure(), by);
                }
                yield outcome;
            }
        };
    }

    private Outcome written(Disposal disposal, boolean last, Optional<Item> device, Revision revision, Actor by) {
        if (!table.insert(disposal, revision.id(), clock.instant())) {
            return new Outcome.Refused(Refusal.DISPOSED_ALREADY);
        }
        boolean disposed = disposal.act() == DisposalRule.Act.DISPOSE;
        events.publishEvent(
                disposed ? new DisposalEvent.Disposed(by, disposal) : new DisposalEvent.Reused(by, disposal));
        if (disposed) {
            device.filter(d -> d.state() != Item.State.RETIRED)
                    .ifPresent(d -> estate.change(d.in(Item.State.RETIRED), by));
        }
        if (last) {
            disposal.assets().forEach(a -> assets.getObject().gone(a, disposal.subject(), by));
        }
        return new Outcome.Done(disposal);
    }

    /** Says what was done because of laws that govern what was on it. */
    public void measured(Disposal disposal, String measure, PersonId who, Actor by) {
        legal.state(
                disposal.subject(),
                disposal.page(),
                AssetRegister.laws(
                        assets.getObject().lines(disposal.assets(), who).values()),
                measure,
                by);
    }

    /** A certificate was attached. */
    public void certified(UUID id) {
        table.certified(id);
    }

    @Transactional(readOnly = true)
    public Disposal known(UUID id) {
        return table.find(id).orElseThrow(() -> new DisposalUnknown(id));
    }
}
