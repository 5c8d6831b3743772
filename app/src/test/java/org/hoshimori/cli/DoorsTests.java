package org.hoshimori.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hoshimori.core.storage.LogIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoorsTests {

    @TempDir
    private Path temp;

    @Test
    void staysOnTheMachineUnlessEncrypted() throws IOException {
        Path pem = Files.writeString(temp.resolve("a.pem"), "");
        assertThat(Doors.of("127.0.0.1", 8080, null, null, null, null).address(8080))
                .isEqualTo("http://127.0.0.1:8080/");
        assertThat(Doors.of("::1", 0, null, null, null, null).address(81)).isEqualTo("http://[0:0:0:0:0:0:0:1]:81/");
        assertThat(refusal("0.0.0.0", null, null, null)).isEqualTo("serve-bind-clear");
        assertThat(Doors.of("0.0.0.0", 443, pem, pem, null, null).address(443)).isEqualTo("https://localhost:443/");
        assertThat(Doors.of("0.0.0.0", 80, null, null, "10.0.0.1", "https://h.example/")
                        .address(80))
                .isEqualTo("https://h.example/");
    }

    @Test
    void marksCookiesSecureWhereTheDoorIs() throws IOException {
        Path pem = Files.writeString(temp.resolve("a.pem"), "");
        String secure = "server.servlet.session.cookie.secure";
        String name = "hoshimori.session-cookie";
        assertThat(Doors.of("127.0.0.1", 0, null, null, null, null).settings())
                .containsEntry(secure, false)
                .doesNotContainKey(name);
        assertThat(Doors.of("127.0.0.1", 0, pem, pem, null, null).settings())
                .containsEntry(secure, true)
                .containsEntry(name, "__Host-hoshimori");
        assertThat(Doors.of("0.0.0.0", 0, null, null, "10.0.0.1", null).settings())
                .containsEntry(secure, true)
                .containsEntry(name, "__Host-hoshimori")
                .containsEntry("server.tomcat.remoteip.internal-proxies", "10\\.0\\.0\\.1");
    }

    @Test
    void refusesHalfACertificateAndBothWays() throws IOException {
        Path pem = Files.writeString(temp.resolve("a.pem"), "");
        assertThat(refusal("127.0.0.1", pem, null, null)).isEqualTo("serve-tls-pair");
        assertThat(refusal("127.0.0.1", pem, pem, "10.0.0.1")).isEqualTo("serve-tls-or-proxy");
        assertThat(refusal("127.0.0.1", temp.resolve("none"), pem, null)).isEqualTo("no-such-file");
        assertThat(refusal("no such host", null, null, null)).isEqualTo("serve-bind-unknown");
    }

    @Test
    void readsTheAddressOfADatabase() {
        assertThat(Store.logIn("postgresql://hoshi:p%40ss+w@db.example:5433/kitei?sslmode=require"))
                .isEqualTo(new LogIn("jdbc:postgresql://db.example:5433/kitei?sslmode=require", "hoshi", "p@ss+w"));
        for (String wrong :
                new String[] {"mysql://a:b@c/d", "postgresql://c/d", "nonsense", "postgresql://a:b@c d/e"}) {
            assertThatThrownBy(() -> Store.logIn(wrong))
                    .isInstanceOf(Refused.class)
                    .hasMessageNotContaining("a:b");
        }
    }

    @Test
    void tellsInOneLineWhyItDoesNotServe() {
        Ran ran = Ran.hoshimori(
                "serve", "--bind", "0.0.0.0", "--data", temp.resolve("d").toString());
        assertThat(ran.code()).isEqualTo(Exit.WRONG);
        assertThat(ran.err()).contains("暗号化なしでは", "--tls-cert");
        assertThat(temp.resolve("d")).doesNotExist();
    }

    private static String refusal(String bind, Path certificate, Path key, String proxy) {
        try {
            Doors.of(bind, 8080, certificate, key, proxy, null);
            return "";
        } catch (Refused e) {
            return e.code();
        }
    }
}
