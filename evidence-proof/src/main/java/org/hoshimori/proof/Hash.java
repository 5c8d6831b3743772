package org.hoshimori.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** 32 bytes of SHA-256 (FIPS 180-4), or of HMAC-SHA-256; written as 64 lower-case hexadecimal digits. */
public final class Hash {

    private static final int LENGTH = 32;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A hash of these bytes, copied; refuses any length but 32. */
    public static Hash of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw ProofRefused.of("hash.length", bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /** Reads 64 lower-case hexadecimal digits; there is no other spelling. */
    public static Hash parse(String hex) {
        return of(unhex(hex));
    }

    /** SHA-256 of the parts, one after the other. */
    public static Hash sha256(byte[]... parts) {
        MessageDigest digest = digest();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return new Hash(digest.digest());
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] unhex(String hex) {
        try {
            if (hex.equals(hex.toLowerCase(Locale.ROOT))) {
                return HexFormat.of().parseHex(hex);
            }
        } catch (IllegalArgumentException e) {
            // Falls through: what was not hexadecimal is refused like upper case.
        }
        throw ProofRefused.of("hash.hex");
    }

    /** A copy of the 32 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    byte[] shared() {
        return bytes;
    }

    /** 64 lower-case hexadecimal digits. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Hash hash && MessageDigest.isEqual(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
