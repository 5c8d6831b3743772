package org.hoshimori.core.factors;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.hoshimori.core.storage.Secrets;

/**
 * Keeps what must be read again but not from the database alone: AES-256-GCM under a key in a file outside of it. What was
 * sealed for one person does not open for another.
 */
final class SecretBox {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec aes;
    private final SecretKeySpec mac;

    SecretBox(Secrets secrets) {
        this.aes = new SecretKeySpec(secrets.bytes("second-factor"), "AES");
        this.mac = new SecretKeySpec(secrets.bytes("recovery-codes"), "HmacSHA256");
    }

    /** Nonce and ciphertext. */
    byte[] seal(byte[] plain, String about) {
        byte[] nonce = new byte[NONCE];
        new SecureRandom().nextBytes(nonce);
        try {
            byte[] closed = cipher(Cipher.ENCRYPT_MODE, nonce, about).doFinal(plain);
            return ByteBuffer.allocate(NONCE + closed.length)
                    .put(nonce)
                    .put(closed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was sealed; empty if it was sealed under another key or about something else. */
    Optional<byte[]> open(byte[] closed, String about) {
        ByteBuffer buffer = ByteBuffer.wrap(closed);
        byte[] nonce = new byte[NONCE];
        buffer.get(nonce);
        byte[] rest = new byte[buffer.remaining()];
        buffer.get(rest);
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, nonce, about).doFinal(rest));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String about) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, aes, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(about.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /** What tells whether a text is the same again, and nothing else, to whoever holds the key only. */
    byte[] fingerprint(String text, String about) {
        try {
            Mac hmac = Mac.getInstance("HmacSHA256");
            hmac.init(mac);
            return hmac.doFinal((about + "\n" + text).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
