package org.hoshimori.proof;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.HexFormat;

/** The private Ed25519 key (RFC 8032) that seals heads and packages. Whoever has it can sign a false history. */
public final class SealKey {

    private final KeyPair pair;
    private final boolean demo;

    private SealKey(KeyPair pair, boolean demo) {
        this.pair = pair;
        this.demo = demo;
    }

    /** A fresh key; one for made-up history bears {@code demo-} in its id for ever. */
    public static SealKey generate(boolean demo) {
        try {
            return new SealKey(KeyPairGenerator.getInstance("Ed25519").generateKeyPair(), demo);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads what {@link #pem} wrote. */
    public static SealKey parse(String pem) {
        try {
            PrivateKey secret = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(
                            new PKCS8EncodedKeySpec(Pem.read("PRIVATE KEY", pem).getFirst()));
            PublicKeys keys = PublicKeys.parse(pem);
            String id = keys.ids().iterator().next();
            SealKey key = new SealKey(new KeyPair(keys.key(id), secret), id.startsWith(PublicKeys.DEMO));
            byte[] trial = {42};
            if (keys.judge(id, trial, key.sign(trial)) == PublicKeys.Judgement.GOOD) {
                return key;
            }
        } catch (GeneralSecurityException | java.util.NoSuchElementException e) {
            // Refused below, like two halves that do not belong together.
        }
        throw ProofRefused.of("key.pem");
    }

    /** Private and public key as PEM (RFC 7468, RFC 8410), to be kept outside the database, readable by its owner alone. */
    public String pem() {
        return publicPem() + Pem.write("PRIVATE KEY", pair.getPrivate().getEncoded());
    }

    /** The public half as PEM, to be handed to auditors beforehand. */
    public String publicPem() {
        return (demo ? PublicKeys.DEMO_MARK : "")
                + Pem.write("PUBLIC KEY", pair.getPublic().getEncoded());
    }

    /** Whether it seals made-up history. */
    public boolean demo() {
        return demo;
    }

    /** The SHA-256 of the public key's DER, with {@code demo-} before it for a demonstration's key. */
    public String id() {
        return PublicKeys.id(publicKey(), demo);
    }

    PublicKey publicKey() {
        return pair.getPublic();
    }

    String sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(message);
            return HexFormat.of().formatHex(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
