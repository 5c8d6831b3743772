package org.hoshimori.core.revision;

import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.hoshimori.catalog.Lang;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.regulation.Revision;
import org.hoshimori.documents.Format;
import org.hoshimori.oscal.OscalFormat;
import org.hoshimori.oscal.OscalWriter;
import org.hoshimori.regulation.OscalProfiles;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** A draft taken out: as the file that it is, as an OSCAL profile, and in Word for whoever is to look over it. */
@Controller
@RequestMapping("/drafts/{id}")
class DraftFiles {

    private final RevisionDesk desk;
    private final RemarkDesk remarks;

    DraftFiles(RevisionDesk desk, RemarkDesk remarks) {
        this.desk = desk;
        this.remarks = remarks;
    }

    @GetMapping("/tailoring.yaml")
    @PreAuthorize("hasAuthority('regulation')")
    ResponseEntity<byte[]> tailoring(@PathVariable DraftId id) {
        return file(
                "tailoring.yaml",
                new MediaType("application", "yaml", StandardCharsets.UTF_8),
                desk.known(id).tailoring().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/profile.json")
    @PreAuthorize("hasAuthority('regulation')")
    ResponseEntity<byte[]> profile(@PathVariable DraftId id, Locale locale) {
        Draft draft = desk.known(id);
        Lang lang = Revision.language(locale);
        byte[] profile = OscalWriter.write(
                OscalProfiles.profile(
                        draft.regulation(),
                        lang,
                        "hoshimori-catalog." + lang.tag() + ".json",
                        draft.changedAt().truncatedTo(ChronoUnit.SECONDS).toString()),
                OscalFormat.JSON);
        return file("profile.json", MediaType.APPLICATION_JSON, profile);
    }

    @GetMapping("/document.docx")
    @PreAuthorize("hasAuthority('regulation')")
    ResponseEntity<byte[]> document(@PathVariable DraftId id, Actor actor, Locale locale) {
        return file(
                "draft.docx",
                MediaType.valueOf(Format.DOCX.mediaType()),
                remarks.send(desk.known(id), Revision.language(locale), actor));
    }

    private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }
}
