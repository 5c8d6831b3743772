package org.hoshimori.oscal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spoilt files: either they still read and resolve, or they are refused in one line. Count: {@code -Doscal.fuzz=N}. */
class FuzzTests {

    private static final int COUNT = Integer.getInteger("oscal.fuzz", 1500);
    private static final long SEED = Long.getLong("oscal.fuzz.seed", 20261124);

    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            ",",
            ":",
            "<",
            ">",
            "</",
            "&",
            "&#0;",
            "&x;",
            "\\u0000",
            "\\ud800",
            "*",
            "- ",
            "  ",
            "\n",
            "null",
            "true",
            "1e999999999",
            "-99999999999999999999999999",
            "&a ",
            "*a",
            "!!binary ",
            "<<: ",
            "? ",
            "| ",
            "%YAML",
            "---\n",
            "...\n",
            "#",
            "../../../../etc/passwd",
            "file:///etc/passwd",
            "http://localhost/",
            "profile.json",
            "<!DOCTYPE a [<!ENTITY b SYSTEM \"/etc/passwd\">]>",
            "<![CDATA[",
            "]]>",
            "<!--",
            "<?x",
            "{{ insert: param, ",
            "}}",
            "](#",
            "\u0000",
            "\uFEFF",
            "日本",
            "**",
            "```",
            "| --- |");

    @TempDir
    Path temp;

    @Test
    void spoiltFilesAreReadOrRefused() throws IOException {
        OscalCatalog catalog = Synthetic.catalog(8, 5);
        Path catalogFile = temp.resolve("catalog.json");
        OscalWriter.write(catalog, OscalFormat.JSON, catalogFile);
        Path profileFile = temp.resolve("profile.json");
        Profile profile = Synthetic.profile(catalog, 5, Merge.asCatalogsAre());
        List<byte[]> seeds = new ArrayList<>();
        for (OscalFormat format : OscalFormat.values()) {
            seeds.add(OscalWriter.write(catalog, format));
            seeds.add(OscalWriter.write(profile, format));
        }
        Random random = new Random(SEED);
        int read = 0;
        for (int i = 0; i < COUNT; i++) {
            int which = random.nextInt(seeds.size());
            byte[] spoilt = spoilt(seeds.get(which), random);
            Files.write(which % 2 == 0 ? catalogFile : profileFile, spoilt);
            if (which % 2 == 0) {
                OscalWriter.write(profile, OscalFormat.JSON, profileFile);
            }
            read += survives(profileFile, i, spoilt) ? 1 : 0;
            OscalWriter.write(catalog, OscalFormat.JSON, catalogFile);
        }
        assertThat(read).as("some changes are harmless, some are not").isBetween(1, COUNT - 1);
    }

    private static boolean survives(Path file, int round, byte[] spoilt) {
        try {
            ResolvedProfile resolved = ProfileResolver.resolve(file, ResolveOptions.defaults());
            Insertion insertion = Insertion.of(resolved.catalog());
            resolved.catalog()
                    .allControls()
                    .forEach(c -> c.parts().forEach(p -> {
                        String prose = p.prose();
                        if (prose != null) {
                            insertion.fill(prose);
                        }
                    }));
            OscalFormat format = OscalFormat.values()[round % 3];
            OscalReader.read("again", OscalWriter.write(resolved.catalog(), format));
            return true;
        } catch (OscalFormatException e) {
            assertThat(e.message(Locale.JAPANESE)).doesNotContain("\n").hasSizeLessThan(1200);
            assertThat(e.code()).startsWith("oscal.");
            return false;
        } catch (RuntimeException | StackOverflowError e) {
            return fail("round " + round + ":\n" + new String(spoilt, StandardCharsets.UTF_8), e);
        }
    }

    private static byte[] spoilt(byte[] seed, Random random) {
        byte[] content = seed.clone();
        for (int n = random.nextInt(3); n >= 0; n--) {
            int at = random.nextInt(content.length);
            int length = Math.min(content.length - at, 1 + random.nextInt(40));
            byte[] piece = switch (random.nextInt(8)) {
                case 0 -> new byte[] {(byte) random.nextInt(256)};
                case 1 -> new byte[0];
                case 2 ->
                    PIECES.get(random.nextInt(PIECES.size()))
                            .repeat(1 + random.nextInt(3))
                            .getBytes(StandardCharsets.UTF_8);
                case 3 ->
                    PIECES.get(random.nextInt(PIECES.size()))
                            .repeat(random.nextInt(3000))
                            .getBytes(StandardCharsets.UTF_8);
                case 4 -> slice(content, random);
                default -> PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
            };
            int kept = random.nextInt(3) == 0 ? at + length : at;
            if (random.nextInt(25) == 0) {
                kept = content.length;
            }
            byte[] next = new byte[at + piece.length + content.length - kept];
            System.arraycopy(content, 0, next, 0, at);
            System.arraycopy(piece, 0, next, at, piece.length);
            System.arraycopy(content, kept, next, at + piece.length, content.length - kept);
            content = next.length == 0 ? seed.clone() : next;
        }
        return content;
    }

    private static byte[] slice(byte[] content, Random random) {
        int from = random.nextInt(content.length);
        int to = Math.min(content.length, from + random.nextInt(500));
        return Arrays.copyOfRange(content, from, to);
    }
}
