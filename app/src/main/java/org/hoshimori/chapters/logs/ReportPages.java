package org.hoshimori.chapters.logs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.hoshimori.core.company.CompanyProfile;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.regulation.Revision;
import org.hoshimori.documents.Documents;
import org.hoshimori.documents.Format;
import org.hoshimori.logarchive.Archive;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The report of a review, to take along. */
@Controller
@ConditionalOnWebApplication
@PreAuthorize("hasAnyAuthority('logs', 'record')")
class ReportPages {

    private static final int MOST = 100_000;
    private static final String PERSON = "person:";

    private final LogArchive archive;
    private final Reviews reviews;
    private final HitTable hits;
    private final Verifications verifications;
    private final CompanyProfile company;
    private final PeopleRegister people;
    private final MessageSource words;
    private final Clock clock;

    ReportPages(
            LogArchive archive,
            Reviews reviews,
            HitTable hits,
            Verifications verifications,
            CompanyProfile company,
            PeopleRegister people,
            MessageSource words,
            Clock clock) {
        this.archive = archive;
        this.reviews = reviews;
        this.hits = hits;
        this.verifications = verifications;
        this.company = company;
        this.people = people;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/logs/reviews/{id:[0-9a-f-]{36}}/report.{as:docx|pdf}")
    ResponseEntity<byte[]> report(@PathVariable UUID id, @PathVariable String as, Locale locale) throws IOException {
        Review review = reviews.find(id).orElseThrow(() -> new ReviewUnknown(id.toString()));
        Archive open = archive.open().orElseThrow(() -> new ReviewUnknown(id.toString()));
        List<Found> found = hits.page(id, HitTable.Wish.ALL, MOST, 1);
        ReportFigures figures = new ReportFigures(
                company.now().nameIn(locale.getLanguage()),
                clock.instant(),
                clock.getZone(),
                archive.retention(),
                ReportFigures.Kept.of(open, review.from(), review.until(), archive.retention(), clock.instant()),
                review,
                found,
                verifications.newest().orElse(null),
                names(review, found));
        Format format = as.equals("pdf") ? Format.PDF : Format.DOCX;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Documents.write(new ReportText(figures, words, Revision.language(locale)).report(), format, out);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.mediaType()))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("log-review-" + review.from() + "." + format.extension())
                                .build()
                                .toString())
                .body(out.toByteArray());
    }

    private Map<String, String> names(Review review, List<Found> found) {
        List<PersonId> ids = Stream.concat(
                        Stream.of(review.closedBy()),
                        found.stream().map(Found::mark).filter(Objects::nonNull).map(Mark::by))
                .filter(by -> by.startsWith(PERSON))
                .distinct()
                .map(by -> PersonId.of(by.substring(PERSON.length())))
                .toList();
        Map<String, String> names = new HashMap<>();
        people.find(ids)
                .forEach((id, person) -> names.put(PERSON + id, person.name().full()));
        return names;
    }
}
