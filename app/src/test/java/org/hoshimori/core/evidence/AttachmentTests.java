package org.hoshimori.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hoshimori.ApplicationTest;
import org.hoshimori.Installation;
import org.hoshimori.SignedInAs;
import org.hoshimori.core.storage.ContentFiles;
import org.hoshimori.proof.EvidencePackage;
import org.hoshimori.proof.Fault;
import org.hoshimori.proof.PackageLimits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class AttachmentTests {

    private static final Actor BY = Actor.system("test");
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R'};

    @Autowired
    private MockMvcTester pages;

    @Autowired
    private Attachments attachments;

    @Autowired
    private ContentFiles files;

    @Autowired
    private RecordProof proof;

    @Autowired
    private Sealer sealer;

    @Autowired
    private Redactions redactions;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient sql;

    @TempDir
    private Path temp;

    private String subject = "";

    private record Happened(Actor by, String subject) implements Evident {
        @Override
        public String act() {
            return "test.happened/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of();
        }
    }

    @BeforeEach
    void subject() {
        subject = "test:" + UUID.randomUUID();
        transaction.executeWithoutResult(t -> events.publishEvent(new Happened(BY, subject)));
    }

    @Test
    void keepsAFileWithItsHashOnRecordAndInThePackage() throws Exception {
        byte[] content = unique("報告書");
        assertThat(upload("C:\\机\\報告書.txt", content)).hasStatus3xxRedirection();
        Attachments.Named named = attachments.of(subject).getFirst();
        assertThat(named.attachment().name()).isEqualTo("報告書.txt");
        assertThat(named.attachment().type()).isEqualTo("text/plain");
        assertThat(files.open(named.attachment().sha256()).readAllBytes()).isEqualTo(content);
        assertThat(get("/record/files?subject=" + subject)).bodyText().contains("報告書.txt");
        seal(named.entry());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        proof.export(out, BY);
        Path file = Files.write(temp.resolve("package.zip"), out.toByteArray());
        try (EvidencePackage evidence = EvidencePackage.open(file, PackageLimits.usual())) {
            assertThat(evidence.verify(evidence.keys(), List.of()).faults()).isEmpty();
            assertThat(evidence.verify(evidence.keys(), List.of()).attachments())
                    .isPositive();
        }
    }

    @Test
    void namesAFileThatWasChangedOrIsGone() throws Exception {
        Attachment kept = kept("a.bin", unique("x"));
        Path place = Installation.folder()
                .resolve("files")
                .resolve(kept.sha256().substring(0, 2))
                .resolve(kept.sha256());
        byte[] content = Files.readAllBytes(place);
        Files.write(place, new byte[] {1});
        assertThat(proof.verify().faults()).contains(new Fault.AttachmentChanged(kept.sha256()));
        Files.delete(place);
        assertThat(proof.verify().faults())
                .contains(new Fault.AttachmentMissing(
                        kept.sha256(), attachments.of(subject).getFirst().entry()));
        Files.write(place, content);
        assertThat(proof.verify().faults()).isEmpty();
    }

    @Test
    void tellsKindsByContentNotByName() throws Exception {
        assertThat(kept("photo.pdf", PNG).type()).isEqualTo("image/png");
        assertThat(kept("x.docx", zip("[Content_Types].xml")).type()).contains("wordprocessingml");
        assertThat(kept("y.docx", zip("evil.exe")).type()).isEqualTo("application/zip");
        assertThat(kept("page.html", "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8))
                        .type())
                .isEqualTo("text/html");
    }

    @Test
    void showsOnlyWhatIsSafeAndInASandbox() throws Exception {
        kept("photo.png", PNG);
        long image = attachments.of(subject).getFirst().entry();
        assertThat(get("/record/" + image + "/file"))
                .hasStatusOk()
                .hasHeader("Content-Type", "image/png")
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'");
        kept("page.html", "<html><script>alert(2)</script>".getBytes(StandardCharsets.UTF_8));
        long page = attachments.of(subject).getFirst().entry();
        MvcTestResult saved = get("/record/" + page + "/file");
        assertThat(saved).hasHeader("Content-Type", "application/octet-stream");
        assertThat(saved.getResponse().getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(pages.get().uri("/record/" + page + "/file").with(authentication(SignedInAs.may("people"))))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void refusesEmptyAndLargeFilesAndLeavesNothing() throws Exception {
        assertThat(upload("empty.txt", new byte[0]))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("ファイルが空です", "aria-describedby=\"file-error\"");
        Attachments small = new Attachments(files, "", 10, sql, events, transaction);
        assertThat(small.keep(new ByteArrayInputStream(new byte[11]), "x", subject, BY))
                .isEqualTo(new Attachments.Outcome.NotKept("attachment.too-large", List.of("0")));
        assertThat(attachments.of(subject)).isEmpty();
        assertNothingComing();
    }

    @Test
    void asksAScannerAndRefusesWhatItFindsOrCanNotScan() throws Exception {
        try (ServerSocket clamd = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> serve(clamd));
            Attachments scanned =
                    new Attachments(files, "127.0.0.1:" + clamd.getLocalPort(), 1_000_000, sql, events, transaction);
            assertThat(scanned.keep(stream("harmless"), "a.txt", subject, BY))
                    .isInstanceOf(Attachments.Outcome.Kept.class);
            assertThat(scanned.keep(stream("an EICAR test"), "b.txt", subject, BY))
                    .isEqualTo(new Attachments.Outcome.NotKept("attachment.found", List.of("Eicar-Test")));
            assertThat(attachments.of(subject)).hasSize(1);
        }
        Attachments alone = new Attachments(files, "127.0.0.1:1", 1_000_000, sql, events, transaction);
        assertThat(alone.keep(stream("harmless"), "a.txt", subject, BY))
                .isInstanceOfSatisfying(
                        Attachments.Outcome.NotKept.class,
                        r -> assertThat(r.code()).isEqualTo("attachment.not-scanned"));
        assertNothingComing();
    }

    @Test
    void keepsTheSameContentOnceAlsoWhenManyBringIt() throws Exception {
        byte[] content = unique("同じ");
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Attachment>> all = java.util.stream.IntStream.range(0, 16)
                    .mapToObj(i -> (Callable<Attachment>) () -> kept(i + ".txt", content))
                    .toList();
            var kept = many.invokeAll(all);
            String name = kept.getFirst().get().sha256();
            assertThat(files.names()).containsOnlyOnce(name);
            assertThat(files.open(name).readAllBytes()).isEqualTo(content);
        }
        assertThat(attachments.of(subject)).hasSize(16);
        assertNothingComing();
    }

    @Test
    void takesAFileAwayWithTheLastDetailThatNamesIt() throws Exception {
        Attachment kept = kept("a.txt", unique("消す"));
        kept("b.txt", files.open(kept.sha256()).readAllBytes());
        List<Attachments.Named> both = attachments.of(subject);
        redactions.redact(both.get(0).entry(), "test", BY);
        assertThat(files.has(kept.sha256())).isTrue();
        redactions.redact(both.get(1).entry(), "test", BY);
        assertThat(files.has(kept.sha256())).isFalse();
        assertThat(proof.verify().faults()).isEmpty();
    }

    /** Speaks as much of clamd's protocol as INSTREAM takes. */
    private static void serve(ServerSocket clamd) {
        while (!clamd.isClosed()) {
            try (Socket socket = clamd.accept()) {
                DataInputStream in = new DataInputStream(socket.getInputStream());
                in.readFully(new byte["zINSTREAM\0".length()]);
                ByteArrayOutputStream content = new ByteArrayOutputStream();
                for (int n = in.readInt(); n > 0; n = in.readInt()) {
                    content.write(in.readNBytes(n));
                }
                String answer = content.toString(StandardCharsets.UTF_8).contains("EICAR")
                        ? "stream: Eicar-Test FOUND\0"
                        : "stream: OK\0";
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void assertNothingComing() throws IOException {
        try (var coming = Files.list(Installation.folder().resolve("files/coming"))) {
            assertThat(coming).isEmpty();
        }
    }

    private Attachment kept(String name, byte[] content) throws IOException {
        return ((Attachments.Outcome.Kept) attachments.keep(new ByteArrayInputStream(content), name, subject, BY))
                .attachment();
    }

    private static byte[] unique(String words) {
        return (words + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
    }

    private static ByteArrayInputStream stream(String words) {
        return new ByteArrayInputStream(unique(words));
    }

    private static byte[] zip(String entry) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write('x');
        }
        return out.toByteArray();
    }

    private void seal(long wanted) {
        for (int i = 0; i < 400; i++) {
            sealer.seal();
            if (sql.sql("SELECT coalesce(max(sequence), 0) FROM evidence.head")
                            .query(Long.class)
                            .single()
                    >= wanted) {
                return;
            }
        }
        throw new AssertionError(wanted + " is not sealed");
    }

    private MvcTestResult get(String uri) {
        return pages.get()
                .uri(uri)
                .with(authentication(SignedInAs.may("record")))
                .exchange();
    }

    private MvcTestResult upload(String name, byte[] content) {
        return pages.post()
                .uri("/record/files")
                .multipart()
                .file(new org.springframework.mock.web.MockMultipartFile("file", name, "text/plain", content))
                .param("subject", subject)
                .with(csrf())
                .with(authentication(SignedInAs.may("record")))
                .exchange();
    }
}
