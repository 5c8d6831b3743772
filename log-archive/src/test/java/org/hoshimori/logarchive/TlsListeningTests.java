package org.hoshimori.logarchive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.ZoneId;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Syslog over TLS (RFC 5425), with a certificate made by a real tool and spoken to by one. */
class TlsListeningTests {

    private static final String MESSAGE =
            "<166>2018-06-27T12:17:46Z asa : %ASA-3-710003: TCP access denied by ACL from 179.236.133.160/8949 to outside:72.142.18.38/23";

    @TempDir
    Path folder;

    private Archive archive;
    private KeyStore store;

    @BeforeEach
    void certificate() throws IOException, InterruptedException, GeneralSecurityException {
        archive = Archive.create(folder.resolve("archive"));
        Path keys = folder.resolve("keys.p12");
        Process made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "syslog",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost,ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keys.toString(),
                        "-storepass",
                        "changeit")
                .inheritIO()
                .start();
        assertThat(made.waitFor()).isZero();
        store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, "changeit".toCharArray());
        }
    }

    private SSLContext context() throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, "changeit".toCharArray());
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }

    private Listening listen() throws IOException, GeneralSecurityException {
        return Listening.start(
                archive,
                new Listening.Options(
                        InetAddress.getLoopbackAddress(),
                        -1,
                        -1,
                        0,
                        context(),
                        -1,
                        Duration.ofHours(1),
                        new Importing.Options("syslog", "gw", ZoneId.of("Asia/Tokyo"), Formats.shipped())),
                outcome -> {});
    }

    private long rows() throws IOException {
        return ((Number) Bench.ask(archive, "SELECT count(*) FROM log")
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
    void importsWhatItReceivesOverTls() throws Exception {
        try (Listening listening = listen()) {
            try (Socket socket = context()
                            .getSocketFactory()
                            .createSocket("localhost", listening.ports().getFirst());
                    OutputStream out = socket.getOutputStream()) {
                for (int i = 0; i < 3000; i++) {
                    out.write((MESSAGE.length() + " " + MESSAGE).getBytes(StandardCharsets.UTF_8));
                }
            }
            until(listening, 3000);
        }
        assertThat(rows()).isEqualTo(3000);
    }

    @Test
    void understandsARealClient() throws Exception {
        assumeTrue(new ProcessBuilder("sh", "-c", "command -v openssl >/dev/null")
                        .start()
                        .waitFor()
                == 0);
        try (Listening listening = listen()) {
            Process client = new ProcessBuilder(
                            "openssl",
                            "s_client",
                            "-quiet",
                            "-no_ign_eof",
                            "-connect",
                            "127.0.0.1:" + listening.ports().getFirst())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("openssl.out").toFile())
                    .start();
            try (OutputStream out = client.getOutputStream()) {
                for (int i = 0; i < 500; i++) {
                    out.write((MESSAGE + "\n").getBytes(StandardCharsets.UTF_8));
                }
            }
            until(listening, 500);
            client.destroy();
        }
        assertThat(rows()).isEqualTo(500);
    }

    @Test
    void takesNothingInClearAndGoesOnListening() throws Exception {
        try (Listening listening = listen()) {
            int port = listening.ports().getFirst();
            for (int i = 0; i < 3; i++) {
                try (Socket clear = new Socket(InetAddress.getLoopbackAddress(), port);
                        OutputStream out = clear.getOutputStream()) {
                    out.write((MESSAGE + "\n").getBytes(StandardCharsets.UTF_8));
                }
            }
            try (Socket socket = context().getSocketFactory().createSocket("localhost", port);
                    OutputStream out = socket.getOutputStream()) {
                out.write((MESSAGE + "\n").getBytes(StandardCharsets.UTF_8));
            }
            until(listening, 1);
            assertThat(listening.received()).isEqualTo(1);
        }
        assertThat(rows()).isEqualTo(1);
    }
}
