package org.hoshimori.core.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.hoshimori.core.storage.ContentFiles;
import org.hoshimori.core.storage.DataFolder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Where the record finds its keys. */
@Configuration
@EnableScheduling
class EvidenceSetUp {

    /** What another node may still be receiving is left alone. */
    private static final Duration LONGEST_UPLOAD = Duration.ofDays(1);

    @Bean
    ContentFiles contentFiles(@Value("${hoshimori.data}") Path data) throws IOException {
        DataFolder folder = DataFolder.open(data);
        ContentFiles files = new ContentFiles(folder);
        files.removeHalves(folder.isShared() ? LONGEST_UPLOAD : Duration.ZERO);
        return files;
    }

    @Bean
    Keys keys(@Value("${hoshimori.data}") Path data) throws IOException {
        return new Keys(DataFolder.open(data));
    }
}
