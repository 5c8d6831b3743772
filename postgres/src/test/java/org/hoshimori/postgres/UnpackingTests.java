package org.hoshimori.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.hoshimori.postgres.PostgresRefused.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Archives good, bad and cut short. */
final class UnpackingTests {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private TarArchiveOutputStream tar;

    @BeforeEach
    void pack() throws IOException {
        tar = new TarArchiveOutputStream(new XZOutputStream(packed, new LZMA2Options(0)));
    }

    @Test
    void keepsModesAndLinks() throws IOException {
        file("bin/tool", 0100775, "runs");
        file("share/words", 0100664, "read");
        link("lib/tool", "../bin/tool", TarConstants.LF_SYMLINK);
        link("hard", "share/words", TarConstants.LF_LINK);
        Path place = unpack();
        assertThat(mode(place.resolve("bin/tool"))).isEqualTo("rwxr-xr-x");
        assertThat(mode(place.resolve("share/words"))).isEqualTo("rw-r--r--");
        assertThat(mode(place.resolve("share"))).isEqualTo("rwxr-xr-x");
        assertThat(Files.readSymbolicLink(place.resolve("lib/tool"))).isEqualTo(Path.of("../bin/tool"));
        assertThat(place.resolve("lib/tool")).content().isEqualTo("runs");
        assertThat(place.resolve("hard")).content().isEqualTo("read");
    }

    @Test
    void refusesEntriesThatClimbOut() throws IOException {
        file("../out", 0100644, "x");
        refuses("../out");
    }

    @Test
    void refusesLinksThatLeadOut() throws IOException {
        link("lib/out", "../../etc", TarConstants.LF_SYMLINK);
        refuses("lib/out");
    }

    @Test
    void refusesAbsoluteLinks() throws IOException {
        link("passwd", "/etc/passwd", TarConstants.LF_SYMLINK);
        refuses("passwd");
    }

    @Test
    void refusesHardLinksThatLeadOut() throws IOException {
        link("passwd", "../passwd", TarConstants.LF_LINK);
        refuses("passwd");
    }

    @Test
    void refusesToWriteThroughLinks() throws IOException {
        file("deep/er/x", 0100644, "x");
        link("to", "deep/er", TarConstants.LF_SYMLINK);
        file("to/y", 0100644, "y");
        refuses("to/y");
    }

    @Test
    void refusesDevices() throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry("null", TarConstants.LF_CHR);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
        refuses("null");
    }

    @Test
    void leavesNothingOfAnArchiveCutShort() throws IOException {
        file("bin/tool", 0100755, "runs".repeat(10_000));
        tar.close();
        byte[] half = Arrays.copyOf(packed.toByteArray(), packed.size() / 2);
        assertThatThrownBy(() -> Binaries.unpack(new ByteArrayInputStream(half), folder.resolve("bin-1")))
                .isInstanceOf(IOException.class);
        assertThat(folder).isEmptyDirectory();
    }

    private void file(String name, int mode, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setMode(mode);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }

    private void link(String name, String target, byte kind) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, kind);
        entry.setLinkName(target);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    private Path unpack() throws IOException {
        tar.close();
        Path place = folder.resolve("bin-1");
        Binaries.unpack(new ByteArrayInputStream(packed.toByteArray()), place);
        return place;
    }

    private void refuses(String entry) {
        assertThatThrownBy(this::unpack).isInstanceOfSatisfying(PostgresRefused.class, e -> {
            assertThat(e.reason()).isEqualTo(Reason.BAD_BINARIES);
            assertThat(e.en()).contains(entry);
        });
        assertThat(folder).isEmptyDirectory();
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
