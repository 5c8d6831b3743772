package org.hoshimori.mail;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses that a receiving company's own gateway, or a search engine, puts in the place of another and that name it: what the
 * sender wrote is judged, not the gateway.
 */
final class Forwarders {

    private static final Pattern GOOGLE = Pattern.compile("(www\\.)?google\\.[a-z.]{2,8}");
    private static final Pattern PROOFPOINT_3 = Pattern.compile("/v3/__(.+?)__(?:;|$)");

    private Forwarders() {}

    static Optional<String> target(Url url) {
        String host = url.host();
        if (host.endsWith("safelinks.protection.outlook.com")) {
            return parameter(url.rest(), "url");
        }
        if (url.rest().startsWith("/url") && GOOGLE.matcher(host).matches()) {
            return parameter(url.rest(), "q").filter(q -> q.startsWith("http")).or(() -> parameter(url.rest(), "url"));
        }
        if (host.equals("clicktime.symantec.com")
                || host.endsWith(".clicktime.symantec.com")
                || host.equals("clicktime.cloud.postoffice.net")) {
            return parameter(url.rest(), "u").map(u -> u.startsWith("http") ? u : Url.percentDecoded(u));
        }
        if (host.equals("linkprotect.cudasvc.com")) {
            return parameter(url.rest(), "a");
        }
        if (host.equals("urldefense.com") || host.equals("urldefense.us")) {
            Matcher named = PROOFPOINT_3.matcher(url.rest());
            return named.find()
                    ? Optional.of(named.group(1).replaceFirst("^(https?:)/(?=[^/])", "$1//"))
                    : Optional.empty();
        }
        if (host.equals("urldefense.proofpoint.com")) {
            return parameter(url.rest(), "u")
                    .map(u -> Url.percentDecoded(u.replace('-', '%').replace('_', '/')));
        }
        return Optional.empty();
    }

    private static Optional<String> parameter(String rest, String name) {
        int at = Math.max(rest.indexOf("?" + name + "="), rest.indexOf("&" + name + "="));
        if (at < 0) {
            return Optional.empty();
        }
        int from = at + name.length() + 2;
        int end = rest.indexOf('&', from);
        String value = rest.substring(from, end < 0 ? rest.length() : end);
        return name.equals("u") && value.startsWith("http-")
                ? Optional.of(value)
                : Optional.of(Url.percentDecoded(value));
    }
}
