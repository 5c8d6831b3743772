package org.hoshimori.chapters.cloud;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.hoshimori.core.estate.ItemId;

/**
 * Whether a cloud service may keep our backups.
 *
 * @param provider the outside party
 * @param purpose what is kept there
 * @param terms the provider's terms of use, and alike the security policy and the state of its measures
 * @param country where the facility is, two letters of ISO 3166-1
 * @param prefecture within Japan its prefecture, two digits; elsewhere empty
 * @param region in words
 * @param apart why what strikes our sites does not strike the facility, where that does not go without saying
 * @param endsOn the last day on which an approval holds
 * @param version counts changes; an edit of an older one is refused
 */
record Assessment(
        UUID id,
        String service,
        ItemId provider,
        String purpose,
        Fits terms,
        Fits policy,
        Fits measures,
        String country,
        String prefecture,
        String region,
        String apart,
        LocalDate endsOn,
        State state,
        int version) {

    /** The version of {@link #record}. */
    static final int PROJECTION = 1;

    /** Whether something fits our regulations, and on what that rests. */
    record Fits(boolean yes, String note) {}

    /** How far it has come. */
    enum State {
        /** It is being written. */
        DRAFT,
        /** Somebody is to approve it. */
        ASKED,
        /** It holds until its last day. */
        APPROVED,
        /** It was not approved. */
        REFUSED,
        /** The request was taken back. */
        WITHDRAWN,
        /** What was approved is another now. */
        LAPSED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return Arrays.stream(values())
                    .filter(s -> s.code().equals(code))
                    .findFirst()
                    .orElseThrow();
        }
    }

    public String subject() {
        return AssessmentMatter.KIND + ":" + id;
    }

    public boolean holdsOn(LocalDate day) {
        return state == State.APPROVED && !endsOn.isBefore(day);
    }

    /** What is approved: all that it says, and what the rules of the regulation in force make of it. */
    Map<String, Object> record(Places.CountryFit countryFit, Places.RegionFit regionFit) {
        return new TreeMap<>(Map.ofEntries(
                Map.entry("service", service),
                Map.entry("provider", "party:" + provider),
                Map.entry("purpose", purpose),
                Map.entry("terms", terms.note()),
                Map.entry("policy", policy.note()),
                Map.entry("measures", measures.note()),
                Map.entry("fits", terms.yes() && policy.yes() && measures.yes()),
                Map.entry("country", country),
                Map.entry("region", (prefecture + " " + region).strip()),
                Map.entry("apart", apart),
                Map.entry("endsOn", endsOn.toString()),
                Map.entry("countryFit", countryFit.code()),
                Map.entry("regionFit", regionFit.code())));
    }

    /** The same in another state. */
    Assessment in(State next) {
        return new Assessment(
                id,
                service,
                provider,
                purpose,
                terms,
                policy,
                measures,
                country,
                prefecture,
                region,
                apart,
                endsOn,
                next,
                version);
    }
}
