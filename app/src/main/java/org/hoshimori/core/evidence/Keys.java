package org.hoshimori.core.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hoshimori.core.storage.DataFolder;
import org.hoshimori.core.storage.Secrets;
import org.hoshimori.core.storage.StorageRefused;
import org.hoshimori.proof.HeadsFile;
import org.hoshimori.proof.MacKey;
import org.hoshimori.proof.SealKey;

/** The keys of the record and the file of its heads, all outside the database. */
final class Keys {

    private final MacKey mac;
    private final SealKey seal;
    private final HeadsFile heads;

    private static final String MAC = "evidence-mac";
    private static final String SEAL = "evidence-seal.pem";

    /** Makes the keys where there are none yet. */
    Keys(DataFolder data) throws IOException {
        Secrets secrets = new Secrets(data);
        Path folder = data.evidence();
        this.mac = MacKey.of(secrets.bytes(MAC));
        this.seal = SealKey.parse(new String(
                secrets.keep(SEAL, () -> SealKey.generate(data.isDemo()).pem().getBytes(StandardCharsets.US_ASCII)),
                StandardCharsets.US_ASCII));
        Files.createDirectories(folder);
        Path pem = folder.resolve("seal.pub.pem");
        if (Files.notExists(pem)) {
            Files.writeString(pem, seal.publicPem());
        }
        this.heads = new HeadsFile(folder.resolve("heads.jsonl"));
    }

    /** Keys that must be there already. */
    static Keys existing(DataFolder data) throws IOException {
        Secrets secrets = new Secrets(data);
        if (!secrets.has(MAC) || !secrets.has(SEAL)) {
            throw new StorageRefused("evidence-no-keys", data.root().toString());
        }
        return new Keys(data);
    }

    MacKey mac() {
        return mac;
    }

    SealKey seal() {
        return seal;
    }

    /** Whether all that is recorded is made up. */
    boolean demo() {
        return seal.demo();
    }

    HeadsFile heads() {
        return heads;
    }
}
