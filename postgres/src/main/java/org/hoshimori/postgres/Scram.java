package org.hoshimori.postgres;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * One log-in by SCRAM-SHA-256 (RFC 5802, RFC 7677), without channel binding, for passwords in ASCII. The password is not
 * sent, and the server proves that it knows it, too.
 */
final class Scram {

    /** A stranger on the port could ask for hours of hashing; PostgreSQL asks for 4096 rounds. */
    private static final int MOST_ROUNDS = 1_000_000;

    private final String password;
    private final String nonce;
    private byte[] serverSignature = {};

    Scram(String password) {
        this.password = password;
        byte[] random = new byte[18];
        new SecureRandom().nextBytes(random);
        this.nonce = base64(random);
    }

    Scram(String password, String nonce) {
        this.password = password;
        this.nonce = nonce;
    }

    String first(String user) {
        return "n,," + bare(user);
    }

    private String bare(String user) {
        return "n=" + user + ",r=" + nonce;
    }

    /** @throws GeneralSecurityException if the server's challenge does not answer our first message */
    String last(String user, String challenge) throws GeneralSecurityException {
        Map<String, String> server = attributes(challenge);
        String both = server.getOrDefault("r", "");
        int rounds = number(server.getOrDefault("i", ""));
        if (!both.startsWith(nonce) || both.length() == nonce.length() || rounds < 1 || rounds > MOST_ROUNDS) {
            throw new GeneralSecurityException("challenge");
        }
        byte[] salted = salted(bytes(server.getOrDefault("s", "")), rounds);
        String withoutProof = "c=biws,r=" + both;
        byte[] message = ascii(bare(user) + "," + challenge + "," + withoutProof);
        byte[] clientKey = hmac(salted, ascii("Client Key"));
        byte[] proof = hmac(MessageDigest.getInstance("SHA-256").digest(clientKey), message);
        for (int i = 0; i < proof.length; i++) {
            proof[i] ^= clientKey[i];
        }
        serverSignature = hmac(hmac(salted, ascii("Server Key")), message);
        return withoutProof + ",p=" + base64(proof);
    }

    /** Whether the server knows the password: false, too, before our last message. */
    boolean proven(String answer) throws GeneralSecurityException {
        return serverSignature.length > 0
                && MessageDigest.isEqual(
                        serverSignature, bytes(attributes(answer).getOrDefault("v", "")));
    }

    private byte[] salted(byte[] salt, int rounds) throws GeneralSecurityException {
        if (salt.length == 0) {
            throw new GeneralSecurityException("salt");
        }
        return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(new PBEKeySpec(password.toCharArray(), salt, rounds, 256))
                .getEncoded();
    }

    private static Map<String, String> attributes(String message) {
        Map<String, String> all = new HashMap<>();
        for (String part : message.split(",", -1)) {
            if (part.length() > 1 && part.charAt(1) == '=') {
                all.put(part.substring(0, 1), part.substring(2));
            }
        }
        return all;
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,7}") ? Integer.parseInt(text) : 0;
    }

    private static byte[] hmac(byte[] key, byte[] message) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(message);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(String base64) throws GeneralSecurityException {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException(e);
        }
    }
}
