package org.hoshimori.core.factors;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One-time passwords by the clock (RFC 6238), as every authenticator app makes them: HMAC-SHA-1, steps of 30 seconds, six
 * digits.
 */
final class Totp {

    static final int DIGITS = 6;
    static final int SECRET_BYTES = 20;
    static final int SECONDS = 30;
    /** Clocks of telephones differ: the step before and the one after count too. */
    private static final int DRIFT = 1;

    private Totp() {}

    static long step(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), SECONDS);
    }

    /** The code of a step. */
    static String code(byte[] secret, long step, int digits) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0x0f;
            int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
            int modulus = 1;
            for (int i = 0; i < digits; i++) {
                modulus *= 10;
            }
            return String.format(Locale.ROOT, "%0" + digits + "d", number % modulus);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The step whose code this is, of those that count now; all are compared, and each in constant time. */
    static OptionalLong match(byte[] secret, String given, Instant now) {
        byte[] code = given.getBytes(StandardCharsets.UTF_8);
        OptionalLong found = OptionalLong.empty();
        for (long step = step(now) - DRIFT; step <= step(now) + DRIFT; step++) {
            if (MessageDigest.isEqual(code(secret, step, DIGITS).getBytes(StandardCharsets.UTF_8), code)) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }
}
