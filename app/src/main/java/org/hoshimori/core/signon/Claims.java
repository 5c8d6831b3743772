package org.hoshimori.core.signon;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * What the provider says of somebody.
 *
 * @param subject the provider's own id, which never changes
 * @param verified whether the provider has made sure that the mail address is his or hers
 * @param second whether it says to have asked for two kinds of factor (RFC 8176)
 */
record Claims(
        String issuer,
        String subject,
        String mail,
        boolean verified,
        String name,
        List<String> groups,
        boolean second) {

    private static final int LONGEST = 200;
    private static final int MOST_GROUPS = 200;
    private static final List<Set<String>> KINDS = List.of(
            Set.of("pwd", "pin", "kba"),
            Set.of("otp", "hwk", "swk", "sms", "sc", "tel"),
            Set.of("face", "fpt", "iris", "retina", "vbm"));

    static Claims of(OidcUser user, String groupsClaim) {
        return new Claims(
                String.valueOf(user.getIssuer()),
                Objects.requireNonNull(user.getSubject()),
                cut(user.getEmail()).toLowerCase(Locale.ROOT),
                Boolean.TRUE.equals(user.getEmailVerified()),
                cut(user.getFullName()),
                texts(user.getClaim(groupsClaim)).stream()
                        .limit(MOST_GROUPS)
                        .map(Claims::cut)
                        .distinct()
                        .toList(),
                twoKinds(texts(user.getClaim("amr"))));
    }

    static boolean twoKinds(List<String> methods) {
        return methods.contains("mfa")
                || KINDS.stream()
                                .filter(kind -> methods.stream().anyMatch(kind::contains))
                                .count()
                        >= 2;
    }

    private static List<String> texts(@Nullable Object claim) {
        return claim instanceof Collection<?> all
                ? all.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static String cut(@Nullable String text) {
        String plain = text == null ? "" : text.replaceAll("\\p{Cntrl}", " ").strip();
        return plain.substring(0, Math.min(LONGEST, plain.length()));
    }
}
