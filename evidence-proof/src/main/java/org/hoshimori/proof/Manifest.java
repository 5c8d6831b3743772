package org.hoshimori.proof;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A package's {@code manifest.json}: who exported what, and the SHA-256 and size of every other file; signed like a head.
 *
 * @param first sequence of the first entry
 * @param last sequence of the last entry; {@code first - 1} if there is none
 * @param epochs the epochs of the entries
 * @param complete the record held nothing later when it was exported
 * @param start the tree of the first entry's epoch before that entry
 * @param headsAfter hash of the head before the first in the package, if there was one
 * @param newestHead hash of the last head in the package, if there is one
 * @param files by name
 */
public record Manifest(
        String exportedBy,
        Instant exportedAt,
        long first,
        long last,
        List<Integer> epochs,
        boolean complete,
        Frontier start,
        @Nullable Hash headsAfter,
        @Nullable Hash newestHead,
        Map<String, FileMark> files,
        String key,
        String signature) {

    /** The format's version, in {@code type}. */
    public static final String TYPE = "hoshimori-evidence/1";

    static final String NAME = "manifest.json";

    /** A file as the manifest lists it; size in bytes. */
    public record FileMark(Hash sha256, long size) {}

    /** Keeps copies. */
    public Manifest {
        epochs = List.copyOf(epochs);
        files = Map.copyOf(files);
    }

    Manifest signed(SealKey by) {
        Manifest named = with(by.id(), "");
        return named.with(by.id(), by.sign(named.signedBytes()));
    }

    PublicKeys.Judgement judge(PublicKeys keys) {
        return keys.judge(key, signedBytes(), signature);
    }

    Extent extent() {
        return new Extent(first, last, start, headsAfter, newestHead, complete, true);
    }

    byte[] bytes() {
        return CanonicalJson.bytes(unsigned().with("signature", Json.of(signature)));
    }

    private byte[] signedBytes() {
        return CanonicalJson.bytes(unsigned());
    }

    private Manifest with(String newKey, String newSignature) {
        return new Manifest(
                exportedBy,
                exportedAt,
                first,
                last,
                epochs,
                complete,
                start,
                headsAfter,
                newestHead,
                files,
                newKey,
                newSignature);
    }

    private Json.Obj unsigned() {
        TreeMap<String, Json> marks = new TreeMap<>();
        files.forEach((name, mark) -> marks.put(
                name, Json.object().with("sha256", Json.of(mark.sha256().hex())).with("size", Json.of(mark.size()))));
        Json.Obj json = Json.object()
                .with("type", Json.of(TYPE))
                .with("exportedBy", Json.of(exportedBy))
                .with("exportedAt", Json.of(Micros.text(exportedAt)))
                .with("first", Json.of(first))
                .with("last", Json.of(last))
                .with(
                        "epochs",
                        new Json.Arr(epochs.stream().map(e -> (Json) Json.of(e)).toList()))
                .with("complete", new Json.Bool(complete))
                .with("files", new Json.Obj(marks))
                .with("key", Json.of(key))
                .with(
                        "start",
                        Json.object()
                                .with("size", Json.of(start.size()))
                                .with(
                                        "hashes",
                                        new Json.Arr(start.hashes().stream()
                                                .map(hash -> (Json) Json.of(hash.hex()))
                                                .toList())));
        json = headsAfter == null ? json : json.with("headsAfter", Json.of(headsAfter.hex()));
        return newestHead == null ? json : json.with("newestHead", Json.of(newestHead.hex()));
    }

    static Manifest read(byte[] bytes) {
        Members members = new Members(CanonicalJson.parseCanonical(bytes));
        if (!TYPE.equals(members.text("type"))) {
            throw ProofRefused.of("package.version", members.text("type"));
        }
        Members start = new Members(members.any("start"));
        Frontier before = Frontier.of(start.whole("size"), start.hashes("hashes"));
        start.end();
        Manifest manifest = new Manifest(
                members.text("exportedBy"),
                members.time("exportedAt"),
                members.whole("first"),
                members.whole("last"),
                members.array("epochs").stream().map(Manifest::epoch).toList(),
                members.truth("complete"),
                before,
                members.hashOrNull("headsAfter"),
                members.hashOrNull("newestHead"),
                files(members.any("files")),
                members.text("key"),
                members.text("signature"));
        members.end();
        return manifest;
    }

    private static int epoch(Json value) {
        return value instanceof Json.Num(double number) ? (int) number : 0;
    }

    private static Map<String, FileMark> files(Json value) {
        Map<String, FileMark> files = new TreeMap<>();
        if (!(value instanceof Json.Obj(var listed))) {
            throw ProofRefused.of("member.type", "files");
        }
        listed.forEach((name, mark) -> {
            Members members = new Members(mark);
            files.put(name, new FileMark(members.hash("sha256"), members.whole("size")));
            members.end();
        });
        return files;
    }
}
