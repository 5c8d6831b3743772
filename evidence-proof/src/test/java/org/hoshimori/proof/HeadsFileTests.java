package org.hoshimori.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadsFileTests {

    private final SampleRecord record = SampleRecord.sealed(4);

    @TempDir
    Path folder;

    @Test
    void readsBackWhatWasAppended() throws IOException {
        HeadsFile file = filled();
        assertThat(heads(file)).containsExactlyElementsOf(record.heads);
        assertThat(file.last()).contains(record.heads.getLast());
    }

    @Test
    void refusesAHeadThatDoesNotFollow() throws IOException {
        HeadsFile file = filled();
        HeaderTests.refuses(() -> file.append(record.heads.getLast()), "heads.prior");
        HeaderTests.refuses(() -> file.append(record.heads.getFirst()), "heads.prior");
        assertThat(heads(file)).hasSameSizeAs(record.heads);
    }

    @Test
    void goesOnAfterACrashInTheMiddleOfALine() throws IOException {
        HeadsFile file = filled();
        Files.writeString(path(), "{\"epoch\":1,\"ke", StandardOpenOption.APPEND);
        List<HeadLine> lines = new ArrayList<>();
        file.read(lines::add);
        assertThat(lines.getLast()).isInstanceOf(HeadLine.Unreadable.class);
        assertThat(file.last()).contains(record.heads.getLast());
        SampleRecord longer = record.backup().acts(1);
        longer.seals();
        SignedHead next = longer.heads.get(record.heads.size());
        file.append(next);
        assertThat(heads(file)).endsWith(next).hasSize(record.heads.size() + 1);
    }

    @Test
    void namesTheFileWhoseLastLineIsNoHead() throws IOException {
        Files.writeString(path(), "{}\n");
        HeaderTests.refuses(() -> new HeadsFile(path()).append(record.heads.getFirst()), "member.absent");
    }

    @Test
    void tellsTheLineThatIsNoHead() throws IOException {
        filled();
        List<String> lines = new ArrayList<>(Files.readAllLines(path()));
        lines.set(1, " " + lines.get(1));
        Files.write(path(), lines);
        List<HeadLine> read = new ArrayList<>();
        new HeadsFile(path()).read(read::add);
        assertThat(read.get(1)).isEqualTo(new HeadLine.Unreadable(2, Problem.of("json.not-canonical")));
        assertThat(read.getFirst()).isInstanceOf(HeadLine.Read.class);
    }

    @Test
    void isEmptyBeforeTheFirstHead() throws IOException {
        assertThat(new HeadsFile(path()).last()).isEmpty();
    }

    @Test
    void keepsTheSealKeyInAFile() {
        SealKey again = SealKey.parse(record.key.pem());
        assertThat(again.id()).isEqualTo(record.key.id());
        SignedHead head = SignedHead.sign(again, 1, Frontier.empty(), SampleRecord.BEGIN, null);
        assertThat(head.judge(PublicKeys.of(record.key))).isEqualTo(PublicKeys.Judgement.GOOD);
        SealKey demo = SealKey.generate(true);
        assertThat(SealKey.parse(demo.pem()).id()).isEqualTo(demo.id()).startsWith("demo-");
        String mixed = demo.publicPem()
                + record.key.pem().substring(record.key.publicPem().length());
        HeaderTests.refuses(() -> SealKey.parse(mixed), "key.pem");
        HeaderTests.refuses(() -> SealKey.parse("nothing"), "key.pem");
        assertThat(new String(record.key.publicPem().getBytes(UTF_8), UTF_8)).doesNotContain("PRIVATE");
    }

    private HeadsFile filled() throws IOException {
        HeadsFile file = new HeadsFile(path());
        for (SignedHead head : record.heads) {
            file.append(head);
        }
        return file;
    }

    private Path path() {
        return folder.resolve("heads.jsonl");
    }

    private static List<SignedHead> heads(HeadsFile file) throws IOException {
        List<SignedHead> heads = new ArrayList<>();
        file.read(line -> heads.add(((HeadLine.Read) line).head()));
        return heads;
    }
}
