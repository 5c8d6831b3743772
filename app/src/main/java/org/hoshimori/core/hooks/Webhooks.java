package org.hoshimori.core.hooks;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.checks.SubjectsChecked;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.evidence.Evident;
import org.hoshimori.proof.CanonicalJson;
import org.hoshimori.proof.Json;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes and ends webhooks, and writes what they are to be told with the act itself. */
@Service
class Webhooks {

    /** What a finding that was not there before is called. */
    static final String OPENED = "finding.opened";

    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final int MOST_OPENED = 100;

    private final WebhookTable table;
    private final Outbox outbox;
    private final JdbcClient sql;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private volatile Known known = new Known(List.of(), Instant.MIN);

    Webhooks(WebhookTable table, Outbox outbox, JdbcClient sql, ApplicationEventPublisher events, Clock clock) {
        this.table = table;
        this.outbox = outbox;
        this.sql = sql;
        this.events = events;
        this.clock = clock;
    }

    /** What another node has made is known here within two seconds. */
    private record Known(List<Webhook> open, Instant asOf) {}

    @Transactional
    public Webhook make(String name, URI address, List<String> acts, Actor by) {
        Webhook made = new Webhook(
                UUID.randomUUID(),
                name.strip(),
                address,
                acts,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                Optional.empty());
        table.insert(made);
        events.publishEvent(new WebhookEvent.WebhookMade(by, made));
        known = new Known(List.of(), Instant.MIN);
        return made;
    }

    @Transactional
    public void end(Webhook webhook, Actor by) {
        if (table.end(webhook.id(), clock.instant())) {
            outbox.drop(webhook.id());
            events.publishEvent(new WebhookEvent.WebhookEnded(by, webhook));
            known = new Known(List.of(), Instant.MIN);
        }
    }

    @EventListener
    void happened(Evident happened) {
        for (Webhook webhook : open()) {
            if (webhook.wants(happened.act())) {
                UUID id = UUID.randomUUID();
                Instant now = clock.instant();
                outbox.add(
                        webhook.id(),
                        id.toString(),
                        id,
                        body(
                                id,
                                happened.act(),
                                now,
                                happened.by().id(),
                                happened.subject(),
                                happened.clause().orElse("")),
                        now);
            }
        }
    }

    /** Findings that a run has opened: by their since, so that a run that comes twice tells them once. */
    @EventListener
    void checked(SubjectsChecked checked) {
        List<Webhook> interested = open().stream().filter(w -> w.wants(OPENED)).toList();
        if (interested.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        sql.sql("""
                SELECT f.subject, f.since, d.clause FROM facts.finding f JOIN facts.check_definition d ON d.id = f.check_id
                 WHERE f.check_id = :check AND f.status = 'alarm' AND f.since >= :since ORDER BY f.since DESC, f.subject LIMIT :most""")
                .param("check", checked.check())
                .param("since", WebhookTable.time(now.minus(Duration.ofMinutes(1))))
                .param("most", MOST_OPENED)
                .query(row -> {
                    String subject = checked.check() + ":" + row.getString("subject");
                    String key = OPENED + " " + subject + " " + row.getString("since");
                    String clause = row.getString("clause");
                    for (Webhook webhook : interested) {
                        UUID id = UUID.randomUUID();
                        outbox.add(
                                webhook.id(),
                                key,
                                id,
                                body(id, OPENED + "/1", now, "system:checks", "finding:" + subject, clause),
                                now);
                    }
                });
    }

    private List<Webhook> open() {
        Known last = known;
        Instant now = clock.instant();
        if (last.asOf().equals(Instant.MIN)
                || Duration.between(last.asOf(), now).abs().compareTo(FRESH) > 0) {
            last = new Known(table.open(), now);
            known = last;
        }
        return last.open();
    }

    /** Ids and no words: who may know more asks the API for it. */
    private static String body(UUID id, String act, Instant at, String by, String subject, String clause) {
        Json.Obj body = Json.object()
                .with("id", Json.of(id.toString()))
                .with("act", Json.of(act))
                .with("at", Json.of(at.truncatedTo(ChronoUnit.MILLIS).toString()))
                .with("by", Json.of(by))
                .with("subject", Json.of(subject));
        return CanonicalJson.text(clause.isEmpty() ? body : body.with("clause", Json.of(clause)));
    }
}
