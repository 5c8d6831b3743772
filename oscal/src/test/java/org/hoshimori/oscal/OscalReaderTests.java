package org.hoshimori.oscal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OscalReaderTests {

    private static final String METADATA =
            "\"metadata\":{\"title\":\"T\",\"last-modified\":\"2026-11-24T00:00:00Z\",\"version\":\"1\",\"oscal-version\":\"1.1.3\"}";

    private static OscalFormatException refused(String text) {
        return refused(text.getBytes(StandardCharsets.UTF_8));
    }

    private static OscalFormatException refused(byte[] content) {
        OscalFormatException e = catchThrowableOfType(OscalFormatException.class, () -> OscalReader.read("f", content));
        assertThat(e).isNotNull();
        assertThat(e.message(Locale.ENGLISH))
                .startsWith("f:")
                .doesNotContain("\n")
                .doesNotContain("oscal.");
        assertThat(e.message(Locale.JAPANESE)).startsWith("f:").doesNotContain("\n");
        return e;
    }

    private static OscalCatalog read(String text) {
        return (OscalCatalog) OscalReader.read("f", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String json(String rest) {
        return "{\"catalog\":{\"uuid\":\"44444444-4444-4444-8444-444444444444\"," + METADATA + rest + "}}";
    }

    @Test
    void saysWhereTheSyntaxBreaks() {
        OscalFormatException json = refused("{\n \"catalog\": {,\n}}");
        assertThat(json.code()).isEqualTo("oscal.syntax");
        assertThat(json.line()).isEqualTo(2);
        assertThat(json.column()).isPositive();
        assertThat(json.message(Locale.JAPANESE)).doesNotContainPattern("[a-z]{3,}");
        assertThat(refused("catalog:\n  uuid: [a\n  b: c: d").line()).isGreaterThan(1);
        OscalFormatException xml =
                refused("<catalog xmlns=\"http://csrc.nist.gov/ns/oscal/1.0\">\n<metadata>\n</catalog>");
        assertThat(xml.code()).isEqualTo("oscal.syntax");
        assertThat(xml.line()).isEqualTo(3);
    }

    @Test
    void saysWhatIsMissingAndWhere() {
        OscalFormatException e = refused(json(",\n\"controls\":[{\"id\":\"a\",\"title\":\"A\"},\n  {\"id\":\"b\"}]"));
        assertThat(e.code()).isEqualTo("oscal.missing");
        assertThat(e.arguments()).containsExactly("controls", "title");
        assertThat(e.line()).isEqualTo(3);
        assertThat(e.column()).isEqualTo(3);
        assertThat(refused("{\"catalog\":{\"uuid\":\"x\"}}").code()).isEqualTo("oscal.missing");
    }

    @Test
    void refusesWrongTypes() {
        assertThat(refused(json(",\"controls\":{}")).code()).isEqualTo("oscal.not-a-list");
        assertThat(refused(json(",\"controls\":[1]")).code()).isEqualTo("oscal.not-an-object");
        assertThat(refused(json(",\"controls\":[{\"id\":[],\"title\":\"\"}]")).code())
                .isEqualTo("oscal.not-text");
        assertThat(refused("{\"a\":1}").code()).isEqualTo("oscal.neither");
        assertThat(refused("[1]").code()).isEqualTo("oscal.neither");
        assertThat(refused("just words").code()).isEqualTo("oscal.neither");
        assertThat(refused("").code()).isEqualTo("oscal.ends-early");
        assertThat(refused("{").code()).isEqualTo("oscal.ends-early");
    }

    @Test
    void refusesKeysGivenTwiceAndContentAfterTheEnd() {
        assertThat(refused(json(",\"params\":[],\"params\":[]")).code()).isEqualTo("oscal.key-twice");
        assertThat(refused(json("") + " {}").code()).isEqualTo("oscal.after-end");
        assertThat(refused("catalog:\n  a: 1\n  a: 2\n").code()).isEqualTo("oscal.key-twice");
        assertThat(refused("catalog: {}\n---\ncatalog: {}\n").code()).isEqualTo("oscal.after-end");
        assertThat(refused(
                                "<catalog xmlns=\"http://csrc.nist.gov/ns/oscal/1.0\"><metadata><title>a</title><title>b</title></metadata></catalog>")
                        .code())
                .isEqualTo("oscal.key-twice");
    }

    @Test
    void refusesEntitiesAndDocumentTypes() {
        String bomb = "<!DOCTYPE c [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>\n";
        String root = "<catalog xmlns=\"http://csrc.nist.gov/ns/oscal/1.0\" uuid=\"&b;\"/>";
        assertThat(refused(bomb + root).code()).isIn("oscal.doctype", "oscal.syntax");
        assertThat(refused("<!DOCTYPE c SYSTEM \"file:///etc/passwd\"><catalog/>")
                        .code())
                .isEqualTo("oscal.doctype");
        assertThat(refused("<?xml version=\"1.0\"?><!DOCTYPE c [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                                + "<catalog xmlns=\"http://csrc.nist.gov/ns/oscal/1.0\">&x;</catalog>")
                        .code())
                .isEqualTo("oscal.doctype");
    }

    @Test
    void refusesDepthAndAliasBombs() {
        assertThat(refused("{\"catalog\":" + "[".repeat(200_000)).code()).isEqualTo("oscal.too-deep");
        assertThat(refused("catalog: " + "[".repeat(200_000)).code()).isEqualTo("oscal.too-deep");
        assertThat(refused("catalog: " + "- ".repeat(200_000)).code()).isIn("oscal.too-deep", "oscal.syntax");
        assertThat(refused("<catalog xmlns=\"http://csrc.nist.gov/ns/oscal/1.0\">" + "<control>".repeat(200_000))
                        .code())
                .isEqualTo("oscal.too-deep");
        StringBuilder laughs = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 12; i++) {
            laughs.append("a").append(i).append(": &a").append(i).append(" [");
            laughs.append(("*a" + (i - 1) + ",").repeat(10)).append("x]\n");
        }
        assertThat(refused(laughs.toString()).code()).isEqualTo("oscal.too-many-values");
        assertThat(refused("catalog: &c [*c]").code()).isEqualTo("oscal.alias");
    }

    @Test
    void refusesBrokenEncodings() {
        byte[] broken = "catalog: \u00e4".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(refused(broken).code()).isEqualTo("oscal.not-utf-8");
        assertThat(refused(json(",\"x\":\"\u00e4\"").getBytes(StandardCharsets.ISO_8859_1))
                        .code())
                .isEqualTo("oscal.syntax");
    }

    @Test
    void tellsFormatsByContentInAnyEncoding() {
        OscalCatalog catalog = read(json(""));
        String xml = new String(OscalWriter.write(catalog, OscalFormat.XML), StandardCharsets.UTF_8);
        assertThat(OscalReader.read(
                        "f", ("\uFEFF" + xml.replace("UTF-8", "UTF-16")).getBytes(StandardCharsets.UTF_16BE)))
                .isEqualTo(catalog);
        assertThat(OscalReader.read("f", ("\uFEFF" + xml).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(catalog);
        assertThat(OscalReader.read("f", json("").getBytes(Charset.forName("UTF-16LE"))))
                .isEqualTo(catalog);
        assertThat(OscalReader.read(
                        "f",
                        ("\uFEFF# comment\n"
                                        + new String(
                                                OscalWriter.write(catalog, OscalFormat.YAML), StandardCharsets.UTF_8))
                                .getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(catalog);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE"})
    void readsYamlInAnyEncodingOfUnicode(String encoding) {
        OscalCatalog catalog = read(json(""));
        String yaml = new String(OscalWriter.write(catalog, OscalFormat.YAML), StandardCharsets.UTF_8);
        assertThat(OscalReader.read("f", yaml.getBytes(Charset.forName(encoding))))
                .isEqualTo(catalog);
    }

    @ParameterizedTest
    @EnumSource(OscalFormat.class)
    void keepsFieldsItDoesNotKnow(OscalFormat format) {
        OscalCatalog catalog = read(json(",\"controls\":[{\"id\":\"a\",\"title\":\"A\",\"mapping\":"
                + "[{\"uuid\":\"u\",\"maps\":[{\"name\":\"n\"}]}],\"flavour\":\"sweet\"}]"));
        assertThat(catalog.controls().getFirst().extra())
                .containsEntry("flavour", "sweet")
                .containsEntry("mapping", List.of(Map.of("uuid", "u", "maps", List.of(Map.of("name", "n")))));
        assertThat(OscalReader.read("f", OscalWriter.write(catalog, format))).isEqualTo(catalog);
    }

    @Test
    void takesYamlScalarsAsTheyAreWritten() {
        OscalCatalog catalog = read("""
                catalog:
                  uuid: 44444444-4444-4444-8444-444444444444
                  metadata:
                    title: T
                    last-modified: 2026-11-24T00:00:00Z
                    version: 1.10
                    oscal-version: 1.1.3
                    props: [{name: on, value: true}, {name: n, value: 0x1F}]
                    parties: &p
                      - {uuid: u, type: organization, addresses: [{postal-code: 0100}]}
                """);
        assertThat(catalog.metadata().version()).isEqualTo("1.10");
        assertThat(catalog.metadata().props()).extracting(Prop::value).containsExactly("true", "0x1F");
        assertThat(catalog.metadata().others().toString()).contains("postal-code=0100");
    }

    @Test
    void saysEverythingInBothLanguages() {
        ResourceBundle.Control none =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        ResourceBundle english = ResourceBundle.getBundle("org.hoshimori.oscal.messages", Locale.ROOT, none);
        ResourceBundle japanese = ResourceBundle.getBundle("org.hoshimori.oscal.messages", Locale.JAPANESE, none);
        List<String> untranslated = new ArrayList<>();
        for (String key : english.keySet()) {
            if (japanese.getString(key).equals(english.getString(key))) {
                untranslated.add(key);
            }
        }
        assertThat(untranslated).isEmpty();
        assertThat(japanese.keySet()).isEqualTo(english.keySet());
    }
}
