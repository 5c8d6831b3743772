package org.hoshimori.core.evidence;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hoshimori.proof.Finding;
import org.hoshimori.proof.Notice;
import org.hoshimori.proof.Report;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The pages of the record. */
@Controller
@RequestMapping("/record")
@PreAuthorize("hasAuthority('record')")
class RecordPages {

    private final RecordList list;
    private final RecordProof proof;
    private final Names names;
    private final Clock clock;

    RecordPages(RecordList list, RecordProof proof, Names names, Clock clock) {
        this.list = list;
        this.proof = proof;
        this.names = names;
        this.clock = clock;
    }

    /**
     * The list.
     *
     * @param names of those who act and of what they act upon, by id
     * @param acts those on record, to choose from
     */
    record ListPage(RecordList.Wish wish, List<RecordList.Row> rows, Map<String, String> names, List<String> acts) {
        /** The name of what was asked for, or the words as they were typed. */
        public String about() {
            return names.getOrDefault(wish.about(), wish.about());
        }

        public String nameOf(String id) {
            return names.getOrDefault(id, id);
        }

        public boolean more() {
            return rows.size() == RecordList.PAGE;
        }
    }

    /** What a verification found, in words. */
    record VerifiedPage(Report report, List<String> faults, List<String> notices) {}

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String clause,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> to,
            @RequestParam(defaultValue = "0") long before,
            Model model) {
        RecordList.Wish wish = new RecordList.Wish(about.strip(), act.strip(), clause.strip(), from, to, before);
        List<RecordList.Row> rows =
                list.page(wish, wish.about().isEmpty() ? Set.of() : names.meant(wish.about()), clock.getZone());
        Set<String> ids =
                rows.stream().flatMap(r -> Stream.of(r.actor(), r.subject())).collect(Collectors.toSet());
        model.addAttribute("page", new ListPage(wish, rows, names.of(ids), list.acts()));
        return "evidence/record";
    }

    @PostMapping("/verify")
    String verify(Model model, Locale locale) throws IOException {
        Report report = proof.verify();
        model.addAttribute(
                "page", new VerifiedPage(report, said(report.faults(), locale), said(report.notices(), locale)));
        return "evidence/verified";
    }

    private List<String> said(List<? extends Finding> findings, Locale locale) {
        return findings.stream().map(f -> named(f).say(locale)).toList();
    }

    /** People by name on the page; evidence itself, and what others verify, knows ids only. */
    private Finding named(Finding finding) {
        return finding instanceof Notice.Redacted(long sequence, String by, Instant on)
                ? new Notice.Redacted(sequence, names.of(by), on)
                : finding;
    }

    @GetMapping("/package")
    ResponseEntity<StreamingResponseBody> export(Actor actor) {
        String name = "hoshimori-evidence-" + LocalDate.now(clock) + ".zip";
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(out -> proof.export(out, actor));
    }
}
