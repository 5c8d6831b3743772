package org.hoshimori.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.hoshimori.journeys.Journey.Somebody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Journeys.class)
class RestoreJourney {

    @Test
    void aBackupMadeOnThePageComesBackOnAnotherServerWithItsRecord(Journey journey)
            throws IOException, InterruptedException {
        Served lost = journey.emptyServer();
        Somebody owner = new Somebody("復本", "守", "fukumoto@example.jp", "Kamome5-minato+Hoshi");
        Visitor visitor = journey.visitor("before", lost).opens(lost.firstLink());
        owner.enters(visitor);
        Authenticator app = owner.enrols(visitor);
        visitor.follows("控えたので進む").follows("バックアップ").sees("まだバックアップがありません。");
        visitor.presses("今すぐ作る");
        Path backup = made(lost);
        visitor.opens("/backups").sees("作成済み").sees("最後のバックアップは1時間以内のものです。");

        Path folder = Files.createTempDirectory("hoshimori-journey");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        Path keys = folder.resolve("keys.json");
        Served.runs("backup", "--data", lost.data(), "--keys-to", keys);
        Served.runs("restore", backup, "--keys", keys, "--data", folder.resolve("data"));

        Served found = journey.serverOn(folder);
        Visitor again = journey.visitor("after", found);
        again.logsIn(owner.mail(), owner.password()).isAt("/second-factor");
        again.fills("確認コード", app.code()).presses("確認する").isAt("/").sees(owner.name());
        again.follows("証跡").sees("復元（新しい世代）");
        again.presses("証跡を検証する").sees("異常はありません。");
    }

    private static Path made(Served served) throws IOException, InterruptedException {
        Path folder = served.data().resolve("backups");
        for (int i = 0; i < 300; i++) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    var whole =
                            files.filter(f -> !f.toString().endsWith(".part")).findFirst();
                    if (whole.isPresent()) {
                        return whole.get();
                    }
                }
            }
            Thread.sleep(100);
        }
        assertThat(folder).as("a backup").isNotEmptyDirectory();
        throw new AssertionError("no backup was made");
    }
}
