package org.hoshimori.core.revision;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.hoshimori.catalog.CatalogJson;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.Words;
import org.hoshimori.oscal.OscalFormatException;
import org.hoshimori.oscal.OscalReader;
import org.hoshimori.regulation.FirstTailoring;
import org.hoshimori.regulation.OscalProfiles;
import org.hoshimori.regulation.TailoringText;
import org.springframework.stereotype.Component;

/** Reads a tailoring that somebody brings: a {@code tailoring.yaml}, or an OSCAL profile over our catalog. */
@Component
class Importing {

    private static final Words REASON =
            new Words("取り込んだ OSCAL プロファイルが選んでいないため", "Not selected by the imported OSCAL profile");

    /** What was read, and what of it a tailoring can't say. */
    record Read(TailoringText text, List<String> unsaid) {}

    /** It can't be read; the code says why. */
    static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unreadable(String code) {
            super(code);
        }

        String code() {
            return String.valueOf(getMessage());
        }
    }

    /**
     * Reads it.
     *
     * @throws org.hoshimori.yaml.YamlException if it is a tailoring with a mistake in its form
     * @throws Unreadable if it is neither
     */
    Read read(String name, byte[] content, Lang language) throws IOException {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".json") || lower.endsWith(".xml")) {
            return profile(content, language);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            TailoringText tailoring = new TailoringText(name, text);
            tailoring.read();
            return new Read(tailoring, List.of());
        } catch (CharacterCodingException e) {
            throw new Unreadable("draft.not-utf-8");
        }
    }

    private Read profile(byte[] content, Lang language) throws IOException {
        Path file = Files.createTempFile("profile", ".oscal");
        try {
            Files.write(file, content);
            OscalProfiles.Imported imported = OscalProfiles.read(OscalReader.readProfile(file), CatalogJson.shipped());
            TailoringText text = new TailoringText(
                    "profile", FirstTailoring.text(CatalogJson.shipped(), language, imported.values()));
            for (String clause : imported.excluded()) {
                text = text.excluded(clause, REASON);
            }
            return new Read(
                    text,
                    imported.unsaid().stream()
                            .map(u -> u.code() + " " + u.subject())
                            .toList());
        } catch (OscalFormatException e) {
            throw new Unreadable("draft.not-a-profile");
        } finally {
            Files.delete(file);
        }
    }
}
