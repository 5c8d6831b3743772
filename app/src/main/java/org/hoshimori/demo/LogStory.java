package org.hoshimori.demo;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.chapters.logs.GatewayLogs;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.posts.Appointment;
import org.hoshimori.core.posts.Posts;
import org.hoshimori.core.storage.Jobs;
import org.hoshimori.logarchive.Archive;
import org.hoshimori.logarchive.Importing;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The made-up company's gateway logs, laid down and reviewed while its pages are served already, so that nobody waits for them. Last
 * month's are there and this month's up to yesterday; of last month's hits one is explained, the others wait.
 */
@Configuration
@ConditionalOnBooleanProperty("hoshimori.demo")
class LogStory {

    /** The job. */
    static final String JOB = "demo.logs";

    private static final Actor TOLD = Actor.system("demonstration");

    @Bean
    OneTimeTask<String> layDownLogs(GatewayLogs logs, Posts posts, Clock clock) {
        return Jobs.once(JOB, once -> tell(logs, posts, LocalDate.now(clock)));
    }

    private static void tell(GatewayLogs logs, Posts posts, LocalDate today) {
        LocalDate from = today.minusMonths(1).withDayOfMonth(1);
        try {
            laidDown(logs.folder(), from, today);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Optional<UUID> review = logs.reviewed(from, from.plusMonths(1).minusDays(1), TOLD);
        Optional<PersonId> administrator = posts.on(today).stream()
                .filter(a -> a.post().equals("system-administrator"))
                .map(Appointment::holder)
                .findFirst();
        if (review.isPresent() && administrator.isPresent()) {
            logs.explain(review.get(), "beaconing", "気象データを定期的に取りに行く、申請済みの通信です。", administrator.get());
        }
    }

    private static void laidDown(Path folder, LocalDate from, LocalDate until) throws IOException {
        Path files = Files.createTempDirectory("hoshimori-demo-logs");
        List<Path> written = new GatewayTraffic(from, until).written(files);
        Archive archive = Archive.create(folder);
        GatewayTraffic.registers(folder.resolve("registers"));
        Importing.run(archive, Importing.Options.standard(), written, outcome -> {});
        for (Path file : written) {
            Files.delete(file);
        }
        Files.delete(files);
    }
}
