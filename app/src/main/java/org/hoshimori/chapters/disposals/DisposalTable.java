package org.hoshimori.chapters.disposals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.storage.Width;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Disposals in the database. */
@Repository
class DisposalTable {

    private final JdbcClient sql;

    DisposalTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Whether a medium with this on it, or this device, was disposed of before. */
    boolean disposed(String serial, Optional<UUID> device) {
        return sql.sql("""
                SELECT EXISTS (SELECT 1 FROM disposals.disposal
                 WHERE act = 'dispose' AND ((known_by <> '' AND known_by = :serial) OR device = :device::uuid))""")
                .param("serial", folded(serial))
                .param("device", device.map(UUID::toString).orElse(null))
                .query(Boolean.class)
                .single();
    }

    /** False if the medium was disposed of meanwhile. */
    boolean insert(Disposal disposal, String revision, Instant now) {
        return sql.sql("""
                INSERT INTO disposals.disposal
                  (id, act, medium, method, serial, known_by, device, assets, level, done_on, done_by, provider, note, entered_at, revision)
                VALUES (:id, :act, :medium, :method, :serial, :known, :device::uuid, string_to_array(:assets, ',')::uuid[], :level,
                        :on, :by, :provider, :note, :now, :revision)
                ON CONFLICT (known_by) WHERE act = 'dispose' AND known_by <> '' DO NOTHING""")
                        .param("id", disposal.id())
                        .param("act", disposal.act().code())
                        .param("medium", disposal.medium().code())
                        .param("method", disposal.method().code())
                        .param("serial", disposal.serial())
                        .param("known", folded(disposal.serial()))
                        .param("device", disposal.device().map(UUID::toString).orElse(null))
                        .param(
                                "assets",
                                disposal.assets().stream().map(UUID::toString).collect(Collectors.joining(",")))
                        .param("level", disposal.level())
                        .param("on", disposal.doneOn())
                        .param("by", disposal.doneBy().value())
                        .param("provider", disposal.provider())
                        .param("note", disposal.note())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("revision", revision)
                        .update()
                == 1;
    }

    void certified(UUID id) {
        sql.sql("UPDATE disposals.disposal SET certificate = true WHERE id = :id AND NOT certificate")
                .param("id", id)
                .update();
    }

    Optional<Disposal> find(UUID id) {
        return find(List.of(id)).stream().findFirst();
    }

    List<Disposal> find(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : sql.sql("SELECT * FROM disposals.disposal WHERE id IN (:ids)")
                        .param("ids", ids)
                        .query(DisposalTable::disposal)
                        .list();
    }

    /** The last ones first, from that place on; of one person, or of everybody. */
    List<Disposal> page(Optional<PersonId> by, int most, int from) {
        return sql.sql("""
                SELECT * FROM disposals.disposal WHERE :by::uuid IS NULL OR done_by = :by::uuid
                 ORDER BY done_on DESC, id LIMIT :most OFFSET :from""")
                .param("by", by.map(PersonId::toString).orElse(null))
                .param("most", most)
                .param("from", from)
                .query(DisposalTable::disposal)
                .list();
    }

    /** How many there are of the same. */
    long count(Optional<PersonId> by) {
        return sql.sql("SELECT count(*) FROM disposals.disposal WHERE :by::uuid IS NULL OR done_by = :by::uuid")
                .param("by", by.map(PersonId::toString).orElse(null))
                .query(Long.class)
                .single();
    }

    private static String folded(String serial) {
        return Width.folded(serial).strip().toLowerCase(Locale.ROOT);
    }

    private static Disposal disposal(ResultSet row, int number) throws SQLException {
        UUID[] assets = (UUID[]) row.getArray("assets").getArray();
        return new Disposal(
                row.getObject("id", UUID.class),
                DisposalRule.Act.find(row.getString("act")).orElseThrow(),
                Medium.find(row.getString("medium")).orElseThrow(),
                Method.find(row.getString("method")).orElseThrow(),
                row.getString("serial"),
                Optional.ofNullable(row.getObject("device", UUID.class)),
                Arrays.asList(assets),
                row.getInt("level"),
                row.getObject("done_on", LocalDate.class),
                new PersonId(row.getObject("done_by", UUID.class)),
                row.getString("provider"),
                row.getString("note"),
                row.getBoolean("certificate"));
    }
}
