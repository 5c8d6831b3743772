package org.hoshimori.core.passwords;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (RFC 9106) of passwords, as the text the reference implementation writes:
 * {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}. The memory is kept and used again ({@link HashMemory}): of new memory for each
 * password the garbage collector would make as much work as the hash itself.
 */
final class Argon2 {

    private static final int SALT = 16;
    private static final int LENGTH = 32;
    private static final Pattern WRITTEN = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,3})\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{16,86})");
    /** What a computation takes besides the memory asked for: what it fills blocks with. */
    private static final int BESIDES = 8;

    private final int kibibytes;
    private final int rounds;
    /** Memory that nobody computes in, the one used last first: it is the one that the processor still knows. */
    private final ConcurrentLinkedDeque<HashMemory> free = new ConcurrentLinkedDeque<>();

    private final SecureRandom random = new SecureRandom();

    /** Computes with so much memory (KiB) and so many rounds. Memory is kept for as many as have ever computed at once. */
    Argon2(int kibibytes, int rounds) {
        this.kibibytes = kibibytes;
        this.rounds = rounds;
    }

    String encode(String password) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        Base64.Encoder text = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s"
                .formatted(
                        kibibytes,
                        rounds,
                        text.encodeToString(salt),
                        text.encodeToString(hash(password, salt, kibibytes, rounds, 1, LENGTH)));
    }

    /** False of what isn't such a text, too. */
    boolean matches(String password, String encoded) {
        Matcher written = WRITTEN.matcher(encoded);
        if (!written.matches()) {
            return false;
        }
        byte[] salt = Base64.getDecoder().decode(written.group(4));
        byte[] expected = Base64.getDecoder().decode(written.group(5));
        return MessageDigest.isEqual(
                expected,
                hash(
                        password,
                        salt,
                        Integer.parseInt(written.group(1)),
                        Integer.parseInt(written.group(2)),
                        Integer.parseInt(written.group(3)),
                        expected.length));
    }

    private byte[] hash(String password, byte[] salt, int kibibytes, int rounds, int lanes, int length) {
        HashMemory kept = free.pollFirst();
        HashMemory memory = kept == null ? new HashMemory(this.kibibytes + BESIDES) : kept;
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(kibibytes)
                .withIterations(rounds)
                .withParallelism(lanes)
                .withSalt(salt)
                .withBlockPool(memory)
                .build());
        byte[] hash = new byte[length];
        generator.generateBytes(password.toCharArray(), hash);
        if (!memory.inUse()) {
            free.addFirst(memory);
        }
        return hash;
    }
}
