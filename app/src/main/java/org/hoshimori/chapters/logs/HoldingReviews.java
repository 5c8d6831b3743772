package org.hoshimori.chapters.logs;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.logarchive.Archive;
import org.hoshimori.logarchive.Hit;
import org.hoshimori.logarchive.Progress;
import org.hoshimori.logarchive.Reviewing;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks the rules, and keeps what they answer. */
@Component
class HoldingReviews {

    /** How many of the rows behind a hit are kept with it. */
    private static final int SAMPLED = 20;

    private final LogArchive archive;
    private final OwnDevices devices;
    private final Reviews reviews;
    private final HitTable hits;
    private final WorkTable works;
    private final MarksFile file;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    HoldingReviews(
            LogArchive archive,
            OwnDevices devices,
            Reviews reviews,
            HitTable hits,
            WorkTable works,
            MarksFile file,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.archive = archive;
        this.devices = devices;
        this.reviews = reviews;
        this.hits = hits;
        this.works = works;
        this.file = file;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    void hold(Work work, Archive open, Progress progress) throws IOException {
        Reviewing.Result result = Reviewing.watched(
                open,
                new Reviewing.Options(
                        archive.rules(),
                        archive.registers(),
                        work.from(),
                        work.until(),
                        clock.getZone(),
                        Map.of(),
                        SAMPLED,
                        devices.known()),
                progress);
        file.takeIn();
        Instant now = clock.instant();
        List<Found> found = found(result, now);
        transaction.executeWithoutResult(_ -> {
            if (!works.ended(work.id(), Work.State.DONE, "", now)) {
                return;
            }
            reviews.insert(new Review(
                    work.id(),
                    now,
                    result.from(),
                    result.until(),
                    result.rows(),
                    found.size(),
                    answers(result),
                    null,
                    "",
                    ""));
            hits.insert(work.id(), found, now);
            events.publishEvent(new LogsEvent.ReviewHeld(
                    new Actor(work.askedBy()),
                    work.id(),
                    result.from(),
                    result.until(),
                    result.rows(),
                    found.stream().collect(Collectors.groupingBy(Found::rule, TreeMap::new, Collectors.counting()))));
        });
    }

    static List<Review.Answer> answers(Reviewing.Result result) {
        return result.rules().stream()
                .map(a -> new Review.Answer(
                        a.rule(),
                        a.question(),
                        a.title(),
                        a.means(),
                        a.advice(),
                        a.missing(),
                        a.hits().size()))
                .toList();
    }

    /** Each hit once, though two rows of an answer may be the same by the rule's key. */
    static List<Found> found(Reviewing.Result result, Instant now) {
        Map<String, Found> found = new LinkedHashMap<>();
        for (Reviewing.Answer answer : result.rules()) {
            for (Hit hit : answer.hits()) {
                found.putIfAbsent(
                        hit.id(),
                        new Found(
                                hit.id(),
                                answer.rule(),
                                answer.question(),
                                hit.sentence(),
                                texts(hit.rows()),
                                now,
                                mark(hit)));
            }
        }
        return new ArrayList<>(found.values());
    }

    private static @Nullable Mark mark(Hit hit) {
        var mark = hit.mark();
        return mark == null ? null : new Mark(hit.id(), mark.state(), mark.note(), mark.at(), mark.by());
    }

    private static List<Map<String, String>> texts(List<Map<String, @Nullable Object>> rows) {
        List<Map<String, String>> all = new ArrayList<>();
        for (Map<String, @Nullable Object> row : rows) {
            Map<String, String> texts = new LinkedHashMap<>();
            row.forEach((column, value) -> {
                if (value != null) {
                    texts.put(column, value.toString().replace("\u0000", ""));
                }
            });
            all.add(texts);
        }
        return all;
    }
}
