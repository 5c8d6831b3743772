package org.hoshimori.chapters.assets;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.DepartmentId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of information assets. Who may ask for what is for the pages to tell ({@link Viewer}). */
@Service
@Transactional
public class Assets {

    private final AssetTable table;
    private final OpenDepartments departments;
    private final ImportanceRule importance;
    private final ApplicationEventPublisher events;

    Assets(AssetTable table, OpenDepartments departments, ImportanceRule importance, ApplicationEventPublisher events) {
        this.table = table;
        this.departments = departments;
        this.importance = importance;
        this.events = events;
    }

    /** Why an asset can't be entered or changed; nothing was written. */
    public enum Refusal {
        /** Another one bears the code, also one that is gone. */
        CODE_TAKEN,
        /** The new managing department, or one of the new users, is closed or unknown. */
        DEPARTMENT_CLOSED,
        /** A value would become lower, which somebody must approve first ({@code ast-1.1.b}). */
        LOWERS_VALUE,
        /** The asset is gone. */
        GONE,
        /** Somebody else has changed the asset since the form was opened. */
        CHANGED_MEANWHILE
    }

    /** What an entry or a change comes to. */
    public sealed interface Outcome {
        /** It is written, or was so before. */
        record Done(Asset asset) implements Outcome {}

        /** It is not, and why. */
        record Refused(Refusal why) implements Outcome {}
    }

    /** Enters an asset. */
    public Outcome register(Asset described, Actor by) {
        if (closed(described, Set.of())) {
            return new Outcome.Refused(Refusal.DEPARTMENT_CLOSED);
        }
        if (!table.insert(described, importance.of(described.rating()))) {
            return new Outcome.Refused(Refusal.CODE_TAKEN);
        }
        events.publishEvent(new AssetEvent.AssetRegistered(by, described));
        return new Outcome.Done(described);
    }

    /**
     * Changes an asset to what is described, of which the version must be the one last read; the state is left to
     * {@link #dispose}. Values may rise, not fall. What changes nothing is not on record.
     */
    public Outcome change(Asset described, Actor by) {
        Asset before = known(described.id());
        if (described.rating().values().lowers(before.rating().values())) {
            return new Outcome.Refused(Refusal.LOWERS_VALUE);
        }
        return write(described, before, by);
    }

    /** The same where the lowering of a value, if there is one, is approved. */
    Outcome lower(Asset described, Actor by) {
        return write(described, known(described.id()), by);
    }

    private Outcome write(Asset described, Asset before, Actor by) {
        if (before.state() == Asset.State.GONE) {
            return new Outcome.Refused(Refusal.GONE);
        }
        if (!described.code().equals(before.code())) {
            table.lock();
            if (table.codeTaken(described)) {
                return new Outcome.Refused(Refusal.CODE_TAKEN);
            }
        }
        if (closed(described, named(before))) {
            return new Outcome.Refused(Refusal.DEPARTMENT_CLOSED);
        }
        if (before.version() == described.version() && before.saysTheSameAs(described)) {
            return new Outcome.Done(before);
        }
        if (!table.update(described, importance.of(described.rating()))) {
            return new Outcome.Refused(Refusal.CHANGED_MEANWHILE);
        }
        Asset after = known(described.id());
        events.publishEvent(new AssetEvent.AssetChanged(by, before, after));
        return new Outcome.Done(after);
    }

    /** The asset is not there any more: disposed of, handed over, lost for good. To say so again changes nothing. */
    public Asset dispose(AssetId id, String reason, Actor by) {
        if (table.end(id)) {
            events.publishEvent(new AssetEvent.AssetGone(by, known(id), reason));
        }
        return known(id);
    }

    /** The departments of before may have been closed; but nothing new is given to a closed one. */
    private boolean closed(Asset described, Set<DepartmentId> before) {
        List<DepartmentId> added =
                named(described).stream().filter(d -> !before.contains(d)).toList();
        return !departments.all(added);
    }

    private static Set<DepartmentId> named(Asset asset) {
        return Stream.concat(Stream.of(asset.department()), asset.scope().departments().stream())
                .collect(Collectors.toSet());
    }

    /** Codes that nobody has been given, for so many new assets; each is given out once. */
    public List<String> newCodes(int howMany) {
        List<String> codes = new ArrayList<>();
        while (codes.size() < howMany) {
            codes.addAll(table.freeCodes(howMany - codes.size()));
        }
        return codes;
    }

    /** An asset, also one that is gone. */
    @Transactional(readOnly = true)
    public Optional<Asset> find(AssetId id) {
        return table.find(List.of(id)).stream().findFirst();
    }

    /** Assets by their ids; unknown ones are left out. */
    @Transactional(readOnly = true)
    public Map<AssetId, Asset> find(Collection<AssetId> ids) {
        return table.find(ids).stream().collect(Collectors.toMap(Asset::id, a -> a));
    }

    /** Assets by their codes, also those that are gone; unknown ones are left out. */
    @Transactional(readOnly = true)
    public Map<String, Asset> coded(Collection<String> codes) {
        return codes.isEmpty() ? Map.of() : table.coded(codes).stream().collect(Collectors.toMap(Asset::code, a -> a));
    }

    private Asset known(AssetId id) {
        return find(id).orElseThrow(() -> new AssetUnknown(id));
    }
}
