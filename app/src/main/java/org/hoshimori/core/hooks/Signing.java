package org.hoshimori.core.hooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.hoshimori.core.storage.Secrets;

/** Secrets of webhooks, each derived from one of the installation's outside the database, and signatures under them. */
final class Signing {

    private static final String MAC = "HmacSHA256";

    private final byte[] root;

    Signing(Secrets secrets) {
        this.root = secrets.bytes("webhooks");
    }

    /** What its receiver checks signatures with. */
    String secret(UUID webhook) {
        byte[] own = mac(root, webhook.toString());
        return "hsw_" + Base64.getUrlEncoder().withoutPadding().encodeToString(own);
    }

    /** The signature of a body, sent at a second: HMAC-SHA-256 of both with a dot between them, under the secret as it was shown. */
    String signature(UUID webhook, long second, String body) {
        return signature(secret(webhook), second, body);
    }

    static String signature(String secret, long second, String body) {
        return "v1=" + HexFormat.of().formatHex(mac(secret.getBytes(StandardCharsets.US_ASCII), second + "." + body));
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
