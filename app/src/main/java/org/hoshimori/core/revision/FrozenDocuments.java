package org.hoshimori.core.revision;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.catalog.Lang;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.evidence.Evident;
import org.hoshimori.core.regulation.RegulationInForce;
import org.hoshimori.core.storage.ContentFiles;
import org.hoshimori.core.storage.DataFolder;
import org.hoshimori.documents.Documents;
import org.hoshimori.documents.Format;
import org.hoshimori.documents.RegulationDocument;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Documents of adopted revisions, written once and kept by their hash, so that what was published can be shown years later. */
@Service
class FrozenDocuments {

    private static final long MOST = 200_000_000;
    private static final List<Format> FORMATS = List.of(Format.PDF, Format.DOCX, Format.HTML);

    private final RegulationInForce inForce;
    private final ContentFiles files;
    private final JdbcClient sql;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FrozenDocuments(
            RegulationInForce inForce,
            @Value("${hoshimori.data}") Path data,
            JdbcClient sql,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.inForce = inForce;
        this.files = new ContentFiles(DataFolder.open(data));
        this.sql = sql;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** A document of a revision. */
    record Frozen(int revision, String language, Format format, String sha256, long bytes) {

        /** What a downloaded file is called. */
        public String name() {
            return "regulation-" + revision + "." + language + "." + format.extension();
        }
    }

    /** A document was written and is kept. */
    record Kept(Actor by, Frozen document) implements Evident {
        @Override
        public String act() {
            return "revision.document-kept/1";
        }

        @Override
        public String subject() {
            return "revision:" + document.revision();
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of(
                    "language", document.language(),
                    "format", document.format().extension(),
                    "sha256", document.sha256(),
                    "bytes", document.bytes());
        }
    }

    /** Writes those documents of a revision that are not kept yet; may run twice. */
    void freeze(int revision) {
        for (Lang lang : Lang.values()) {
            for (Format format : FORMATS) {
                if (find(revision, lang.tag(), format).isEmpty()) {
                    try {
                        freeze(revision, lang, format);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            }
        }
    }

    private void freeze(int revision, Lang lang, Format format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Documents.write(
                RegulationDocument.of(inForce.number(revision).regulation(), lang, false, null, List.of()),
                format,
                out);
        try (ContentFiles.Coming coming = files.receive(new ByteArrayInputStream(out.toByteArray()), MOST)) {
            files.keep(coming);
            Frozen frozen = new Frozen(revision, lang.tag(), format, coming.sha256(), coming.size());
            transactions.executeWithoutResult(status -> {
                if (insert(frozen)) {
                    events.publishEvent(new Kept(Actor.system("documents"), frozen));
                }
            });
        }
    }

    private boolean insert(Frozen frozen) {
        return sql.sql("""
                INSERT INTO revision.document (revision, language, format, sha256, bytes, at)
                VALUES (:revision, :language, :format, :sha256, :bytes, :at) ON CONFLICT DO NOTHING""")
                        .param("revision", frozen.revision())
                        .param("language", frozen.language())
                        .param("format", frozen.format().name())
                        .param("sha256", frozen.sha256())
                        .param("bytes", frozen.bytes())
                        .param("at", Drafts.at(clock.instant()))
                        .update()
                == 1;
    }

    /** All that are kept, the latest revision first. */
    List<Frozen> all() {
        return sql.sql("SELECT * FROM revision.document ORDER BY revision DESC, language DESC, format DESC LIMIT 600")
                .query(FrozenDocuments::frozen)
                .list();
    }

    Optional<Frozen> find(int revision, String language, Format format) {
        return sql.sql("""
                SELECT * FROM revision.document WHERE revision = :revision AND language = :language AND format = :format""")
                .param("revision", revision)
                .param("language", language)
                .param("format", format.name())
                .query(FrozenDocuments::frozen)
                .optional();
    }

    private static Frozen frozen(ResultSet row, int number) throws SQLException {
        return new Frozen(
                row.getInt("revision"),
                row.getString("language"),
                Format.valueOf(row.getString("format")),
                row.getString("sha256"),
                row.getLong("bytes"));
    }

    InputStream open(Frozen frozen) throws IOException {
        return files.open(frozen.sha256());
    }
}
