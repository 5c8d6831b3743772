package org.hoshimori.core.notices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due, one thing after another. A thing is taken for a time before it is sent, and noted as sent after; who dies in
 * between leaves it to be sent again under the same Message-ID.
 */
final class Delivering {

    private static final Logger LOG = LoggerFactory.getLogger(Delivering.class);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final NoticeTable notices;
    private final Deliveries deliveries;
    private final PeopleRegister people;
    private final Wordings wordings;
    private final String publicUrl;
    private final Optional<MailRoute> mail;
    private final Optional<ChannelRoute> channel;
    private final Clock clock;

    Delivering(
            NoticeTable notices,
            Deliveries deliveries,
            PeopleRegister people,
            Wordings wordings,
            NoticeSettings settings,
            Clock clock) {
        this.notices = notices;
        this.deliveries = deliveries;
        this.people = people;
        this.wordings = wordings;
        this.publicUrl = settings.publicUrl();
        this.mail = settings.mail().map(server -> new MailRoute(server, settings.publicUrl(), clock));
        this.channel = settings.channel().map(ChannelRoute::new);
        this.clock = clock;
    }

    /** Everything that is due now. */
    void all() {
        Instant begun = clock.instant();
        Optional<Deliveries.Delivery> next = deliveries.take(begun);
        while (next.isPresent()) {
            Deliveries.Delivery taken = next.get();
            try {
                one(taken);
            } catch (RuntimeException e) {
                // One that can't be put into words keeps no other waiting.
                noted(taken, new Sent.NotNow(e.toString()));
            }
            next = deliveries.take(begun);
        }
    }

    private void one(Deliveries.Delivery delivery) {
        List<NoticeTable.Told> told = notices.in(delivery.id());
        Optional<Person> to = delivery.recipient().flatMap(people::find).filter(p -> p.worksOn(LocalDate.now(clock)));
        boolean routed = delivery.route() == Deliveries.Route.MAIL ? mail.isPresent() : channel.isPresent();
        if (told.isEmpty() || (delivery.recipient().isPresent() && to.isEmpty())) {
            deliveries.end(delivery.id(), Deliveries.End.WITHDRAWN, "", clock.instant());
        } else if (!routed) {
            deliveries.end(delivery.id(), Deliveries.End.NO_ROUTE, "", clock.instant());
        } else {
            noted(delivery, to.map(p -> mailed(delivery, p, told)).orElseGet(() -> posted(told.getFirst())));
        }
    }

    private Sent mailed(Deliveries.Delivery delivery, Person to, List<NoticeTable.Told> told) {
        return mail.orElseThrow().send(wordings.letter(delivery, to, told, publicUrl));
    }

    private Sent posted(NoticeTable.Told told) {
        return channel.orElseThrow().send(wordings.sentence(told, Locale.JAPANESE), publicUrl + told.address());
    }

    private void noted(Deliveries.Delivery delivery, Sent sent) {
        Instant now = clock.instant();
        switch (sent) {
            case Sent.Taken() -> deliveries.end(delivery.id(), Deliveries.End.SENT, "", now);
            case Sent.Never(String why) -> {
                LOG.warn("a notice can't be delivered ({}): {}", delivery.id(), why);
                deliveries.end(delivery.id(), Deliveries.End.UNDELIVERABLE, why, now);
            }
            case Sent.NotNow(String why) -> {
                LOG.info("a notice is tried again later ({}, try {}): {}", delivery.id(), delivery.tries(), why);
                deliveries.again(delivery.id(), why, now.plus(pause(delivery.tries())));
            }
        }
    }

    /** After each failure twice as long, to an hour. */
    static Duration pause(int tries) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.clamp(tries - 1L, 0, 10));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
