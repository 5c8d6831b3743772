package org.hoshimori.core.evidence;

import java.io.IOException;
import java.nio.file.Path;
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

    @Bean
    ContentFiles contentFiles(@Value("${hoshimori.data}") Path data) throws IOException {
        ContentFiles files = new ContentFiles(DataFolder.open(data));
        files.removeHalves();
        return files;
    }

    @Bean
    Keys keys(@Value("${hoshimori.data}") Path data) throws IOException {
        return new Keys(DataFolder.open(data));
    }
}
