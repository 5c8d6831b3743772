package org.hoshimori.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

class HtmlWriterTests {

    @Test
    void isWellFormedAndAnchorsEveryIdOnce() {
        for (Document document : List.of(Regulations.japanese(true), Regulations.english(false), Written.hostile())) {
            org.w3c.dom.Document page = page(document);
            List<String> ids = Written.elements(page, "*").stream()
                    .map(e -> e.getAttribute("id"))
                    .filter(id -> !id.isEmpty())
                    .toList();
            assertThat(ids).doesNotHaveDuplicates().containsAll(document.ids());
        }
    }

    @Test
    void leadsEveryLinkSomewhere() {
        org.w3c.dom.Document page = page(Regulations.japanese(true));
        Set<String> ids = new HashSet<>(Written.elements(page, "*").stream()
                .map(e -> e.getAttribute("id"))
                .toList());
        List<String> links = Written.elements(page, "a").stream()
                .map(e -> e.getAttribute("href"))
                .toList();
        assertThat(links).hasSizeGreaterThan(12).allMatch(l -> l.startsWith("#") && ids.contains(l.substring(1)));
    }

    @Test
    void printsAReferenceToNothingAsWords() {
        org.w3c.dom.Document page = page(Regulations.japanese(true));
        assertThat(Written.elements(page, "a").stream().map(Element::getTextContent))
                .doesNotContain("第9章 1");
        assertThat(page.getDocumentElement().getTextContent()).contains("特権アカウントは、第9章 1のほか");
    }

    @Test
    void runsAndLoadsNothing() {
        String page = Written.text(Format.HTML, Written.hostile());
        assertThat(page)
                .doesNotContain("<script")
                .doesNotContain("http-equiv=\"refresh\"")
                .doesNotContainPattern("(src|href)=\"(https?:|//)");
        assertThat(page).doesNotContainPattern("<[a-z]+ [^>]*\\son[a-z]+=").contains("default-src 'none'");
    }

    @Test
    void hasLandmarksLanguageAndASkipLink() {
        org.w3c.dom.Document page = page(Regulations.english(false));
        assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("en");
        for (String landmark : List.of("header", "nav", "main", "title", "h1")) {
            assertThat(Written.elements(page, landmark)).as(landmark).hasSize(1);
        }
        Element first = Written.elements(page, "a").getFirst();
        assertThat(first.getAttribute("href")).isEqualTo("#_main");
        assertThat(Written.elements(page, "main").getFirst().getAttribute("id")).isEqualTo("_main");
    }

    @Test
    void neverSkipsAHeadingLevel() {
        for (Document document : List.of(Regulations.japanese(true), Regulations.english(true))) {
            int before = 0;
            for (Element element : Written.elements(page(document), "*")) {
                if (element.getTagName().matches("h[1-6]")) {
                    int level = element.getTagName().charAt(1) - '0';
                    assertThat(level).as(element.getTextContent()).isLessThanOrEqualTo(before + 1);
                    before = level;
                }
            }
            assertThat(before).isPositive();
        }
    }

    @Test
    void headsTablesAndTheirRows() {
        for (Element table : Written.elements(page(Regulations.japanese(true)), "table")) {
            assertThat(table.getElementsByTagName("thead").getLength()).isEqualTo(1);
            var heads = table.getElementsByTagName("th");
            for (int i = 0; i < heads.getLength(); i++) {
                assertThat(((Element) heads.item(i)).getAttribute("scope")).isIn("col", "row");
            }
        }
        assertThat(Written.elements(page(Regulations.japanese(true)), "caption").stream()
                        .map(Node::getTextContent))
                .contains("役職と責任", "届出・相談の窓口");
    }

    @Test
    void tellsStatesByWordAndParametersByName() {
        org.w3c.dom.Document draft = page(Regulations.japanese(true));
        assertThat(classed(draft, "fill").stream().map(Element::getTextContent)).contains("要記入○月");
        assertThat(classed(draft, "choose").stream().map(Element::getTextContent))
                .contains("要選択監査・点検");
        assertThat(classed(draft, "space").stream().map(Element::getTextContent))
                .anyMatch(t -> t.startsWith("宇宙宇宙活動法"));
        assertThat(classed(draft, "value").stream().map(e -> e.getAttribute("title")))
                .contains("ロックアウトのしきい値");

        org.w3c.dom.Document finished = page(Regulations.japanese(false));
        for (String state : List.of("fill", "choose", "space", "own")) {
            assertThat(classed(finished, state)).isEmpty();
        }
        assertThat(classed(finished, "value")).isNotEmpty();
        assertThat(classed(finished, "foreign"))
                .singleElement()
                .matches(e -> e.getAttribute("lang").equals("en"));
    }

    @Test
    void putsListsIntoTheirItems() {
        org.w3c.dom.Document page = page(Regulations.japanese(false));
        for (String list : List.of("ul", "ol")) {
            for (Element element : Written.elements(page, list)) {
                for (Node kid = element.getFirstChild(); kid != null; kid = kid.getNextSibling()) {
                    assertThat(kid.getNodeType() == Node.TEXT_NODE
                                    || kid.getNodeName().equals("li"))
                            .isTrue();
                }
            }
        }
        Element steps = classed(page, "steps").getFirst();
        assertThat(steps.getTextContent()).startsWith("①感染した").contains("ウイルスの種類を調べる", "④経過を");
    }

    @Test
    void contrastsEveryColourEnoughOnItsBackground() {
        Map<String, String> colours = new HashMap<>();
        Matcher m = Pattern.compile("--([a-z-]+): (#[0-9a-f]{6})").matcher(Resources.text("screen.css"));
        while (m.find()) {
            colours.put(m.group(1), m.group(2));
        }
        String[][] pairs = {
            {"ink", null},
            {"quiet", null},
            {"key", null},
            {"ink", "shade"},
            {"quiet", "shade"},
            {"red", "red-shade"},
            {"key", "key-shade"},
            {"ink", "green-shade"},
            {"green", null},
            {"ink", "own-shade"},
            {"own", null},
            {"red", null},
            {"key", "green-shade"},
            {"red", "green-shade"},
            {"quiet", "green-shade"}
        };
        for (String[] pair : pairs) {
            double contrast = contrast(colours.get(pair[0]), pair[1] == null ? "#ffffff" : colours.get(pair[1]));
            assertThat(contrast).as(pair[0] + " on " + pair[1]).isGreaterThanOrEqualTo(4.5);
        }
    }

    @Test
    void writesTheSameBytesAgain() {
        assertThat(Written.as(Format.HTML, Regulations.japanese(true)))
                .isEqualTo(Written.as(Format.HTML, Regulations.japanese(true)));
    }

    private static org.w3c.dom.Document page(Document document) {
        String page = Written.text(Format.HTML, document);
        // The style sheet is no XML: its child combinators are taken out before parsing.
        return Written.xml(page.replaceAll("(?s)<style>.*?</style>", "").getBytes(StandardCharsets.UTF_8));
    }

    private static List<Element> classed(org.w3c.dom.Document page, String name) {
        return Written.elements(page, "*").stream()
                .filter(e -> List.of(e.getAttribute("class").split(" ")).contains(name))
                .toList();
    }

    /** WCAG 2.2, relative luminance and contrast ratio. */
    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double c = Integer.parseInt(colour, 1 + 2 * i, 3 + 2 * i, 16) / 255.0;
            sum += weights[i] * (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
