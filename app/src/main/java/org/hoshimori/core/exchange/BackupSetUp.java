package org.hoshimori.core.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.hoshimori.core.storage.DataFolder;
import org.hoshimori.core.storage.LogIn;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a backup is made of, where it goes, and when. */
@Configuration
class BackupSetUp {

    /** Where backups come from and go to. */
    record Place(DataFolder data, LogIn reader, Path folder) {

        /** The folder of backups, made if need be. */
        Path made() throws IOException {
            return Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    @Bean
    Place backupPlace(
            @Value("${hoshimori.data}") Path data,
            @Value("${hoshimori.backup.to:}") String to,
            @Value("${spring.datasource.url}") String url,
            @Value("${spring.datasource.username}") String user,
            @Value("${spring.datasource.password}") String password) {
        DataFolder folder = DataFolder.open(data);
        return new Place(folder, new LogIn(url, user, password), to.isEmpty() ? folder.backups() : Path.of(to));
    }

    @Bean
    BackupPlan backupPlan(
            @Value("${hoshimori.backup.rhythm:P1D}") String rhythm,
            @Value("${hoshimori.backup.at:02:30}") String at,
            @Value("${hoshimori.backup.keep:7}") int keep) {
        return BackupPlan.of(rhythm, at, keep);
    }
}
