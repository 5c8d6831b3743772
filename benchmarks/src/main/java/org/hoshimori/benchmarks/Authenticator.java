package org.hoshimori.benchmarks;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The code of an authenticator app (RFC 6238). */
final class Authenticator {

    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;
    private static final int BYTES = 20;
    private static final int SECONDS = 30;
    private static final int SIX_DIGITS = 1_000_000;

    private Authenticator() {}

    /** The code of now, for a key as pages show it. */
    static String code(String shown) throws GeneralSecurityException {
        BigInteger number = BigInteger.ZERO;
        for (char letter : shown.replace(" ", "").toCharArray()) {
            number = number.shiftLeft(BITS).add(BigInteger.valueOf(BASE_32.indexOf(letter)));
        }
        byte[] digits = number.toByteArray();
        byte[] key = new byte[BYTES];
        for (int i = 1; i <= Math.min(BYTES, digits.length); i++) {
            key[BYTES - i] = digits[digits.length - i];
        }
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(key, "HmacSHA1"));
        byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES)
                .putLong(Instant.now().getEpochSecond() / SECONDS)
                .array());
        int code = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0x0f) & Integer.MAX_VALUE;
        return "%06d".formatted(code % SIX_DIGITS);
    }
}
