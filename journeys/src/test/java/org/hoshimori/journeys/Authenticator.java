package org.hoshimori.journeys;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app on somebody's telephone (RFC 6238); it shows no code twice, but waits for the next. */
final class Authenticator {

    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int SECONDS = 30;
    private static final int SIX_DIGITS = 1_000_000;

    private final byte[] key;
    private long last;

    /** Takes the key as the page shows it. */
    Authenticator(String shown) {
        String letters = shown.replaceAll("\\s", "");
        ByteBuffer bytes = ByteBuffer.allocate(letters.length() * 5 / 8);
        int bits = 0;
        int held = 0;
        for (char letter : letters.toCharArray()) {
            held = held << 5 | BASE_32.indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (held >> bits));
            }
        }
        this.key = bytes.array();
    }

    /** The next code; of a step ahead, which servers allow for, before it waits. */
    String code() throws InterruptedException {
        last = Math.max(last + 1, now());
        while (last > now() + 1) {
            Thread.sleep(200);
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(last).array());
            int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0x0f) & Integer.MAX_VALUE;
            return "%06d".formatted(number % SIX_DIGITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long now() {
        return Instant.now().getEpochSecond() / SECONDS;
    }
}
