package org.hoshimori.core.directory;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.storage.Jobs;
import org.hoshimori.frame.MenuEntry;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The comparison each morning, and its place in the menu. */
@Configuration
@ConditionalOnWebApplication
class DirectorySetUp {

    private static final LocalTime MORNING = LocalTime.of(6, 0);

    @Bean
    RecurringTask<Void> compareWithDirectory(DirectorySettings settings, Directory directory, Clock clock) {
        return Jobs.recurring("directory.compare", Schedules.daily(clock.getZone(), MORNING), () -> {
            if (settings.on()) {
                directory.compare(Actor.system("directory"));
            }
        });
    }

    @Bean
    @Order(900)
    MenuEntry directoryMenu(DirectorySettings settings) {
        return permissions -> settings.on() && permissions.contains("people")
                ? List.of(new MenuEntry.Link("/directory", "directory.title"))
                : List.of();
    }
}
