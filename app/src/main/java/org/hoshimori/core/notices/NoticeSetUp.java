package org.hoshimori.core.notices;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.storage.Jobs;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What sends notices, and when. */
@Configuration
@ConditionalOnWebApplication
class NoticeSetUp {

    private static final Duration OFTEN = Duration.ofSeconds(2);

    @Bean
    NoticeSettings noticeSettings(
            @Value("${hoshimori.public-url:http://localhost:8080/}") String publicUrl,
            @Value("${hoshimori.mail.host:}") String host,
            @Value("${hoshimori.mail.port:587}") int port,
            @Value("${hoshimori.mail.user:}") String user,
            @Value("${hoshimori.mail.password:}") String password,
            @Value("${hoshimori.mail.security:starttls}") String security,
            @Value("${hoshimori.mail.from:}") String from,
            @Value("${hoshimori.notices.channel:}") String channel,
            @Value("${hoshimori.notices.digest-at:08:30}") String digestAt) {
        return new NoticeSettings(
                publicUrl.replaceFirst("/+$", ""),
                host.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new NoticeSettings.Mail(
                                host,
                                port,
                                user,
                                password,
                                NoticeSettings.Security.valueOf(security.toUpperCase(Locale.ROOT)),
                                from)),
                channel.isEmpty() ? Optional.empty() : Optional.of(URI.create(channel)),
                LocalTime.parse(digestAt));
    }

    @Bean
    Delivering delivering(
            NoticeTable notices,
            Deliveries deliveries,
            PeopleRegister people,
            Wordings wordings,
            NoticeSettings settings,
            Clock clock) {
        return new Delivering(notices, deliveries, people, wordings, settings, clock);
    }

    @Bean
    RecurringTask<Void> deliverNotices(Delivering delivering) {
        return Jobs.recurring("notices.deliver", Schedules.fixedDelay(OFTEN), delivering::all);
    }

    @Bean
    RecurringTask<Void> gatherNotices(Gathering gathering, NoticeSettings settings, Clock clock) {
        return Jobs.recurring("notices.digest", Schedules.daily(clock.getZone(), settings.digestAt()), gathering::all);
    }
}
