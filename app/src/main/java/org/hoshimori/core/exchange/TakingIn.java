package org.hoshimori.core.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.sheets.Entry;
import org.hoshimori.core.sheets.Import;
import org.hoshimori.core.sheets.Importable;
import org.hoshimori.core.sheets.Mapping;
import org.hoshimori.core.sheets.Review;
import org.hoshimori.core.sheets.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes long tables while whoever has sent them may look on, cancel or leave. */
@Component
class TakingIn {

    /** So many rows are written while the page waits. */
    static final int AT_ONCE = 500;

    private static final int ROWS_A_BEAT = 100;
    private static final Logger LOG = LoggerFactory.getLogger(TakingIn.class);

    private final Import imports;
    private final Uploads uploads;
    private final UploadProgress progress;
    private final Shapes shapes;

    TakingIn(Import imports, Uploads uploads, UploadProgress progress, Shapes shapes) {
        this.imports = imports;
        this.uploads = uploads;
        this.progress = progress;
        this.shapes = shapes;
    }

    /** A table that somebody has confirmed, as it was understood. */
    record Order(Upload sent, Mapping mapping, List<Entry> entries, boolean leaveOut) {}

    /** Writes a short table at once. */
    <T> Import.Outcome now(Order order, Importable<T> into, Actor by, Locale locale) {
        return write(order, into, by, locale, _ -> {});
    }

    /** Begins to write a long one, unless that has begun. */
    void begin(Order order, Importable<?> into, Actor by, Locale locale) {
        if (progress.begin(order.sent().id(), order.entries().size())) {
            Thread.ofVirtual().name("import").start(() -> write(order, into, by, locale));
        }
    }

    private void write(Order order, Importable<?> into, Actor by, Locale locale) {
        UUID id = order.sent().id();
        try {
            switch (write(order, into, by, locale, done -> beat(order.sent(), done))) {
                case Import.Outcome.Written _ -> {}
                case Import.Outcome.Stopped(List<Entry.Fault> faults) ->
                    progress.failed(
                            id, UploadProgress.Failure.STOPPED, faults.stream().findFirst());
            }
        } catch (CancellationException e) {
            progress.failed(id, UploadProgress.Failure.CANCELLED, Optional.empty());
        } catch (RuntimeException e) {
            LOG.error("import {}", id, e);
            progress.failed(id, UploadProgress.Failure.BROKEN, Optional.empty());
        }
    }

    private <T> Import.Outcome write(Order order, Importable<T> into, Actor by, Locale locale, IntConsumer watch) {
        Source from = new Source(order.sent().name(), order.sent().sha256());
        Import.Outcome outcome = imports.write(into, order.entries(), order.leaveOut(), from, by, locale, watch);
        if (outcome instanceof Import.Outcome.Written(Review.Counts counts)) {
            shapes.keep(into, order.mapping(), locale);
            uploads.taken(order.sent().id(), counts);
        }
        return outcome;
    }

    /** In a thread of its own, outside of the transaction in which the rows are written. */
    private void beat(Upload sent, int done) {
        if (done % ROWS_A_BEAT == 0) {
            boolean[] goesOn = {true};
            try {
                Thread.ofVirtual()
                        .start(() -> goesOn[0] = progress.goesOn(sent.id(), done))
                        .join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            }
            if (!goesOn[0]) {
                throw new CancellationException();
            }
        }
    }
}
