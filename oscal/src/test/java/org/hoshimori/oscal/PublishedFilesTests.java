package org.hoshimori.oscal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every published catalog and profile survives every format. */
class PublishedFilesTests {

    static List<Path> files() throws IOException {
        SharedData.needed(SharedData.NIST);
        try (Stream<Path> nist = Files.list(SharedData.NIST);
                Stream<Path> examples = Files.list(SharedData.EXAMPLES.resolve("catalog/json"))) {
            return Stream.concat(nist, examples).sorted().toList();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"JSON", "YAML"})
    void readsBackExactlyWhatItWrote(OscalFormat format) throws IOException {
        for (Path file : files()) {
            OscalDocument document = OscalReader.read(file);
            byte[] written = OscalWriter.write(document, format);

            assertThat(OscalReader.read("written", written)).as(file.toString()).isEqualTo(document);
            assertThat(OscalWriter.write(document, format)).isEqualTo(written);
        }
    }

    @Test
    void readsBackFromXmlWhatMeansTheSame() throws IOException {
        for (Path file : files()) {
            OscalDocument document = OscalReader.read(file);
            byte[] written = OscalWriter.write(document, OscalFormat.XML);
            OscalDocument again = OscalReader.read("written", written);

            // Markdown can say one thing in several ways; after one turn through XML it is settled.
            assertThat(OscalReader.read("again", OscalWriter.write(again, OscalFormat.XML)))
                    .as(file.toString())
                    .isEqualTo(again);
            assertThat(MarkupTurns.settled(again)).isEqualTo(MarkupTurns.settled(document));
        }
    }

    @Test
    void keepsXmlOriginalsExactly() throws IOException {
        for (Path file : files()) {
            if (file.toString().endsWith(".xml")) {
                OscalDocument document = OscalReader.read(file);
                for (OscalFormat format : OscalFormat.values()) {
                    OscalDocument again = OscalReader.read("again", OscalWriter.write(document, format));
                    assertThat(again).as(file + " " + format).isEqualTo(document);
                }
            }
        }
    }
}
