package org.hoshimori;

import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;

/** The web application. Its database is open and migrated before it starts. */
@Modulithic(systemName = "Hoshimori")
@SpringBootApplication(exclude = {FlywayAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class})
public class Application {

    /** The company's time: Japan's, whatever the server's. */
    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Tokyo"));
    }

    /** Starts with these settings (Spring's names); pages are served when it returns. */
    public static ConfigurableApplicationContext start(Map<String, Object> settings) {
        return application(settings).run();
    }

    /** The rooms without their pages, made as they are needed: for one act on the server. */
    public static ConfigurableApplicationContext startWithoutPages(Map<String, Object> settings) {
        Map<String, Object> withoutJobs = new HashMap<>(settings);
        withoutJobs.put("db-scheduler.enabled", false);
        SpringApplication application = application(withoutJobs);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLazyInitialization(true);
        return application.run();
    }

    private static SpringApplication application(Map<String, Object> settings) {
        SpringApplication application = new SpringApplication(Application.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(settings);
        return application;
    }
}
