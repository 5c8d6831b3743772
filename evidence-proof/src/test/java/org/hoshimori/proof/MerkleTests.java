package org.hoshimori.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against the vectors of Certificate Transparency, and a naive reading of the definition. */
class MerkleTests {

    private static final List<String> INPUTS =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");
    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void yieldsTheKnownRoots() {
        List<Hash> leaves = INPUTS.stream()
                .map(hex -> Hash.sha256(new byte[] {0}, HexFormat.of().parseHex(hex)))
                .toList();
        Frontier frontier = Frontier.empty();
        MerkleTree tree = new MerkleTree(leaves);
        for (int size = 0; size <= 8; size++) {
            assertThat(frontier.root().hex()).isEqualTo(ROOTS.get(size));
            assertThat(tree.root(size).hex()).isEqualTo(ROOTS.get(size));
            if (size < 8) {
                frontier.append(leaves.get(size));
            }
        }
        assertThat(tree.inclusionProof(5, 8))
                .extracting(Hash::hex)
                .containsExactly(
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(tree.consistencyProof(2, 8))
                .extracting(Hash::hex)
                .containsExactly(
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        assertThat(tree.consistencyProof(6, 8))
                .extracting(Hash::hex)
                .containsExactly(
                        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    }

    @Test
    void agreesWithTheDefinitionForEverySize() {
        List<Hash> leaves = leaves(130, 2);
        MerkleTree tree = new MerkleTree(leaves);
        Frontier frontier = Frontier.empty();
        for (int size = 0; size <= leaves.size(); size++) {
            Hash naive = naive(leaves.subList(0, size));
            assertThat(frontier.root()).isEqualTo(naive);
            assertThat(tree.root(size)).isEqualTo(naive);
            Frontier resumed = Frontier.of(frontier.size(), frontier.hashes());
            assertThat(resumed.root()).isEqualTo(naive);
            if (size < leaves.size()) {
                frontier.append(leaves.get(size));
                resumed.append(leaves.get(size));
                assertThat(resumed.root()).isEqualTo(frontier.root());
            }
        }
    }

    @Test
    void provesEveryLeafInEverySizeAndNothingElse() {
        List<Hash> leaves = leaves(40, 3);
        MerkleTree tree = new MerkleTree(leaves);
        for (int size = 1; size <= 40; size++) {
            Hash root = tree.root(size);
            for (int index = 0; index < size; index++) {
                List<Hash> path = tree.inclusionProof(index, size);
                Hash leaf = leaves.get(index);
                assertThat(MerkleProof.includes(leaf, index, size, path, root)).isTrue();
                int other = (index + 1) % size;
                if (size > 1) {
                    assertThat(MerkleProof.includes(leaf, other, size, path, root))
                            .isFalse();
                    assertThat(MerkleProof.includes(leaves.get(other), index, size, path, root))
                            .isFalse();
                    assertThat(MerkleProof.includes(leaf, index, size, path.subList(1, path.size()), root))
                            .isFalse();
                }
                assertThat(MerkleProof.includes(leaf, index, size, longer(path), root))
                        .isFalse();
                assertThat(MerkleProof.includes(leaf, index, size, path, Hash.sha256()))
                        .isFalse();
                assertThat(MerkleProof.includes(leaf, size, size, path, root)).isFalse();
                assertThat(MerkleProof.includes(leaf, -1, size, path, root)).isFalse();
            }
        }
    }

    @Test
    void provesThatEveryTreeBeginsWithEverySmallerOne() {
        MerkleTree tree = new MerkleTree(leaves(40, 4));
        for (int to = 1; to <= 40; to++) {
            for (int from = 1; from <= to; from++) {
                List<Hash> path = tree.consistencyProof(from, to);
                Hash older = tree.root(from);
                Hash newer = tree.root(to);
                assertThat(MerkleProof.consistent(from, older, to, newer, path)).isTrue();
                assertThat(MerkleProof.consistent(from, Hash.sha256(), to, newer, path))
                        .isFalse();
                assertThat(MerkleProof.consistent(from, older, to, Hash.sha256(), path))
                        .isFalse();
                assertThat(MerkleProof.consistent(from, older, to, newer, longer(path)))
                        .isFalse();
                if (!path.isEmpty()) {
                    assertThat(MerkleProof.consistent(from, older, to, newer, path.subList(0, path.size() - 1)))
                            .isFalse();
                }
                assertThat(MerkleProof.consistent(to + 1, older, to, newer, path))
                        .isFalse();
                assertThat(MerkleProof.consistent(0, older, to, newer, path)).isFalse();
            }
        }
    }

    @Test
    void agreesWithTheDefinitionForRandomLargeTrees() {
        Random random = new Random(5);
        List<Hash> leaves = leaves(3000, 5);
        MerkleTree tree = new MerkleTree(leaves);
        for (int i = 0; i < 40; i++) {
            int size = 1 + random.nextInt(3000);
            int index = random.nextInt(size);
            int from = 1 + random.nextInt(size);
            Hash root = naive(leaves.subList(0, size));
            assertThat(tree.root(size)).isEqualTo(root);
            assertThat(MerkleProof.includes(leaves.get(index), index, size, tree.inclusionProof(index, size), root))
                    .isTrue();
            assertThat(MerkleProof.consistent(from, tree.root(from), size, root, tree.consistencyProof(from, size)))
                    .isTrue();
        }
    }

    @Test
    void refusesWhatIsOutOfTheTree() {
        MerkleTree tree = new MerkleTree(leaves(3, 6));
        HeaderTests.refuses(() -> tree.root(4), "tree.range");
        HeaderTests.refuses(() -> tree.inclusionProof(2, 2), "tree.range");
        HeaderTests.refuses(() -> tree.consistencyProof(0, 2), "tree.range");
        HeaderTests.refuses(() -> Frontier.of(3, List.of(Hash.sha256())), "frontier.count");
    }

    @Test
    void appendsAHundredThousandLeavesInWellUnderASecond() {
        List<Hash> leaves = Collections.nCopies(100_000, Hash.sha256());
        Frontier frontier = Frontier.empty();
        long best = Long.MAX_VALUE;
        for (int run = 0; run < 4; run++) {
            long begun = System.nanoTime();
            frontier = Frontier.empty();
            for (Hash leaf : leaves) {
                frontier.append(leaf);
            }
            frontier.root();
            best = Math.min(best, System.nanoTime() - begun);
        }
        assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofMillis(500));
        assertThat(frontier.hashes()).hasSize(Long.bitCount(100_000));
    }

    private static Hash naive(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return Hash.sha256();
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int k = 1;
        while (2 * k < leaves.size()) {
            k *= 2;
        }
        Hash left = naive(leaves.subList(0, k));
        Hash right = naive(leaves.subList(k, leaves.size()));
        return Hash.sha256(new byte[] {1}, left.bytes(), right.bytes());
    }

    private static List<Hash> longer(List<Hash> path) {
        List<Hash> longer = new ArrayList<>(path);
        longer.add(Hash.sha256());
        return longer;
    }

    private static List<Hash> leaves(int count, long seed) {
        Random random = new Random(seed);
        List<Hash> leaves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] bytes = new byte[32];
            random.nextBytes(bytes);
            leaves.add(Hash.of(bytes));
        }
        return leaves;
    }
}
