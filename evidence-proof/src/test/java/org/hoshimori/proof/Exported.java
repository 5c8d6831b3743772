package org.hoshimori.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Exports a {@link SampleRecord}. */
final class Exported {

    private Exported() {}

    /** Exports all of it. */
    static Path export(SampleRecord record, Path to) throws IOException {
        return export(record, to, PackageWriter.Export.whole("p-auditor", record.time()), 0, List.of());
    }

    static Path export(SampleRecord record, Path to, PackageWriter.Export export, int from, List<PackageProof> proofs)
            throws IOException {
        try (OutputStream out = Files.newOutputStream(to);
                PackageWriter writer = new PackageWriter(out, record.key, PublicKeys.none(), export)) {
            for (SignedHead head : record.heads) {
                writer.head(head);
            }
            for (PackageProof proof : proofs) {
                writer.proof(proof);
            }
            String details = "";
            for (Entry entry : record.entries.subList(from, record.entries.size())) {
                writer.entry(entry);
                byte[] detail = entry.detail();
                details += detail == null ? "" : new String(detail, UTF_8);
            }
            for (Map.Entry<String, byte[]> attachment : record.attachments.entrySet()) {
                if (details.contains(attachment.getKey())) {
                    writer.attachment(Hash.parse(attachment.getKey()), new ByteArrayInputStream(attachment.getValue()));
                }
            }
            writer.finish();
        }
        return to;
    }
}
