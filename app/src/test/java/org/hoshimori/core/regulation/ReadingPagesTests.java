package org.hoshimori.core.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.hoshimori.ApplicationTest;
import org.hoshimori.SignedInAs;
import org.hoshimori.catalog.CatalogJson;
import org.hoshimori.catalog.Lang;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.TailoringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.xml.sax.InputSource;

@ApplicationTest
class ReadingPagesTests {

    private static final Pattern HREF = Pattern.compile("href=\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("id=\"([^\"]+)\"");

    private final MockMvcTester pages;
    private final RegulationInForce inForce;

    ReadingPagesTests(@Autowired MockMvcTester pages, @Autowired RegulationInForce inForce) {
        this.pages = pages;
        this.inForce = inForce;
    }

    @ParameterizedTest
    @EnumSource(Lang.class)
    void everyLinkOfEveryChapterLeadsSomewhere(Lang lang) throws Exception {
        Reading reading = Reading.of(inForce.number(0), lang);
        assertThat(reading.contents()).hasSizeGreaterThanOrEqualTo(11);
        int links = 0;
        for (Reading.Heading heading : reading.contents()) {
            Reading.Text text = reading.chapter(heading.id()).orElseThrow();
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader("<div>" + text.html() + "</div>")));
            assertThat(text.html()).as("the page's policy forbids it").doesNotContain("style=");
            for (MatchResult link : HREF.matcher(text.html()).results().toList()) {
                String href = link.group(1);
                String chapter =
                        href.startsWith("#") ? heading.id() : href.replaceFirst("/regulation/0/read/([a-z]+)#.*", "$1");
                String place = href.substring(href.indexOf('#') + 1);
                Reading.Text there = reading.chapter(chapter).orElseThrow(() -> new AssertionError(href));
                List<String> ids = place.startsWith("p-")
                        ? there.explained().stream().map(p -> "p-" + p.id()).toList()
                        : ID.matcher(there.html())
                                .results()
                                .map(m -> m.group(1))
                                .toList();
                assertThat(place.equals(chapter) || ids.contains(place))
                        .as(href)
                        .isTrue();
                links++;
            }
        }
        assertThat(links).isGreaterThan(200);
    }

    @Test
    void tellsOurValueFromTheSamples() {
        Regulation regulation = Regulation.resolve(
                CatalogJson.shipped(),
                TailoringReader.read("t", "tailoring: 1\nvalues:\n  acc-9.3.g_min-length: 14\n"));
        Reading reading = Reading.of(new Revision(7, java.time.Instant.EPOCH, "", regulation), Lang.JA);
        assertThat(reading.chapter("acc").orElseThrow().explained())
                .filteredOn(p -> p.id().equals("acc-9.3.g_min-length"))
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.own()).isTrue();
                    assertThat(p.value()).contains("14");
                    assertThat(p.sample()).isNotEqualTo(p.value());
                });
    }

    @Test
    void findsWordsOfTwoCharactersInAnyWidth() {
        Reading reading = Reading.of(inForce.number(0), Lang.JA);
        assertThat(reading.find("海王星", 5)).isEmpty();
        assertThat(reading.find("委員会　役職", 5))
                .isNotEmpty()
                .allSatisfy(f -> assertThat(f.words()).contains("委員会"));
        assertThat(reading.find("ＵＳＢ", 3)).isNotEmpty();
        assertThat(reading.find("教育", 2)).hasSize(2);
    }

    @Test
    void showsAChapterWithItsContents() {
        assertThat(pages.get().uri("/regulation/0/read/org").with(authentication(SignedInAs.anybody())))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "第1章",
                        "情報セキュリティ部門責任者",
                        "id=\"org-1.b\"",
                        "id=\"p-org-1.c_meeting-rhythm\"",
                        "aria-current=\"page\"");
        assertThat(pages.get().uri("/regulation/clause/ast-2.b").with(authentication(SignedInAs.anybody())))
                .hasStatus3xxRedirection()
                .headers()
                .hasHeaderSatisfying("Location", l -> assertThat(l.getFirst()).endsWith("/read/ast#ast-2.b"));
        assertThat(pages.get().uri("/regulation/0/read/nothing").with(authentication(SignedInAs.anybody())))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.get().uri("/regulation/search?q=教育").with(authentication(SignedInAs.anybody())))
                .hasStatusOk()
                .bodyText()
                .contains("教育", "/read/hr#");
    }

    @Test
    void saysWhenNothingIsFound() {
        assertThat(pages.get().uri("/regulation/search?q=zzz").with(authentication(SignedInAs.anybody())))
                .bodyText()
                .contains("その言葉は、規程にありません。");
        assertThat(new RegulationSearch(inForce, new Readings()).find(" ", Locale.JAPANESE, 3))
                .isEmpty();
    }
}
