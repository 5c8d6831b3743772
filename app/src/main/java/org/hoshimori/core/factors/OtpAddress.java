package org.hoshimori.core.factors;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/**
 * A secret as authenticator apps take it: {@code otpauth://totp/…}.
 *
 * @param mail whose account it is
 * @param key the secret in Base32
 */
record OtpAddress(String mail, String key) {

    private static final String ISSUER = "Hoshimori";

    @Override
    public String toString() {
        return "otpauth://totp/" + ISSUER + ":" + UriUtils.encode(mail, StandardCharsets.UTF_8) + "?secret=" + key
                + "&issuer=" + ISSUER + "&algorithm=SHA1&digits=" + Totp.DIGITS + "&period=" + Totp.SECONDS;
    }
}
