package org.hoshimori.core.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hoshimori.core.storage.ContentFiles;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** The files of a subject of the record: see, add, fetch. */
@Controller
@RequestMapping("/record")
@PreAuthorize("hasAuthority('record')")
class AttachmentPages {

    private final Attachments attachments;
    private final ContentFiles files;
    private final Names names;

    AttachmentPages(Attachments attachments, ContentFiles files, Names names) {
        this.attachments = attachments;
        this.names = names;
        this.files = files;
    }

    /** The page. */
    record FilesPage(String subject, String name, List<Attachments.Named> files) {}

    @GetMapping("/files")
    ModelAndView files(@RequestParam String subject) {
        return page(subject, HttpStatus.OK);
    }

    @PostMapping("/files")
    ModelAndView add(@RequestParam String subject, @RequestParam MultipartFile file, Actor actor) throws IOException {
        if (!attachments.knows(subject)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        return switch (attachments.keep(file.getInputStream(), name, subject, actor)) {
            case Attachments.Outcome.Kept _ ->
                new ModelAndView("redirect:"
                        + UriComponentsBuilder.fromPath("/record/files")
                                .queryParam("subject", "{subject}")
                                .encode()
                                .buildAndExpand(subject));
            case Attachments.Outcome.NotKept refused ->
                page(subject, HttpStatus.UNPROCESSABLE_CONTENT).addObject("refused", refused);
        };
    }

    /** Shown where it is of a safe kind, saved anywhere else; in a sandbox either way. */
    @GetMapping("/{entry}/file")
    ResponseEntity<Resource> file(@PathVariable long entry) throws IOException {
        Attachment attachment = attachments
                .named(entry)
                .filter(a -> files.has(a.sha256()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        boolean shown = FileKind.shown(attachment.type());
        ContentDisposition disposition = (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(attachment.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(shown ? MediaType.parseMediaType(attachment.type()) : MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(attachment.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(new InputStreamResource(files.open(attachment.sha256())));
    }

    private ModelAndView page(String subject, HttpStatus status) {
        if (!attachments.knows(subject)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new ModelAndView("evidence/files", status)
                .addObject("page", new FilesPage(subject, names.of(subject), attachments.of(subject)));
    }
}
