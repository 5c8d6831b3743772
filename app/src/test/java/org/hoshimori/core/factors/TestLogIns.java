package org.hoshimori.core.factors;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hoshimori.core.identity.Visitor;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Log-ins with a second factor, as an authenticator app would help with. */
public final class TestLogIns {

    private static final Pattern KEY = Pattern.compile("<code class=\"key\">([A-Z2-7 ]+)</code>");
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private TestLogIns() {}

    /** Logs in and enrols; the secret. */
    public static byte[] enrolled(Visitor visitor, String mail) {
        visitor.logIn(mail, Visitor.PASSWORD);
        byte[] secret = shownSecret(visitor);
        assertThat(enrol(visitor, secret)).hasStatusOk();
        return secret;
    }

    static MvcTestResult enrol(Visitor visitor, byte[] secret) {
        return visitor.post("/second-factor/enrol", "code", code(secret, 0));
    }

    /** The secret that the page of enrolment shows. */
    public static byte[] shownSecret(Visitor visitor) {
        Matcher key = KEY.matcher(Visitor.text(visitor.get("/second-factor/enrol")));
        assertThat(key.find()).isTrue();
        return decoded(key.group(1).replace(" ", ""));
    }

    /** The code of now, or of a later step. */
    public static String code(byte[] secret, int later) {
        return Totp.code(secret, Totp.step(Instant.now()) + later, Totp.DIGITS);
    }

    private static byte[] decoded(String key) {
        BigInteger number = BigInteger.ZERO;
        for (char letter : key.toCharArray()) {
            number = number.shiftLeft(5).or(BigInteger.valueOf(ALPHABET.indexOf(letter)));
        }
        byte[] bytes = number.toByteArray();
        byte[] secret = new byte[Totp.SECRET_BYTES];
        for (int i = 1; i <= Math.min(bytes.length, secret.length); i++) {
            secret[secret.length - i] = bytes[bytes.length - i];
        }
        return secret;
    }
}
