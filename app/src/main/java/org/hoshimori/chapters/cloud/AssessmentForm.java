package org.hoshimori.chapters.cloud;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.hoshimori.core.estate.ItemId;
import org.hoshimori.core.storage.Width;

/**
 * What the form of an assessment holds.
 *
 * @param provider the party's number in its register
 * @param termsFit {@code yes} or empty, as the other two
 * @param endsOn as it was typed
 */
record AssessmentForm(
        @NotBlank @Size(max = 200) String service,
        @NotBlank @Size(max = 60) String provider,
        @NotBlank @Size(max = 500) String purpose,
        String termsFit,
        @Size(max = 2000) String termsNote,
        String policyFit,
        @Size(max = 2000) String policyNote,
        String measuresFit,
        @Size(max = 2000) String measuresNote,
        String country,
        String prefecture,
        @Size(max = 200) String region,
        @Size(max = 2000) String apart,
        @NotBlank String endsOn,
        int version) {

    /** A field that a form leaves out is empty. */
    AssessmentForm {
        service = service == null ? "" : service;
        provider = provider == null ? "" : provider;
        purpose = purpose == null ? "" : purpose;
        endsOn = endsOn == null ? "" : endsOn;
        termsFit = termsFit == null ? "" : termsFit;
        termsNote = termsNote == null ? "" : termsNote;
        policyFit = policyFit == null ? "" : policyFit;
        policyNote = policyNote == null ? "" : policyNote;
        measuresFit = measuresFit == null ? "" : measuresFit;
        measuresNote = measuresNote == null ? "" : measuresNote;
        country = country == null ? "" : country;
        prefecture = prefecture == null ? "" : prefecture;
        region = region == null ? "" : region;
        apart = apart == null ? "" : apart;
        service = service == null ? "" : service;
        provider = provider == null ? "" : provider;
        purpose = purpose == null ? "" : purpose;
        endsOn = endsOn == null ? "" : endsOn;
    }

    static AssessmentForm empty(LocalDate today) {
        return new AssessmentForm(
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "JP",
                "",
                "",
                "",
                today.plusYears(1).toString(),
                0);
    }

    static AssessmentForm of(Assessment a, String provider) {
        return new AssessmentForm(
                a.service(),
                provider,
                a.purpose(),
                ticked(a.terms()),
                a.terms().note(),
                ticked(a.policy()),
                a.policy().note(),
                ticked(a.measures()),
                a.measures().note(),
                a.country(),
                a.prefecture(),
                a.region(),
                a.apart(),
                a.endsOn().toString(),
                a.version());
    }

    private static String ticked(Assessment.Fits fits) {
        return fits.yes() ? "true" : "";
    }

    Assessment described(UUID id, ItemId party, LocalDate ends) {
        return new Assessment(
                id,
                Width.folded(service),
                party,
                purpose.strip(),
                new Assessment.Fits(!termsFit.isEmpty(), termsNote.strip()),
                new Assessment.Fits(!policyFit.isEmpty(), policyNote.strip()),
                new Assessment.Fits(!measuresFit.isEmpty(), measuresNote.strip()),
                country,
                country.equals("JP") ? prefecture : "",
                Width.folded(region),
                apart.strip(),
                ends,
                Assessment.State.DRAFT,
                version);
    }
}
