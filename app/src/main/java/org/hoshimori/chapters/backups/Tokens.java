package org.hoshimori.chapters.backups;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.proof.Hash;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Secrets by which scripts report results of one plan and can do nothing else; only their hashes are kept. */
@Repository
@Transactional
class Tokens {

    private static final int BYTES = 24;
    /** So that programs that look for secrets in scripts know one. */
    private static final String BEGINS = "hbr_";

    private final JdbcClient sql;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Tokens(JdbcClient sql, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.events = events;
        this.clock = clock;
    }

    /** A token as its plan's page shows it. */
    record Token(UUID id, Instant made, Optional<Instant> used) {}

    /** Makes a new one; the secret is told this once. */
    String make(PlanId plan, Actor by) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String secret = BEGINS + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        UUID id = UUID.randomUUID();
        sql.sql(
                        "INSERT INTO backups.token (id, plan, secret, made_at, made_by) VALUES (:id, :plan, :secret, :now, :by)")
                .param("id", id)
                .param("plan", plan.value())
                .param("secret", hash(secret))
                .param("now", BackupPlanTable.time(clock.instant()))
                .param("by", by.id())
                .update();
        events.publishEvent(new PlanEvent.TokenMade(by, plan, id));
        return secret;
    }

    /** From now on nobody reports by it. */
    void revoke(PlanId plan, UUID token, Actor by) {
        int revoked = sql.sql(
                        "UPDATE backups.token SET revoked_at = :now WHERE id = :id AND plan = :plan AND revoked_at IS NULL")
                .param("now", BackupPlanTable.time(clock.instant()))
                .param("id", token)
                .param("plan", plan.value())
                .update();
        if (revoked == 1) {
            events.publishEvent(new PlanEvent.TokenRevoked(by, plan, token));
        }
    }

    /** Those of a plan that can be used. */
    @Transactional(readOnly = true)
    List<Token> of(PlanId plan) {
        return sql.sql(
                        "SELECT id, made_at, last_used_at FROM backups.token WHERE plan = :plan AND revoked_at IS NULL ORDER BY made_at")
                .param("plan", plan.value())
                .query((row, n) -> new Token(
                        row.getObject(1, UUID.class),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject(3, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .list();
    }

    /** The plan of which a secret may report. */
    Optional<PlanId> opens(String secret) {
        return sql.sql(
                        "UPDATE backups.token SET last_used_at = :now WHERE secret = :secret AND revoked_at IS NULL RETURNING plan")
                .param("now", BackupPlanTable.time(clock.instant()))
                .param("secret", hash(secret))
                .query((row, n) -> new PlanId(row.getObject(1, UUID.class)))
                .optional();
    }

    private static byte[] hash(String secret) {
        return Hash.sha256(secret.getBytes(StandardCharsets.UTF_8)).bytes();
    }
}
