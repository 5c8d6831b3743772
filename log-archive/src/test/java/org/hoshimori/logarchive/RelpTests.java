package org.hoshimori.logarchive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What RELP acknowledged is there, whatever happens. */
class RelpTests {

    private static final int MESSAGES = 20_000;

    @TempDir
    Path folder;

    private static String serve(String sent, List<String> happened) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] b, int off, int len) {
                super.write(b, off, len);
                happened.add("sent");
            }
        };
        new Relp(
                        new ByteArrayInputStream(sent.getBytes(StandardCharsets.UTF_8)),
                        out,
                        (b, from, to) -> happened.add("took " + new String(b, from, to - from, StandardCharsets.UTF_8)),
                        () -> happened.add("disk"))
                .serve();
        return out.toString(StandardCharsets.US_ASCII);
    }

    @Test
    void acknowledgesOnlyWhatIsOnTheDisk() throws IOException {
        List<String> happened = new ArrayList<>();
        String offer = "relp_version=0\nrelp_software=librelp,1.10.0,http://librelp.adiscon.com\ncommands=syslog";
        String answers = serve(
                "1 open " + offer.length() + " " + offer + "\n" + "2 syslog 5 a\nb c\n3 syslog 2 dd\n4 close 0\n",
                happened);
        assertThat(answers)
                .startsWith("1 rsp ")
                .contains("200 OK\nrelp_version=0")
                .contains("\n2 rsp 6 200 OK\n3 rsp 6 200 OK\n4 rsp 0\n0 serverclose 0\n");
        assertThat(happened).containsSubsequence("sent", "took a\nb c", "took dd", "disk", "sent");
        assertThat(happened.subList(happened.indexOf("took a\nb c"), happened.indexOf("disk")))
                .doesNotContain("sent");
    }

    @Test
    void refusesWhatIsNoRelp() {
        for (String wrong : List.of(
                "GET / HTTP/1.1\r\n",
                "1 syslog 99999999 x\n",
                "1 syslog 2 abc\n",
                "99999999999 syslog 1 a\n",
                "1 aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa 1 a\n")) {
            assertThatThrownBy(() -> serve(wrong, new ArrayList<>())).as(wrong).isInstanceOf(ProtocolException.class);
        }
        assertThatThrownBy(() -> serve("1 syslog 10 abc", new ArrayList<>())).isInstanceOf(java.io.EOFException.class);
    }

    /** Listens in a process of its own. */
    static final class Child {
        public static void main(String[] args) throws IOException, InterruptedException {
            Listening listening = Listening.start(
                    Archive.create(Path.of(args[0])),
                    new Listening.Options(
                            InetAddress.getLoopbackAddress(),
                            -1,
                            -1,
                            -1,
                            null,
                            Integer.parseInt(args[1]),
                            Duration.ofMillis(700),
                            new Importing.Options("syslog", "gw", ZoneId.of("Asia/Tokyo"), Formats.shipped())),
                    outcome -> {});
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    listening.close();
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }));
            listening.await();
        }
    }

    private Process listen(Path archive, int port) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        archive.toString(),
                        Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("child.out").toFile()))
                .start();
    }

    @Test
    void losesNothingOfARealSenderWhenKilled() throws IOException, InterruptedException {
        assumeTrue(Files.exists(Path.of("/usr/sbin/rsyslogd")), "rsyslog is not installed");
        assumeTrue(
                Files.exists(Path.of("/usr/lib/x86_64-linux-gnu/rsyslog/omrelp.so")), "rsyslog-relp is not installed");
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path archive = folder.resolve("archive");
        Path log = folder.resolve("fw.log");
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < MESSAGES; i++) {
            text.append(
                    "2018-06-27T12:17:46Z asa : %%ASA-6-302014: Teardown TCP connection %d for outside:192.0.2.1/443 to inside:10.0.0.1/%d duration 0:00:01 bytes %d TCP FINs%n"
                            .formatted(i, 1024 + i % 60_000, i));
        }
        Files.writeString(log, text);
        Path conf = Bench.file(folder, "rsyslog.conf", """
                global(workDirectory="%1$s/work")
                module(load="imfile" PollingInterval="1")
                module(load="omrelp")
                template(name="raw" type="string" string="<166>%%msg%%")
                input(type="imfile" File="%2$s" Tag="x" ruleset="out" addMetadata="off")
                ruleset(name="out") {
                  action(type="omrelp" target="127.0.0.1" port="%3$d" template="raw" timeout="5"
                         action.resumeRetryCount="-1" action.resumeInterval="1")
                }
                """.formatted(folder, log, port));
        Files.createDirectories(folder.resolve("work"));
        Process sender = new ProcessBuilder(
                        "/usr/sbin/rsyslogd",
                        "-n",
                        "-f",
                        conf.toString(),
                        "-i",
                        folder.resolve("pid").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("rsyslog.out").toFile())
                .start();
        Random random = new Random(5);
        int killed = 0;
        try {
            long end = System.nanoTime() + 240_000_000_000L;
            long there = 0;
            while (there < MESSAGES && System.nanoTime() < end) {
                Process child = listen(archive, port);
                boolean last = killed >= 4;
                long until = System.nanoTime() + 120_000_000_000L;
                if (last) {
                    while (there < MESSAGES && System.nanoTime() < until) {
                        Thread.sleep(1000);
                        there = distinct(archive);
                    }
                    child.destroy();
                    child.waitFor(60, TimeUnit.SECONDS);
                    there = distinct(archive);
                } else {
                    while (!anything(archive) && System.nanoTime() < until) {
                        Thread.sleep(20);
                    }
                    Thread.sleep(random.nextInt(900));
                    child.destroyForcibly().waitFor();
                    killed++;
                }
            }
            assertThat(killed).isEqualTo(4);
            assertThat(there).as(() -> said("rsyslog.out") + said("child.out")).isEqualTo(MESSAGES);
        } finally {
            sender.destroy();
            sender.waitFor();
        }
    }

    private String said(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            return "";
        }
    }

    /** Whether something was received since the listener started. */
    private static boolean anything(Path archive) throws IOException {
        Path spool = archive.resolve("spool");
        if (!Files.isDirectory(spool)) {
            return false;
        }
        try (java.util.stream.Stream<Path> files = Files.list(spool)) {
            return files.anyMatch(
                    f -> f.toString().endsWith(".open") && f.toFile().length() > 0);
        }
    }

    private static long distinct(Path archive) throws IOException {
        return ((Number) Bench.ask(Archive.create(archive), "SELECT count(DISTINCT connection_info_uid) FROM log")
                        .getFirst()
                        .getFirst())
                .longValue();
    }
}
