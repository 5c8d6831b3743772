package org.hoshimori.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import org.hoshimori.Application;
import org.hoshimori.ApplicationTest;
import org.hoshimori.SignedInAs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What goes wrong tells strangers nothing and the log one line. */
@ApplicationTest
@ExtendWith(OutputCaptureExtension.class)
class SafeErrorsTests {

    private final MockMvcTester pages;

    SafeErrorsTests(@Autowired MockMvcTester pages) {
        this.pages = pages;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/no-such-page",
                "/people/not-an-id",
                "/record/999999999/file",
                "/frame/",
                "/webjars/",
                "/.git/config",
                "/WEB-INF/web.xml",
                "/actuator",
                "/env",
                "/heapdump",
                "/swagger-ui.html"
            })
    void tellNothingOfTheInside(String address) {
        MvcTestResult answer = pages.get()
                .uri(address)
                .with(authentication(SignedInAs.may("record", "people")))
                .exchange();
        assertThat(answer.getResponse().getStatus()).isBetween(400, 404);
        assertThat(answer)
                .bodyText()
                .doesNotContain("Exception", "org.hoshimori", "org.springframework", "at java.", "SELECT ", "Tomcat");
    }

    @Test
    void textOfAttackersStaysOnItsLine(CapturedOutput output) {
        LoggerFactory.getLogger(Application.class).warn("asked for {}", "a\r\n2026-04-01T00:00:00+09:00 ERROR forged");
        assertThat(output.getAll().lines().filter(l -> l.contains("forged")))
                .singleElement()
                .asString()
                .contains("asked for a 2026");
    }
}
