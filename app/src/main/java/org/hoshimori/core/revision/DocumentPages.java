package org.hoshimori.core.revision;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.hoshimori.documents.Format;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The documents of adopted revisions, as they were frozen. */
@Controller
@RequestMapping("/regulation/documents")
class DocumentPages {

    private final FrozenDocuments documents;

    DocumentPages(FrozenDocuments documents) {
        this.documents = documents;
    }

    /** All documents that are kept. */
    record DocumentsPage(List<FrozenDocuments.Frozen> documents) {}

    @GetMapping
    @PreAuthorize("isAuthenticated()")
    ModelAndView list() {
        return new ModelAndView("revision/documents", Map.of("page", new DocumentsPage(documents.all())));
    }

    @GetMapping("/{revision:\\d{1,9}}/{language:ja|en}/{format}")
    @PreAuthorize("isAuthenticated()")
    ResponseEntity<InputStreamResource> document(
            @PathVariable int revision, @PathVariable String language, @PathVariable String format) throws IOException {
        FrozenDocuments.Frozen frozen = Stream.of(Format.values())
                .filter(f -> f.name().toLowerCase(Locale.ROOT).equals(format))
                .findFirst()
                .flatMap(f -> documents.find(revision, language, f))
                .orElseThrow(() -> new DraftUnknown(format));
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf(frozen.format().mediaType()))
                .contentLength(frozen.bytes())
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(frozen.name())
                                .build()
                                .toString())
                .eTag('"' + frozen.sha256() + '"')
                .body(new InputStreamResource(documents.open(frozen)));
    }
}
