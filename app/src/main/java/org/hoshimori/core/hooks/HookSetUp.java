package org.hoshimori.core.hooks;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.hoshimori.core.storage.DataFolder;
import org.hoshimori.core.storage.Jobs;
import org.hoshimori.core.storage.Secrets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What tells webhooks, and when. */
@Configuration
@ConditionalOnWebApplication
class HookSetUp {

    private static final Duration OFTEN = Duration.ofSeconds(2);

    @Bean
    Signing webhookSigning(@Value("${hoshimori.data}") Path data) {
        return new Signing(new Secrets(DataFolder.open(data)));
    }

    @Bean
    Reachable webhookReachable(@Value("${hoshimori.webhooks.allowed-hosts:}") Set<String> hosts) {
        return new Reachable(hosts.stream()
                .map(h -> h.strip().toLowerCase(Locale.ROOT))
                .filter(h -> !h.isEmpty())
                .collect(Collectors.toSet()));
    }

    @Bean
    Posting webhookPosting(WebhookTable table, Outbox outbox, Signing signing, Reachable reachable, Clock clock) {
        return new Posting(table, outbox, signing, reachable, clock);
    }

    @Bean
    RecurringTask<Void> tellWebhooks(Posting posting) {
        return Jobs.recurring("hooks.deliver", Schedules.fixedDelay(OFTEN), posting::all);
    }
}
