package org.hoshimori.logarchive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What arrives by syslog becomes rows. */
class ListeningTests {

    private static final String MESSAGE =
            "<166>2018-06-27T12:17:46Z asa : %ASA-3-710003: TCP access denied by ACL from 179.236.133.160/8949 to outside:72.142.18.38/23";

    @TempDir
    Path folder;

    private Archive archive;

    @BeforeEach
    void create() throws IOException {
        archive = Archive.create(folder.resolve("archive"));
    }

    private Listening.Options options() {
        return new Listening.Options(
                InetAddress.getLoopbackAddress(),
                0,
                0,
                -1,
                null,
                -1,
                Duration.ofHours(1),
                new Importing.Options("syslog", "gw", ZoneId.of("Asia/Tokyo"), Formats.shipped()));
    }

    private long rows() throws IOException {
        return ((Number) Bench.ask(archive, "SELECT count(*) FROM log WHERE source = 'gw'")
                        .getFirst()
                        .getFirst())
                .longValue();
    }

    private static void until(Listening listening, long messages) throws InterruptedException {
        long end = System.nanoTime() + 20_000_000_000L;
        while (listening.received() < messages && System.nanoTime() < end) {
            Thread.sleep(20);
        }
    }

    @Test
    void importsWhatItReceivesOverUdpAndTcp() throws IOException, InterruptedException {
        try (Listening listening = Listening.start(archive, options(), outcome -> {})) {
            try (DatagramSocket udp = new DatagramSocket()) {
                byte[] bytes = MESSAGE.getBytes(StandardCharsets.UTF_8);
                udp.send(new DatagramPacket(
                        bytes,
                        bytes.length,
                        InetAddress.getLoopbackAddress(),
                        listening.ports().getFirst()));
            }
            try (Socket tcp = new Socket(
                            InetAddress.getLoopbackAddress(), listening.ports().getLast());
                    OutputStream out = tcp.getOutputStream()) {
                for (int i = 0; i < 5000; i++) {
                    out.write((MESSAGE + "\n").getBytes(StandardCharsets.UTF_8));
                    out.write((MESSAGE.length() + " " + MESSAGE).getBytes(StandardCharsets.UTF_8));
                }
            }
            until(listening, 10_001);
        }
        assertThat(rows()).isEqualTo(10_001);
        assertThat(Spool.ready(archive.folder().resolve("spool"))).isEmpty();
    }

    @Test
    void importsWhatACrashLeftInTheSpoolAndSaysWhatMayBeMissing() throws IOException {
        Path spool = archive.folder().resolve("spool");
        Spool crashed = new Spool(spool);
        byte[] bytes = MESSAGE.getBytes(StandardCharsets.UTF_8);
        crashed.add(bytes, 0, bytes.length);
        crashed.sync();
        assertThat(Spool.left(spool)).hasSize(1);
        Listening.start(archive, options(), outcome -> {}).close();
        assertThat(rows()).isEqualTo(1);
        assertThat(Verification.of(archive, Duration.ofHours(6), "").faults())
                .extracting(Fault::kind)
                .contains(Fault.Kind.LOST);
    }

    @Test
    void keepsEqualMessagesOfDifferentSpoolsApart() throws IOException {
        byte[] bytes = MESSAGE.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 2; i++) {
            try (Spool spool = new Spool(archive.folder().resolve("spool"))) {
                spool.add(bytes, 0, bytes.length);
            }
            Listening.start(archive, options(), outcome -> {}).close();
        }
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void cutsStreamsIntoMessagesHoweverTheyArrive() throws IOException {
        List<String> messages = new ArrayList<>();
        String stream = "11 hello\nworld<1>line one\n<2>line two\n5 12345<3>last";
        new Frames(new ByteArrayInputStream(stream.getBytes(StandardCharsets.UTF_8)) {
                    @Override
                    public synchronized int read(byte[] b, int off, int len) {
                        return super.read(b, off, Math.min(len, 3));
                    }
                })
                .each((b, from, to) -> messages.add(new String(b, from, to - from, StandardCharsets.UTF_8)));
        assertThat(messages).containsExactly("hello\nworld", "<1>line one", "<2>line two", "12345", "<3>last");
    }

    @Test
    void boundsWhatAHostileSenderCanMakeItKeep() throws IOException {
        List<Integer> sizes = new ArrayList<>();
        byte[] endless = new byte[3 << 20];
        java.util.Arrays.fill(endless, (byte) 'x');
        new Frames(new ByteArrayInputStream(endless)).each((b, from, to) -> sizes.add(to - from));
        assertThat(sizes).allMatch(n -> n <= 2 * Frames.MAX);
        assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(endless.length);
    }

    @Test
    void purgesOnlyWhatIsPastItsTime() throws IOException {
        Bench.imported(
                archive,
                Bench.file(
                        folder,
                        "a.log",
                        "1461576382.642    161 127.0.0.1 TCP_MISS/200 1 GET http://a.example/ - DIRECT/192.0.2.1 text/html\n"));
        java.time.Period three = java.time.Period.ofYears(3);
        java.time.Instant now = java.time.Instant.parse("2019-04-25T00:00:00Z");
        assertThat(Purging.of(archive, three, three, now, false).files()).isZero();
        assertThat(Purging.of(archive, three, three, now.plus(Duration.ofDays(2)), true)
                        .files())
                .isEqualTo(1);
        assertThat(Purging.of(archive, three, three, now.plus(Duration.ofDays(2)), false)
                        .files())
                .isEqualTo(1);
        assertThat(Verification.of(archive, Duration.ofHours(6), "").faults()).isEmpty();
        assertThat(archive.manifest().entries().getLast()).isInstanceOf(Entry.Purged.class);
        assertThat(Files.exists(archive.folder().resolve("rows/source=squid/day=2016-04-25/000000001.parquet")))
                .isFalse();
    }
}
