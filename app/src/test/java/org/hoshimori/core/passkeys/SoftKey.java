package org.hoshimori.core.passkeys;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An authenticator in software, with one ES256 key: what a browser would hand in of it. */
final class SoftKey {

    static final String ORIGIN = "http://localhost:8080";
    static final int PRESENT = 0x01;
    static final int VERIFIED = 0x04;
    private static final int ATTESTED = 0x40;
    private static final JsonMapper JSON = new JsonMapper();

    private final KeyPair pair;
    private final byte[] id = new byte[16];
    private int counter;

    SoftKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        this.pair = generator.generateKeyPair();
        new SecureRandom().nextBytes(id);
    }

    SoftKey counting(int from) {
        this.counter = from;
        return this;
    }

    /** Makes the key that these options ask for. */
    String made(String options, String origin) throws GeneralSecurityException {
        JsonNode asked = JSON.readTree(options);
        byte[] client = client("webauthn.create", asked, origin);
        byte[] data = data(asked.at("/rp/id").asString(), PRESENT | VERIFIED | ATTESTED, true);
        ByteArrayOutputStream attestation = new ByteArrayOutputStream();
        attestation.write(0xa3);
        text(attestation, "fmt");
        text(attestation, "none");
        text(attestation, "attStmt");
        attestation.write(0xa0);
        text(attestation, "authData");
        bytes(attestation, data);
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("clientDataJSON", base64(client));
        response.put("attestationObject", base64(attestation.toByteArray()));
        response.put("transports", new String[] {"internal"});
        return answer(response);
    }

    /** Signs what these options ask for. */
    String signed(String options, String origin, int flags) throws GeneralSecurityException {
        JsonNode asked = JSON.readTree(options);
        byte[] client = client("webauthn.get", asked, origin);
        byte[] data = data(asked.at("/rpId").asString(), flags, false);
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate());
        signature.update(data);
        signature.update(sha256(client));
        return answer(Map.of(
                "clientDataJSON", base64(client),
                "authenticatorData", base64(data),
                "signature", base64(signature.sign())));
    }

    private String answer(Map<String, Object> response) {
        return JSON.writeValueAsString(Map.of(
                "id", base64(id),
                "rawId", base64(id),
                "type", "public-key",
                "clientExtensionResults", Map.of(),
                "response", response));
    }

    private static byte[] client(String type, JsonNode asked, String origin) {
        Map<String, Object> client = new LinkedHashMap<>();
        client.put("type", type);
        client.put("challenge", asked.at("/challenge").asString());
        client.put("origin", origin);
        client.put("crossOrigin", false);
        return JSON.writeValueAsBytes(client);
    }

    private byte[] data(String site, int flags, boolean key) throws GeneralSecurityException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(sha256(site.getBytes(StandardCharsets.UTF_8)));
        data.write(flags);
        data.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(++counter).array());
        if (key) {
            data.writeBytes(new byte[16]);
            data.writeBytes(
                    ByteBuffer.allocate(Short.BYTES).putShort((short) id.length).array());
            data.writeBytes(id);
            ECPublicKey half = (ECPublicKey) pair.getPublic();
            // COSE: kty EC2, alg ES256, crv P-256, x, y.
            data.writeBytes(new byte[] {(byte) 0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21});
            bytes(data, coordinate(half.getW().getAffineX().toByteArray()));
            data.write(0x22);
            bytes(data, coordinate(half.getW().getAffineY().toByteArray()));
        }
        return data.toByteArray();
    }

    private static byte[] coordinate(byte[] number) {
        byte[] fixed = new byte[32];
        int length = Math.min(number.length, fixed.length);
        System.arraycopy(number, number.length - length, fixed, fixed.length - length, length);
        return fixed;
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.write(0x60 + text.length());
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void bytes(ByteArrayOutputStream out, byte[] bytes) {
        out.write(0x58);
        out.write(bytes.length);
        out.writeBytes(bytes);
    }

    private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
