package org.hoshimori;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;

/** A test of the whole application on a real database. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Application.class)
@AutoConfigureMockMvc
@ContextConfiguration(initializers = ApplicationTest.OnInstallation.class)
public @interface ApplicationTest {

    /** Hands the application the settings that {@code serve} would. */
    final class OnInstallation
            implements org.springframework.context.ApplicationContextInitializer<
                    org.springframework.context.ConfigurableApplicationContext> {
        @Override
        public void initialize(org.springframework.context.ConfigurableApplicationContext context) {
            org.springframework.boot.test.util.TestPropertyValues.of(Installation.settings())
                    .applyTo(context);
            // Each test runs the jobs that it is about, unless it is about their running by themselves.
            if (!context.getEnvironment().containsProperty("db-scheduler.enabled")) {
                org.springframework.boot.test.util.TestPropertyValues.of("db-scheduler.enabled=false")
                        .applyTo(context);
            }
            context.getBeanFactory().addBeanPostProcessor(new Statements());
        }
    }
}
