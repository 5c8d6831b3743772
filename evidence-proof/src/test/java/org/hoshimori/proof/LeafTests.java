package org.hoshimori.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class LeafTests {

    private static final byte[] KEY = new byte[32];
    private final Header header =
            new Header(1, 1, Instant.parse("2026-11-25T00:00:00Z"), "p-1", "asset.taken-out/1", "a", null, null, false);
    private final byte[] salt = "0123456789abcdef".getBytes(UTF_8);
    private final byte[] detail = "{\"a\":1}".getBytes(UTF_8);

    @Test
    void hashesWhatTheDecisionSays() throws Exception {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        sha.update(salt);
        byte[] commitment = sha.digest(detail);
        sha.update((byte) 0);
        sha.update(header.headerBytes());
        byte[] leaf = sha.digest(commitment);
        assertThat(Leaf.commitment(salt, detail).bytes()).isEqualTo(commitment);
        assertThat(Leaf.hash(header, Hash.of(commitment)).bytes()).isEqualTo(leaf);
    }

    @Test
    void macsTheSameBytes() throws Exception {
        Hash commitment = Leaf.commitment(salt, detail);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
        mac.update((byte) 0);
        mac.update(header.headerBytes());
        assertThat(MacKey.of(KEY).mac(header, commitment).bytes()).isEqualTo(mac.doFinal(commitment.bytes()));
    }

    @Test
    void refusesShortSaltsAndKeys() {
        HeaderTests.refuses(() -> Leaf.commitment(new byte[15], detail), "leaf.salt");
        HeaderTests.refuses(() -> Leaf.commitment(new byte[65], detail), "leaf.salt");
        HeaderTests.refuses(() -> MacKey.of(new byte[31]), "mac.short");
    }

    @Test
    void saltsEachEntryAfresh() {
        assertThat(Leaf.newSalt()).hasSize(32).isNotEqualTo(Leaf.newSalt());
    }

    @Test
    void readsOnlyLowerCaseHashes() {
        String hex = Hash.sha256().hex();
        assertThat(Hash.parse(hex)).isEqualTo(Hash.sha256()).hasSameHashCodeAs(Hash.sha256());
        HeaderTests.refuses(() -> Hash.parse(hex.toUpperCase(java.util.Locale.ROOT)), "hash.hex");
        HeaderTests.refuses(() -> Hash.parse(hex.substring(2)), "hash.length");
        HeaderTests.refuses(() -> Hash.parse("xy"), "hash.hex");
    }
}
