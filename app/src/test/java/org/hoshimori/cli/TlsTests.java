package org.hoshimori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.hoshimori.Application;
import org.hoshimori.Installation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

class TlsTests {

    @TempDir
    private Path temp;

    @Test
    void servesWithItsCertificateAndTakesUpARenewedOneWhileRunning() throws Exception {
        assertThat(self("--host", "hoshimori.example.jp", "127.0.0.1").code()).isZero();
        TlsFiles files = files();
        Map<String, Object> settings =
                new HashMap<>(Doors.of("127.0.0.1", 0, files.server(), files.serverKey(), null, null)
                        .settings());
        settings.putAll(Installation.settings());
        settings.put("spring.ssl.bundle.watch.file.quiet-period", "200ms");
        try (var context = Application.start(settings)) {
            int port = ((WebServerApplicationContext) context).getWebServer().getPort();
            BigInteger first = presented(port, "127.0.0.1").getSerialNumber();
            presented(port, "localhost");
            assertThat(head(port, "/log-in?lang=en"))
                    .contains(
                            "Set-Cookie: __Host-hoshimori-form=",
                            "Set-Cookie: __Host-lang=en; Path=/",
                            "; Secure; HttpOnly")
                    .contains("Strict-Transport-Security: max-age=31536000 ; includeSubDomains");
            assertThat(self("--renew").code()).isZero();
            Instant latest = Instant.now().plus(Duration.ofSeconds(60));
            while (presented(port, "127.0.0.1").getSerialNumber().equals(first)) {
                assertThat(Instant.now()).isBefore(latest);
                Thread.sleep(200);
            }
        }
    }

    @Test
    void certifiesTheHostsThatWereAskedForAndThisMachine() throws Exception {
        self("--host", "Hoshimori.Example.jp", "--host", "192.168.1.20");
        X509Certificate server = files().readServer();
        assertThat(HostNames.in(server))
                .containsExactly("hoshimori.example.jp", "192.168.1.20", "localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
        X509Certificate authority = files().readAuthority().certificate();
        server.verify(authority.getPublicKey());
        assertThat(authority.getBasicConstraints()).isZero();
        assertThat(server.getBasicConstraints()).isEqualTo(-1);
        assertThat(Duration.between(Instant.now(), server.getNotAfter().toInstant()))
                .isBetween(Duration.ofDays(396), Duration.ofDays(398));
        self("--renew");
        assertThat(HostNames.in(files().readServer())).isEqualTo(HostNames.in(server));
        assertThat(files().readServer().getSerialNumber()).isNotEqualTo(server.getSerialNumber());
    }

    @Test
    void keepsKeysToTheirOwnerAndOverwritesNothing() throws IOException {
        self();
        for (Path key : List.of(files().authorityKey(), files().serverKey())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                    .isEqualTo("rw-------");
        }
        String before = Files.readString(files().authority());
        Ran again = self();
        assertThat(again.code()).isEqualTo(Exit.WRONG);
        assertThat(again.err()).contains("ca.pem", "--renew");
        assertThat(Files.readString(files().authority())).isEqualTo(before);
    }

    @Test
    void saysHowToTrustItAndHowToServe() {
        Ran ran = self("--host", "hoshimori.example.jp");
        assertThat(ran.out())
                .contains("SHA-256: ", "certutil", "update-ca-certificates", "Android", "--tls-cert", "server.key.pem")
                .contains("https://hoshimori.example.jp:8080/");
    }

    @Test
    void certifiesATerminalOnceUnderAPasswordThatItTellsOnce() throws Exception {
        assertThat(terminal("PC-012").err()).contains("tls self");
        self();
        Ran ran = terminal("PC-012", "--quiet");
        assertThat(ran.code()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(files().terminalKey("PC-012"))) {
            store.load(in, ran.out().strip().toCharArray());
        }
        X509Certificate certificate = (X509Certificate) store.getCertificate("PC-012");
        certificate.verify(files().readAuthority().certificate().getPublicKey());
        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=PC-012");
        assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.2");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files().terminalKey("PC-012"))))
                .isEqualTo("rw-------");
        assertThat(Files.readString(files().terminal("PC-012"))).contains("BEGIN CERTIFICATE");
        assertThat(terminal("PC-012").code()).as("overwrites nothing").isEqualTo(Exit.WRONG);
        assertThat(terminal("../PC").code()).isEqualTo(Exit.WRONG);
    }

    private Ran terminal(String number, String... more) {
        List<String> arguments = new java.util.ArrayList<>(List.of(
                "tls",
                "terminal",
                "--number",
                number,
                "--data",
                temp.resolve("data").toString(),
                "--lang",
                "ja"));
        arguments.addAll(List.of(more));
        return Ran.hoshimori(arguments.toArray());
    }

    @Test
    void refusesWhatIsNoHostAndARenewalOfNothing() {
        assertThat(self("--host", "not a host").err()).contains("not a host");
        assertThat(self("--host", "*.example.jp").code()).isEqualTo(Exit.WRONG);
        assertThat(self("--renew").code()).isEqualTo(Exit.WRONG);
        assertThat(files().folder()).doesNotExist();
    }

    private X509Certificate presented(int port, String host) throws IOException, GeneralSecurityException {
        try (SSLSocket socket = connected(port, host)) {
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        } catch (SSLException e) {
            throw new AssertionError(host, e);
        }
    }

    private String head(int port, String address) throws IOException, GeneralSecurityException {
        try (SSLSocket socket = connected(port, "127.0.0.1")) {
            socket.getOutputStream()
                    .write(("GET " + address + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n").getBytes());
            return new String(socket.getInputStream().readAllBytes());
        }
    }

    private SSLSocket connected(int port, String host) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("ca", files().readAuthority().certificate());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(host, port);
        SSLParameters parameters = socket.getSSLParameters();
        // The name is checked as browsers do.
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private TlsFiles files() {
        return new TlsFiles(temp.resolve("data/tls"));
    }

    private Ran self(String... options) {
        List<String> arguments = new java.util.ArrayList<>(
                List.of("tls", "self", "--data", temp.resolve("data").toString(), "--lang", "ja"));
        arguments.addAll(List.of(options));
        return Ran.hoshimori(arguments.toArray());
    }
}
