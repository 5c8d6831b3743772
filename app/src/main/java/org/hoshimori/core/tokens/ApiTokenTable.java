package org.hoshimori.core.tokens;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.organization.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tokens in the database; of a secret only its hash. */
@Repository
class ApiTokenTable {

    static final int PAGE = 50;

    private final JdbcClient sql;

    ApiTokenTable(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(ApiToken token, byte[] hash) {
        sql.sql("""
                INSERT INTO tokens.token (id, name, kind, person, secret, scopes, permissions, made_at, made_by, expires_at)
                VALUES (:id, :name, :kind, :person, :secret, :scopes, :permissions, :madeAt, :madeBy, :expiresAt)""")
                .param("id", token.id())
                .param("name", token.name())
                .param("kind", token.kind().code())
                .param("person", token.person().value())
                .param("secret", hash)
                .param("scopes", token.scopes().toArray(String[]::new))
                .param("permissions", token.permissions().toArray(String[]::new))
                .param("madeAt", time(token.madeAt()))
                .param("madeBy", token.madeBy())
                .param("expiresAt", time(token.expiresAt()))
                .update();
    }

    /** Those of a person, the latest first; what was over long ago is left out. */
    List<ApiToken> of(PersonId person, Instant since) {
        return sql.sql("""
                SELECT * FROM tokens.token WHERE person = :person AND kind = 'personal' AND expires_at > :since
                 ORDER BY made_at DESC, id LIMIT 200""")
                .param("person", person.value())
                .param("since", time(since))
                .query(ApiTokenTable::token)
                .list();
    }

    long count() {
        return sql.sql("SELECT count(*) FROM tokens.token").query(Long.class).single();
    }

    List<ApiToken> page(int number) {
        return sql.sql("SELECT * FROM tokens.token ORDER BY made_at DESC, id LIMIT :most OFFSET :after")
                .param("most", PAGE)
                .param("after", (number - 1L) * PAGE)
                .query(ApiTokenTable::token)
                .list();
    }

    Optional<ApiToken> find(UUID id) {
        return sql.sql("SELECT * FROM tokens.token WHERE id = :id")
                .param("id", id)
                .query(ApiTokenTable::token)
                .optional();
    }

    Optional<ApiToken> find(byte[] hash) {
        return sql.sql("SELECT * FROM tokens.token WHERE secret = :secret")
                .param("secret", hash)
                .query(ApiTokenTable::token)
                .optional();
    }

    List<ApiToken> find(Collection<UUID> ids) {
        return sql.sql("SELECT * FROM tokens.token WHERE id = ANY (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(ApiTokenTable::token)
                .list();
    }

    /** Whether it was not revoked before. */
    boolean revoke(UUID id, Instant now) {
        return sql.sql("UPDATE tokens.token SET revoked_at = :now WHERE id = :id AND revoked_at IS NULL")
                        .param("id", id)
                        .param("now", time(now))
                        .update()
                == 1;
    }

    /** Notes the last use, to the minute. */
    void used(UUID id, Instant now) {
        sql.sql(
                        "UPDATE tokens.token SET last_used_at = :now WHERE id = :id AND coalesce(last_used_at, '-infinity') < :before")
                .param("id", id)
                .param("now", time(now))
                .param("before", time(now).minusMinutes(1))
                .update();
    }

    private static ApiToken token(ResultSet row, int number) throws SQLException {
        return new ApiToken(
                row.getObject("id", UUID.class),
                row.getString("name"),
                ApiToken.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                new PersonId(row.getObject("person", UUID.class)),
                texts(row, "scopes"),
                texts(row, "permissions"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("made_by"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                instant(row, "last_used_at"),
                instant(row, "revoked_at"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
