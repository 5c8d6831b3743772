package org.hoshimori.mail;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Domains with all that lies below them; {@code name.*} is that label under any public suffix. */
record DomainSet(Set<String> domains, Set<String> labels) {

    static DomainSet of(List<String> written) {
        Set<String> domains = new HashSet<>();
        Set<String> labels = new HashSet<>();
        for (String each : written) {
            String lower = each.toLowerCase(Locale.ROOT);
            if (lower.endsWith(".*")) {
                labels.add(lower.substring(0, lower.length() - 2));
            } else {
                domains.add(lower);
            }
        }
        return new DomainSet(Set.copyOf(domains), Set.copyOf(labels));
    }

    boolean isEmpty() {
        return domains.isEmpty() && labels.isEmpty();
    }

    boolean covers(String host) {
        String rest = host;
        while (!rest.isEmpty()) {
            if (domains.contains(rest)) {
                return true;
            }
            int dot = rest.indexOf('.');
            rest = dot < 0 ? "" : rest.substring(dot + 1);
        }
        return !labels.isEmpty() && labels.contains(Domains.label(host)) && Domains.canExist(host);
    }
}
