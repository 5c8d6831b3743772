package org.hoshimori.core.posture;

import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The posture as OSCAL documents, to take out. */
@Controller
@PreAuthorize("hasAuthority('findings') or hasAuthority('record')")
class OscalPages {

    private final OscalReports reports;

    OscalPages(OscalReports reports) {
        this.reports = reports;
    }

    @GetMapping("/posture/oscal/assessment-results.json")
    ResponseEntity<String> results(Locale locale) {
        return file("assessment-results.json", reports.assessmentResults(locale));
    }

    @GetMapping("/posture/oscal/plan-of-action-and-milestones.json")
    ResponseEntity<String> plan(Locale locale) {
        return file("plan-of-action-and-milestones.json", reports.actionPlan(locale));
    }

    private static ResponseEntity<String> file(String name, String content) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }
}
