package org.hoshimori.oscal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkupTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '\'',
            value = {
                "plain words¦plain words",
                "a *b* **c** `d` \"e\" H~2~O x^2^¦a <em>b</em> <strong>c</strong> <code>d</code> <q>e</q> H<sub>2</sub>O x<sup>2</sup>",
                "see [AC-1](#ac-1) now¦see <a href=\"#ac-1\">AC-1</a> now",
                "[x](http://e.org/a \"t\")¦<a href=\"http://e.org/a\" title=\"t\">x</a>",
                "at least {{ insert: param, ac-1_prm_1 }} days¦at least <insert type=\"param\" id-ref=\"ac-1_prm_1\"/> days",
                "*{{ insert: param, p }}*¦<em><insert type=\"param\" id-ref=\"p\"/></em>",
                "![alt](u.png)¦<img alt=\"alt\" src=\"u.png\"/>",
                "1 < 2 & 3 > 2¦1 &lt; 2 &amp; 3 &gt; 2",
                "a\\*b\\* \\\"q\\\" \\`c\\` \\~ \\^ \\\\¦a*b* \"q\" `c` ~ ^ \\",
                "snake_case stays¦snake_case stays",
                "\\_edge\\_¦_edge_",
                "\\<b> \\&amp; it¦&lt;b&gt; &amp;amp; it",
                "日本語の**重要**な*語*と\"引用\"¦日本語の<strong>重要</strong>な<em>語</em>と<q>引用</q>",
                "``a`b``¦<code>a`b</code>",
            })
    void turnsLinesBothWays(String markdown, String xml) {
        StringBuilder out = new StringBuilder();
        MarkupToXml.line(markdown, out);

        assertThat(out).hasToString(xml);
        assertThat(MarkupFromXml.line(MarkupTurns.at("<x>" + xml + "</x>"))).isEqualTo(markdown);
    }

    @Test
    void turnsBlocksBothWays() {
        String markdown = """
                # Head

                First with *mark*.

                - one
                  1. inner
                  2. second
                     - deepest
                - two

                3. three
                4. four

                ```
                code <&> here
                  indented
                ```

                > quoted
                >
                > again

                | a | b |
                | --- | --: |
                | 1 \\| 2 | {{ insert: param, p }} |

                ---

                Last.""";
        StringBuilder out = new StringBuilder();
        MarkupToXml.blocks(markdown, "", out);

        assertThat(out.toString())
                .isEqualTo("<h1>Head</h1><p>First with <em>mark</em>.</p>"
                        + "<ul><li>one<ol><li>inner</li><li>second<ul><li>deepest</li></ul></li></ol></li>"
                        + "<li>two</li></ul><ol start=\"3\"><li>three</li><li>four</li></ol>"
                        + "<pre>code &lt;&amp;&gt; here\n  indented\n</pre>"
                        + "<blockquote><p>quoted</p><p>again</p></blockquote>"
                        + "<table><tr><th>a</th><th align=\"right\">b</th></tr>"
                        + "<tr><td>1 | 2</td><td align=\"right\"><insert type=\"param\" id-ref=\"p\"/></td></tr></table>"
                        + "<hr/><p>Last.</p>");
        assertThat(MarkupFromXml.blocks(MarkupTurns.at("<x>" + out + "</x>"))).isEqualTo(markdown);
    }

    @Test
    void takesHtmlAsWords() {
        StringBuilder out = new StringBuilder();
        MarkupToXml.blocks("<div>\nx <b>y</b>\n</div>\n\na<br/>b <https://e.org/?a=b> <!-- c -->", "", out);

        assertThat(out)
                .hasToString("<p>&lt;div&gt; x &lt;b&gt;y&lt;/b&gt; &lt;/div&gt;</p>"
                        + "<p>a<br/>b <a href=\"https://e.org/?a=b\">https://e.org/?a=b</a> &lt;!-- c --&gt;</p>");
    }

    @Test
    void keepsATableWithoutHeader() {
        String xml = "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>";
        String markdown = MarkupFromXml.blocks(MarkupTurns.at("<x>" + xml + "</x>"));

        StringBuilder out = new StringBuilder();
        MarkupToXml.blocks(markdown, "", out);
        assertThat(out).hasToString(xml);
    }

    @Test
    void keepsParagraphsWithinListItems() {
        String xml = "<ul><li><p>a</p><p>b</p></li><li><p>c</p></li></ul>";
        StringBuilder out = new StringBuilder();
        MarkupToXml.blocks(MarkupFromXml.blocks(MarkupTurns.at("<x>" + xml + "</x>")), "", out);

        assertThat(out).hasToString(xml);
    }

    @ParameterizedTest
    @CsvSource({"# no heading", "- no list", "1. no list", "> no quote", "+ no list", "[a]: b", "---", "=== x", "2) no"
    })
    void keepsTextThatLooksLikeAMark(String text) {
        StringBuilder xml = new StringBuilder("<x><p>");
        Xml.text(text, xml);
        String markdown = MarkupFromXml.blocks(MarkupTurns.at(xml.append("</p></x>")));

        StringBuilder out = new StringBuilder();
        MarkupToXml.blocks(markdown, "", out);
        StringBuilder expected = new StringBuilder("<p>");
        Xml.text(text, expected);
        assertThat(out).hasToString(expected.append("</p>").toString());
    }

    @Test
    void keepsAnyTextWhateverItsSigns() {
        Random random = new Random(20261124);
        String signs = "ab  *_`[](){}<>&\"'~^\\|#-+=.!1:;日/?";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(12) + 1; n > 0; n--) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            String plain = text.toString().strip().replaceAll(" +", " ");
            if (plain.isEmpty()) {
                continue;
            }
            StringBuilder xml = new StringBuilder("<x><p>");
            Xml.text(plain, xml);
            String markdown = MarkupFromXml.blocks(MarkupTurns.at(xml.append("</p></x>")));
            StringBuilder out = new StringBuilder();
            MarkupToXml.blocks(markdown, "", out);
            StringBuilder expected = new StringBuilder("<p>");
            Xml.text(plain, expected);
            assertThat(out.toString()).as(plain + " → " + markdown).isEqualTo(expected + "</p>");
        }
    }

    @Test
    void survivesPathologicalNesting() {
        for (String mark :
                new String[] {">", "- ", "*a **a ", "[", "{{ insert:", "\"a ", "![", "1. ", "`", "<a ", "~x^y"}) {
            StringBuilder out = new StringBuilder();
            MarkupToXml.blocks(mark.repeat(20_000), "", out);
            assertThat(out).isNotEmpty();
        }
    }
}
