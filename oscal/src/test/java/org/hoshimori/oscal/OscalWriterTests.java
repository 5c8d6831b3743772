package org.hoshimori.oscal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OscalWriterTests {

    private static String written(OscalDocument document, OscalFormat format) {
        return new String(OscalWriter.write(document, format), StandardCharsets.UTF_8);
    }

    private static OscalCatalog withProps(List<String> values) {
        return OscalCatalog.of(
                NameUuid.of("w"),
                Metadata.of("T", Synthetic.DATE, "1")
                        .with(values.stream().map(v -> Prop.of("p", v)).toList(), List.of()),
                List.of(),
                List.of());
    }

    @Test
    void quotesWhatOtherYamlReadersWouldMistake() {
        String yaml = written(
                withProps(List.of("yes", "2015-01-22", "1.10", "0x1F", "12:30", "null", "plain 1", "1st")),
                OscalFormat.YAML);
        assertThat(yaml)
                .contains("value: 'yes'\n", "value: '2015-01-22'\n", "value: '1.10'\n", "value: '0x1F'\n")
                .contains("value: '12:30'\n", "value: 'null'\n", "value: plain 1\n", "value: 1st\n")
                .contains("last-modified: '2026-11-24T00:00:00Z'\n")
                .doesNotContain("&", "*");
    }

    @ParameterizedTest
    @EnumSource(OscalFormat.class)
    void keepsEveryValueInEveryFormat(OscalFormat format) {
        List<String> values = new ArrayList<>(List.of(
                "a < b & \"c\" 'd'", "日本語：規程", "😀", "- x", "# y", "a: b", " x ", "{}", "tab\tnew", "%", "@", "`"));
        OscalCatalog catalog = withProps(values);
        assertThat(OscalReader.read("w", OscalWriter.write(catalog, format))).isEqualTo(catalog);
    }

    @ParameterizedTest
    @EnumSource(OscalFormat.class)
    void keepsProfilesWithEverythingInThem(OscalFormat format) {
        Param.Select select = new Param.Select("one-or-more", List.of("a {{ insert: param, q }}", "b"));
        SetParameter set = new SetParameter(
                "p",
                "c",
                "d",
                List.of(new Prop("n", NameUuid.of("u"), "http://e.org/ns", "v", "c", "g", "remark")),
                List.of(new Link("#x", "rel", "text/html", "frag", "*text*")),
                "label",
                "usage\n\nmore",
                List.of(new Param.Constraint("words", List.of(new Param.Test("x > 1", "why")))),
                List.of(new Param.Guideline("think")),
                List.of(),
                select);
        Import.Selection some = new Import.Selection(true, List.of("a", "b"), List.of("c*"));
        Merge.InsertControls insert = new Merge.InsertControls("ascending", false, List.of(some), List.of(some));
        Merge.CustomGroup group = new Merge.CustomGroup(
                "g", "k", "G", List.of(), List.of(), List.of(), List.of(), List.of(), List.of(insert), Map.of());
        Profile profile = new Profile(
                NameUuid.of("p"),
                Metadata.of("P", Synthetic.DATE, "1"),
                List.of(Import.all("x.json"), new Import("#y", false, List.of(some), List.of(some))),
                new Merge("use-first", null, false, new Merge.Custom(List.of(group), List.of(insert))),
                List.of(set),
                List.of(new Alter(
                        "a",
                        List.of(new Alter.Remove("n", "c", "i", "part", "s")),
                        List.of(new Alter.Add(
                                "before",
                                "i",
                                "title",
                                List.of(Param.of("q", "l", List.of("v"))),
                                List.of(Prop.of("n", "v")),
                                List.of(Link.of("#z", "r")),
                                List.of(Part.of("i2", "item", "prose")))))),
                List.of(new Resource(
                        NameUuid.of("r"),
                        "R",
                        "about it",
                        List.of(Prop.of("keep", "always")),
                        List.of(new Resource.ResourceLink(
                                "https://e.org",
                                "text/html",
                                Map.of("hashes", List.of(Map.of("algorithm", "SHA-256", "value", "ab"))))),
                        new Resource.Base64("f.txt", "text/plain", "YWJj"),
                        "remarks",
                        Map.of("citation", Map.of("text", "*cited*")))),
                Map.of());
        assertThat(OscalReader.read("w", OscalWriter.write(profile, format))).isEqualTo(profile);
    }

    @Test
    void replacesCharactersThatAFormatCannotHold() {
        OscalCatalog catalog = withProps(List.of("bell\u0007", "half\ud800"));
        assertThat(written(catalog, OscalFormat.XML)).contains("bell\uFFFD");
        assertThat(written(catalog, OscalFormat.YAML)).contains("bell\uFFFD").doesNotContain("!!binary");
        assertThat(OscalReader.read("w", OscalWriter.write(catalog, OscalFormat.YAML)))
                .isInstanceOf(OscalCatalog.class);
    }

    @Test
    void writesXmlAsPeopleLayItOut() {
        OscalCatalog catalog = OscalCatalog.of(
                "44444444-4444-4444-8444-444444444444",
                Metadata.of("T", Synthetic.DATE, "1"),
                List.of(Group.of(
                        "g",
                        "G",
                        List.of(Control.of("c", "C").withParts(List.of(Part.of("s", "statement", "one\n\n- two")))))),
                List.of());
        assertThat(written(catalog, OscalFormat.XML)).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0" uuid="44444444-4444-4444-8444-444444444444">
                  <metadata>
                    <title>T</title>
                    <last-modified>2026-11-24T00:00:00Z</last-modified>
                    <version>1</version>
                    <oscal-version>1.1.3</oscal-version>
                  </metadata>
                  <group id="g">
                    <title>G</title>
                    <control id="c">
                      <title>C</title>
                      <part id="s" name="statement">
                        <p>one</p>
                        <ul><li>two</li></ul>
                      </part>
                    </control>
                  </group>
                </catalog>
                """);
    }
}
