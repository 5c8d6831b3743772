package org.hoshimori.core.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hoshimori.core.storage.Secrets;
import org.hoshimori.proof.HeadsFile;
import org.hoshimori.proof.MacKey;
import org.hoshimori.proof.SealKey;

/** The keys of the record and the file of its heads, all outside the database. */
final class Keys {

    private final MacKey mac;
    private final SealKey seal;
    private final HeadsFile heads;

    Keys(Secrets secrets, Path folder) throws IOException {
        this.mac = MacKey.of(secrets.bytes("evidence-mac"));
        this.seal = SealKey.parse(new String(
                secrets.keep(
                        "evidence-seal.pem", () -> SealKey.generate(false).pem().getBytes(StandardCharsets.US_ASCII)),
                StandardCharsets.US_ASCII));
        Files.createDirectories(folder);
        Path pem = folder.resolve("seal.pub.pem");
        if (Files.notExists(pem)) {
            Files.writeString(pem, seal.publicPem());
        }
        this.heads = new HeadsFile(folder.resolve("heads.jsonl"));
    }

    MacKey mac() {
        return mac;
    }

    SealKey seal() {
        return seal;
    }

    HeadsFile heads() {
        return heads;
    }
}
