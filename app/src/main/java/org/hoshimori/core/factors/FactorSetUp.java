package org.hoshimori.core.factors;

import java.nio.file.Path;
import org.hoshimori.core.storage.DataFolder;
import org.hoshimori.core.storage.Secrets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where second factors find their keys. */
@Configuration
class FactorSetUp {

    @Bean
    SecretBox secretBox(@Value("${hoshimori.data}") Path data) {
        return new SecretBox(new Secrets(DataFolder.open(data)));
    }
}
