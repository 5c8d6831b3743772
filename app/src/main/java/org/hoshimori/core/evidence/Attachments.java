package org.hoshimori.core.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hoshimori.core.storage.ContentFiles;
import org.hoshimori.proof.CanonicalJson;
import org.hoshimori.proof.Json;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files that belong to what happened: kept by their content, named by an entry that holds their hash. What an entry names and
 * is gone or changed, verification tells.
 */
@Service
public class Attachments {

    private static final int LONGEST_NAME = 150;

    private final ContentFiles files;
    private final Scanner scanner;
    private final JdbcClient sql;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final long most;

    Attachments(
            ContentFiles files,
            @Value("${hoshimori.attachments.clamd:}") String clamd,
            @Value("${hoshimori.attachments.most:50000000}") long most,
            JdbcClient sql,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.files = files;
        this.scanner = new Scanner(clamd);
        this.most = most;
        this.sql = sql;
        this.events = events;
        this.transaction = transaction;
    }

    /** What keeping a file comes to. */
    public sealed interface Outcome {
        /** It is kept and on record. */
        record Kept(Attachment attachment) implements Outcome {}

        /**
         * It is not, and nothing of it is left.
         *
         * @param code {@code attachment.empty}, {@code .too-large} (megabytes allowed), {@code .found} (what), {@code .not-scanned}
         */
        record NotKept(String code, List<String> arguments) implements Outcome {}
    }

    /**
     * Reads a file to its end and attaches it to a subject.
     *
     * @param name as its sender calls it; folders in it are dropped
     * @param subject what it belongs to, as evidence names it
     */
    public synchronized Outcome keep(InputStream content, String name, String subject, Actor by) throws IOException {
        try (ContentFiles.Coming coming = files.receive(content, most)) {
            if (coming.size() == 0) {
                return new Outcome.NotKept("attachment.empty", List.of());
            }
            if (coming.size() > most) {
                return new Outcome.NotKept("attachment.too-large", List.of(Long.toString(most / 1_000_000)));
            }
            return switch (scanner.scan(coming.file())) {
                case Scanner.Verdict.Found(String what) -> new Outcome.NotKept("attachment.found", List.of(what));
                case Scanner.Verdict.Unknown(String why) -> new Outcome.NotKept("attachment.not-scanned", List.of(why));
                case Scanner.Verdict.Clean() -> {
                    String plain = plain(name);
                    Attachment attachment =
                            new Attachment(coming.sha256(), plain, FileKind.of(coming.file(), plain), coming.size());
                    // The file first: an entry never names what is not there.
                    files.keep(coming);
                    transaction.executeWithoutResult(
                            t -> events.publishEvent(new AttachmentKept(by, subject, attachment)));
                    yield new Outcome.Kept(attachment);
                }
            };
        }
    }

    /** The last part of a path, without what a terminal, a header or another system could misread. */
    private static String plain(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\"<>|:*?]", "")
                .strip();
        String shown = last.isEmpty() || last.startsWith(".") ? "file" + last : last;
        return shown.length() <= LONGEST_NAME ? shown : shown.substring(shown.length() - LONGEST_NAME);
    }

    /** A file of a subject and the entry that names it. */
    public record Named(long entry, Attachment attachment) {}

    /** The newest files of a subject, two hundred at most. */
    public List<Named> of(String subject) {
        return sql.sql("""
                SELECT e.sequence, d.detail FROM evidence.entry e JOIN evidence.detail d USING (sequence)
                 WHERE e.subject = :subject AND e.act = :act ORDER BY e.sequence DESC LIMIT 200""")
                .param("subject", subject)
                .param("act", AttachmentKept.ACT)
                .query((row, n) -> new Named(row.getLong(1), first(row.getBytes(2))))
                .list();
    }

    /** The file that an entry names, if its detail is still there. */
    Optional<Attachment> named(long entry) {
        return sql.sql("""
                SELECT d.detail FROM evidence.entry e JOIN evidence.detail d USING (sequence)
                 WHERE e.sequence = :entry AND e.act = :act""")
                .param("entry", entry)
                .param("act", AttachmentKept.ACT)
                .query((row, n) -> first(row.getBytes(1)))
                .optional();
    }

    /** Whether anything is on record of a subject. */
    boolean knows(String subject) {
        return sql.sql("SELECT EXISTS (SELECT 1 FROM evidence.entry WHERE subject = :subject)")
                .param("subject", subject)
                .query(Boolean.class)
                .single();
    }

    /** Takes away the file of an entry that was redacted, unless another entry names it too. */
    synchronized void forget(Attachment attachment) throws IOException {
        boolean elsewhere = sql.sql("""
                SELECT EXISTS (SELECT 1 FROM evidence.entry e JOIN evidence.detail d USING (sequence)
                                WHERE e.act = :act AND position(CAST(:sha256 AS bytea) IN d.detail) > 0)""")
                .param("act", AttachmentKept.ACT)
                .param("sha256", attachment.sha256().getBytes(StandardCharsets.US_ASCII))
                .query(Boolean.class)
                .single();
        if (!elsewhere) {
            files.remove(attachment.sha256());
        }
    }

    private static Attachment first(byte[] detail) {
        List<Json.Obj> found = new ArrayList<>();
        if (CanonicalJson.parseCanonical(detail) instanceof Json.Obj(var members)
                && members.get("attachments") instanceof Json.Arr(var values)) {
            values.forEach(v -> found.add((Json.Obj) v));
        }
        Json.Obj attachment = found.getFirst();
        return new Attachment(
                text(attachment, "sha256"),
                text(attachment, "name"),
                text(attachment, "type"),
                Long.parseLong(CanonicalJson.text(attachment.members().getOrDefault("size", Json.of(0)))));
    }

    private static String text(Json.Obj object, String member) {
        return object.members().get(member) instanceof Json.Str(String value) ? value : "";
    }
}
