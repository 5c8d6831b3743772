package org.hoshimori.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import org.hoshimori.ApplicationTest;
import org.hoshimori.SignedInAs;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApplicationTest
class MenuTests {

    private final MockMvcTester pages;

    MenuTests(@Autowired MockMvcTester pages) {
        this.pages = pages;
    }

    @Test
    void showsWhatRoomsAddAndOnlyWhatOneMayUse() {
        assertThat(pages.get().uri("/people").with(authentication(SignedInAs.anybody())))
                .bodyText()
                .contains("href=\"/systems\"", "href=\"/parties\"")
                .doesNotContain("href=\"/exchange\"");
        assertThat(pages.get().uri("/devices").with(authentication(SignedInAs.may("estate"))))
                .bodyText()
                .contains("<a href=\"/devices\" aria-current=\"page\">", "<a href=\"/exchange\">");
    }
}
