package org.hoshimori.core.identity;

import java.nio.file.Path;
import org.hoshimori.core.storage.DataFolder;
import org.hoshimori.core.storage.Secrets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where log-in finds its keys, and where its filter stands. */
@Configuration
class IdentitySetUp {

    @Bean
    SecretBox secretBox(@Value("${hoshimori.data}") Path data) {
        return new SecretBox(new Secrets(DataFolder.open(data)));
    }

    /** It stands in the security chain, not also before it. */
    @Bean
    FilterRegistrationBean<Doorkeeper> notOutsideTheChain(Doorkeeper doorkeeper) {
        FilterRegistrationBean<Doorkeeper> registration = new FilterRegistrationBean<>(doorkeeper);
        registration.setEnabled(false);
        return registration;
    }
}
