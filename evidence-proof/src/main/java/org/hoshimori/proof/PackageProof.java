package org.hoshimori.proof;

import java.util.List;

/** A line of {@code proofs.jsonl}: what holds between the package and heads, without the entries left out. */
public sealed interface PackageProof {

    /** RFC 9162 2.1.3: the entry of this sequence is leaf {@code index} under the epoch's head of that size. */
    record Inclusion(int epoch, long sequence, long index, long size, List<Hash> path) implements PackageProof {}

    /** RFC 9162 2.1.4: the epoch's head of size {@code to} begins with all of the head of size {@code from}. */
    record Consistency(int epoch, long from, long to, List<Hash> path) implements PackageProof {}

    /** The line without its end. */
    default byte[] line() {
        return CanonicalJson.bytes(
                switch (this) {
                    case Inclusion(int epoch, long sequence, long index, long size, var path) ->
                        Json.object()
                                .with("kind", Json.of("inclusion"))
                                .with("epoch", Json.of(epoch))
                                .with("sequence", Json.of(sequence))
                                .with("index", Json.of(index))
                                .with("size", Json.of(size))
                                .with("path", hashes(path));
                    case Consistency(int epoch, long from, long to, var path) ->
                        Json.object()
                                .with("kind", Json.of("consistency"))
                                .with("epoch", Json.of(epoch))
                                .with("from", Json.of(from))
                                .with("to", Json.of(to))
                                .with("path", hashes(path));
                });
    }

    /** Reads a line, which must be canonical. */
    static PackageProof parse(byte[] line) {
        Members members = new Members(CanonicalJson.parseCanonical(line));
        PackageProof proof = switch (members.text("kind")) {
            case "inclusion" ->
                new Inclusion(
                        members.integer("epoch"),
                        members.whole("sequence"),
                        members.whole("index"),
                        members.whole("size"),
                        members.hashes("path"));
            case "consistency" ->
                new Consistency(
                        members.integer("epoch"), members.whole("from"), members.whole("to"), members.hashes("path"));
            default -> throw ProofRefused.of("member.type", "kind");
        };
        members.end();
        return proof;
    }

    private static Json hashes(List<Hash> path) {
        return new Json.Arr(
                path.stream().map(hash -> (Json) Json.of(hash.hex())).toList());
    }
}
