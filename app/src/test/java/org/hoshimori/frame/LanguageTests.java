package org.hoshimori.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.net.URI;
import org.hoshimori.ApplicationTest;
import org.hoshimori.SignedInAs;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApplicationTest
class LanguageTests {

    private final MockMvcTester pages;

    LanguageTests(@Autowired MockMvcTester pages) {
        this.pages = pages;
    }

    @Test
    void isChosenBeforeTheLogIn() {
        assertThat(pages.get().uri("/log-in")).bodyText().contains("href=\"/log-in?lang=en\"", "lang=\"en\">English");
        assertThat(pages.get().uri("/log-in?lang=en")).bodyText().contains("href=\"/log-in?lang=ja\"");
    }

    @Test
    void isChangedWithoutLosingWhatWasAskedFor() {
        assertThat(pages.get()
                        .uri(URI.create("/people?q=%E9%88%B4%E6%9C%A8&page=2"))
                        .with(authentication(SignedInAs.anybody())))
                .bodyText()
                .contains("href=\"/people?q=%E9%88%B4%E6%9C%A8&amp;page=2&amp;lang=en\"");
    }
}
