package org.hoshimori.proof;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Public keys by id; the keys a verifier trusts, or those a package brings. */
public final class PublicKeys {

    static final String DEMO = "demo-";
    static final String DEMO_MARK = "# hoshimori demo key\n";

    private final Map<String, PublicKey> byId;

    private PublicKeys(Map<String, PublicKey> byId) {
        this.byId = Map.copyOf(byId);
    }

    /** No key at all. */
    public static PublicKeys none() {
        return new PublicKeys(Map.of());
    }

    /** The public half of this key. */
    public static PublicKeys of(SealKey key) {
        return new PublicKeys(Map.of(key.id(), key.publicKey()));
    }

    /** Reads each {@code PUBLIC KEY} block of a PEM text; refuses a text with none and keys that are not Ed25519. */
    public static PublicKeys parse(String pem) {
        List<byte[]> blocks = Pem.read("PUBLIC KEY", pem);
        if (blocks.isEmpty()) {
            throw ProofRefused.of("key.pem");
        }
        Map<String, PublicKey> keys = new TreeMap<>();
        try {
            for (byte[] der : blocks) {
                PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der));
                keys.put(id(key, pem.startsWith(DEMO_MARK)), key);
            }
        } catch (GeneralSecurityException e) {
            throw ProofRefused.of("key.pem");
        }
        return new PublicKeys(keys);
    }

    /** These keys and those. */
    public PublicKeys and(PublicKeys others) {
        Map<String, PublicKey> both = new TreeMap<>(byId);
        both.putAll(others.byId);
        return new PublicKeys(both);
    }

    /** The ids, see {@link SealKey#id}. */
    public Set<String> ids() {
        return byId.keySet();
    }

    static String id(PublicKey key, boolean demo) {
        return (demo ? DEMO : "") + Hash.sha256(key.getEncoded()).hex();
    }

    PublicKey key(String id) {
        PublicKey key = byId.get(id);
        if (key == null) {
            throw new IllegalArgumentException(id);
        }
        return key;
    }

    String pem(String id) {
        return (id.startsWith(DEMO) ? DEMO_MARK : "") + Pem.write("PUBLIC KEY", key(id).getEncoded());
    }

    /** What a signature is worth. */
    enum Judgement {
        GOOD,
        WRONG,
        UNKNOWN_KEY
    }

    Judgement judge(String id, byte[] message, String signatureHex) {
        if (!byId.containsKey(id)) {
            return Judgement.UNKNOWN_KEY;
        }
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key(id));
            signature.update(message);
            return signature.verify(Hash.unhex(signatureHex)) ? Judgement.GOOD : Judgement.WRONG;
        } catch (GeneralSecurityException | ProofRefused e) {
            return Judgement.WRONG;
        }
    }
}
