package org.hoshimori.chapters.assets;

import java.util.List;
import java.util.Set;
import org.hoshimori.catalog.parameters.AstParameters;

/**
 * What whoever rates an asset has answered to the criteria of the regulation ({@code ast-1.1.b} to {@code ast-1.1.d}).
 *
 * @param codes of the criteria that apply; {@link #NONE} where none does
 */
record Answers(List<String> codes) {

    /** Any of these, or all of them, as the regulation says, makes an asset top secret. */
    static final List<String> TOP_SECRET = List.of(
            "legal-duty", "duty-of-confidentiality", "limited-data", "trade-secret", "hits-partners", "stops-business");

    /** Makes it internal. */
    static final String INTERNAL = "hinders-business";
    /** Tampering, error or damage may hinder the business. */
    static final String INTEGRITY = "integrity";
    /** Destruction, loss or unavailability may hinder the business. */
    static final String AVAILABILITY = "availability";
    /** Asked, and nothing applies. */
    static final String NONE = "none";

    /** Leaves out what is no criterion. */
    Answers {
        codes = codes.stream()
                .filter(c -> TOP_SECRET.contains(c)
                        || Set.of(INTERNAL, INTEGRITY, AVAILABILITY).contains(c))
                .distinct()
                .toList();
        codes = codes.isEmpty() ? List.of(NONE) : codes;
    }

    /** The values that follow. */
    Values proposed(AstParameters.Criteria criteria) {
        List<String> met = TOP_SECRET.stream().filter(codes::contains).toList();
        boolean topSecret = switch (criteria) {
            case ANY_ONE -> !met.isEmpty();
            case ALL -> met.size() == TOP_SECRET.size();
        };
        int confidentiality = topSecret ? Values.TOP_SECRET : met.isEmpty() && !codes.contains(INTERNAL) ? 1 : 2;
        return new Values(confidentiality, codes.contains(INTEGRITY) ? 2 : 1, codes.contains(AVAILABILITY) ? 2 : 1);
    }
}
