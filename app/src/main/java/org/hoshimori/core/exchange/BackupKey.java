package org.hoshimori.core.exchange;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.hoshimori.core.storage.Secrets;

/** The key by which an installation knows its own backups: nobody else can make one, or change one unnoticed. */
final class BackupKey {

    static final String SECRET = "backup-mac";
    private static final int NAME_DIGITS = 16;

    private final byte[] key;

    private BackupKey(byte[] key) {
        this.key = key;
    }

    static BackupKey of(Secrets secrets) {
        return new BackupKey(secrets.bytes(SECRET));
    }

    /** The key's name, from which the key can't be guessed. */
    String name() {
        MessageDigest digest = sha256();
        digest.update("hoshimori-backup-key".getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(digest.digest(key)).substring(0, NAME_DIGITS);
    }

    /** HMAC-SHA-256 in hexadecimal digits. */
    String mac(byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(message));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
