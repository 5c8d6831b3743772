package org.hoshimori.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.hoshimori.ApplicationTest;
import org.hoshimori.SignedInAs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What every answer says to browsers, and what the door refuses before anything is read. */
@ApplicationTest
@ExtendWith(OutputCaptureExtension.class)
class SafeHeadersTests {

    private final MockMvcTester pages;

    SafeHeadersTests(@Autowired MockMvcTester pages) {
        this.pages = pages;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/log-in",
                "/",
                "/people",
                "/no-such-page",
                "/frame/frame.css",
                "/processing/table.csv",
                "/posts/chart.svg"
            })
    void standOnEveryAnswer(String address) {
        MvcTestResult answer = pages.get()
                .uri(address)
                .secure(true)
                .with(authentication(SignedInAs.anybody()))
                .exchange();
        assertThat(answer)
                .headers()
                .hasValue("X-Content-Type-Options", "nosniff")
                .hasValue("Referrer-Policy", "no-referrer")
                .hasValue("X-Frame-Options", "DENY")
                .hasValue("Cross-Origin-Opener-Policy", "same-origin")
                .hasValue("Cross-Origin-Resource-Policy", "same-origin")
                .hasValue("Strict-Transport-Security", "max-age=31536000 ; includeSubDomains")
                .doesNotContainHeader("Access-Control-Allow-Origin")
                .doesNotContainHeader("Server");
        assertThat(answer.getResponse().getHeader("Content-Security-Policy"))
                .contains("default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void keepPagesOutOfCaches() {
        assertThat(pages.get().uri("/people").with(authentication(SignedInAs.anybody())))
                .headers()
                .hasValue("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate");
    }

    @Test
    void sendNobodyElsewhere() {
        for (String elsewhere : new String[] {"//evil.example", "https://evil.example", "/\\evil.example"}) {
            MvcTestResult answer = pages.post()
                    .uri("/log-in")
                    .param("mail", "nobody@example.jp")
                    .param("password", "x")
                    .param("continue", elsewhere)
                    .param("redirect", elsewhere)
                    .header("Referer", elsewhere)
                    .with(csrf())
                    .exchange();
            assertThat(answer.getResponse().getRedirectedUrl()).isEqualTo("/log-in?wrong");
        }
    }

    @Test
    void clearsTheBrowserAtLogOut() {
        assertThat(pages.post().uri("/log-out").secure(true).with(csrf()).with(authentication(SignedInAs.anybody())))
                .headers()
                .hasValue("Clear-Site-Data", "\"storage\"");
    }

    @Test
    void takesNoFilesFromStrangers() {
        assertThat(pages.post()
                        .uri("/log-in")
                        .multipart()
                        .file(new MockMultipartFile("file", "a.txt", "text/plain", new byte[] {1}))
                        .with(csrf()))
                .hasStatus(403)
                .headers()
                .hasValue("Connection", "close");
    }

    @Test
    void refusesFormsWithoutItsToken() {
        assertThat(pages.post().uri("/notices/read").with(authentication(SignedInAs.anybody())))
                .hasStatus(403);
        assertThat(pages.post().uri("/log-in").param("mail", "a").param("password", "b"))
                .hasStatus(403);
    }

    @Test
    void answersNoTrace() {
        assertThat(pages.method(HttpMethod.TRACE)
                        .uri("/log-in")
                        .exchange()
                        .getResponse()
                        .getStatus())
                .isGreaterThanOrEqualTo(400);
    }

    @Test
    void notesWhoWasRefusedInOneLine(CapturedOutput output) {
        assertThat(pages.get().uri("/record?q=geheim").with(authentication(SignedInAs.anybody())))
                .hasStatus(403);
        assertThat(output.getAll()).contains("refused: ", "GET /record from").doesNotContain("geheim");
    }
}
