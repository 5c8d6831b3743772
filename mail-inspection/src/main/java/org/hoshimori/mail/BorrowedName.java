package org.hoshimori.mail;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A real name used in an address that is not its owner's.
 *
 * @param looksLike written so that it only looks like the name
 */
record BorrowedName(String name, boolean looksLike) {

    private static final int SHORTEST = 5;
    private static final int MOST_KNOWN = 20_000;
    /** Labels of real domains that are ordinary words elsewhere. */
    private static final Set<String> WORDS = Set.of(
            "outlook",
            "windows",
            "office",
            "onedrive",
            "live",
            "android",
            "digital",
            "target",
            "telekom",
            "orange",
            "express",
            "community",
            "support",
            "service",
            "online",
            "optimism",
            "ledger",
            "trust",
            "wallet",
            "phantom",
            "kraken",
            "hermes",
            "discord",
            "stanley",
            "norton",
            "steam",
            "rogers",
            "nomura",
            "impots",
            "rossmann",
            "police",
            "laposte",
            "consensys",
            "expedia",
            "monex",
            "blockchain",
            "metropolis",
            "mizuho",
            "postbank",
            "santander.com",
            "outlook.com",
            "correio",
            "hermesworld",
            "sephora",
            "starbucks",
            "booking",
            "sakura",
            "gendigital",
            "interpol",
            "europol",
            "southwest",
            "access",
            "azure",
            "skype",
            "yammer",
            "disney",
            "paramount",
            "peacock",
            "worldbank",
            "deutschepost",
            "correos");

    private static final ConcurrentHashMap<Names, Labels> LABELS = new ConcurrentHashMap<>();

    /** Labels of real domains, as they are and as they look. */
    private record Labels(Map<String, Names.Owner> exact, Map<String, String> bySkeleton) {}

    static Optional<BorrowedName> in(Url url, Context context) {
        String host = url.host();
        if (url.numeric()) {
            return inPath(url, context);
        }
        if (context.own(host)) {
            return Optional.empty();
        }
        Optional<BorrowedName> known = context.borrowed().get(host);
        if (known == null) {
            known = inHost(host, context);
            if (context.borrowed().size() > MOST_KNOWN) {
                context.borrowed().clear();
            }
            context.borrowed().put(host, known);
        }
        return known;
    }

    private static Optional<BorrowedName> inHost(String host, Context context) {
        if (context.brands().owning(host).isPresent()
                || context.publicBodies().owning(host).isPresent()
                || context.mailService(host)
                || context.freeMail(host)
                || host.endsWith(".go.jp")
                || host.endsWith(".lg.jp")) {
            return Optional.empty();
        }
        Labels labels = LABELS.computeIfAbsent(context.brands(), BorrowedName::labels);
        String shown = Domains.shown(host);
        for (String label : shown.split("\\.", -1)) {
            for (String part : label.split("-", -1)) {
                Names.Owner owner = labels.exact().get(part);
                if (owner != null) {
                    return Optional.of(new BorrowedName(owner.name(), false));
                }
            }
        }
        return similar(Domains.label(host), labels).or(() -> similar(Domains.shown(Domains.label(host)), labels));
    }

    /** A name within the registrable label (supportpaypal), or one that only looks like it (paypa1). */
    private static Optional<BorrowedName> similar(String label, Labels labels) {
        String alike = labels.bySkeleton().get(Lookalikes.skeleton(label));
        if (alike != null && !alike.equals(label)) {
            return Optional.of(new BorrowedName(alike, true));
        }
        for (Map.Entry<String, Names.Owner> each : labels.exact().entrySet()) {
            String name = each.getKey();
            if (name.length() >= 6
                    && label.length() > name.length()
                    && (label.startsWith(name) || label.endsWith(name))) {
                return Optional.of(new BorrowedName(each.getValue().name(), false));
            }
        }
        return Optional.empty();
    }

    /** A whole host of a known name in the path behind an address in numbers. */
    private static Optional<BorrowedName> inPath(Url url, Context context) {
        for (String part : url.path().toLowerCase(Locale.ROOT).split("/", -1)) {
            Optional<Names.Owner> owner = part.contains(".") ? context.brands().owning(part) : Optional.empty();
            if (owner.isPresent()) {
                return Optional.of(new BorrowedName(owner.get().name(), false));
            }
        }
        return Optional.empty();
    }

    private static Labels labels(Names names) {
        Map<String, Names.Owner> labels = new HashMap<>();
        for (Names.Owner owner : names.all()) {
            for (String domain : owner.domains().domains()) {
                add(labels, Domains.label(domain), owner);
            }
            owner.domains().labels().forEach(label -> add(labels, label, owner));
        }
        Map<String, String> bySkeleton = new HashMap<>();
        labels.keySet().forEach(label -> bySkeleton.putIfAbsent(Lookalikes.skeleton(label), label));
        return new Labels(Map.copyOf(labels), Map.copyOf(bySkeleton));
    }

    private static void add(Map<String, Names.Owner> labels, String label, Names.Owner owner) {
        if (label.length() >= SHORTEST && !WORDS.contains(label)) {
            labels.putIfAbsent(label, owner);
        }
    }
}
