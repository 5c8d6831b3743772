package org.hoshimori.mail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Known names (companies, public bodies) and the domains that are really theirs. */
final class Names {

    /**
     * One owner.
     *
     * @param name as first written in the list
     */
    record Owner(String name, DomainSet domains) {}

    private static final int INITIALS = 3;

    private final List<Owner> owners;
    private final Phrases phrases;
    private final int[] ownerOf;
    private final Map<String, Owner> byDomain = new HashMap<>();
    private final Map<String, Owner> byLabel = new HashMap<>();

    private Names(List<Owner> owners, List<String> names, int[] ownerOf) {
        this.owners = owners;
        this.phrases = new Phrases(names);
        this.ownerOf = ownerOf;
        for (Owner each : owners) {
            each.domains().domains().forEach(d -> byDomain.putIfAbsent(d, each));
            each.domains().labels().forEach(l -> byLabel.putIfAbsent(l, each));
        }
    }

    /** From lines {@code name|name TAB domain domain …}. */
    static Names of(List<String> lines) {
        List<Owner> owners = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<Integer> of = new ArrayList<>();
        for (String line : lines) {
            int tab = line.indexOf('\t');
            if (tab <= 0) {
                throw new ContextRefused("context.names", line);
            }
            String[] written = line.substring(0, tab).split("\\|", -1);
            owners.add(new Owner(
                    written[0].strip(),
                    DomainSet.of(List.of(line.substring(tab + 1).strip().split("\\s+", -1)))));
            for (String name : written) {
                names.add(Folded.of(name.strip()).text().toString());
                of.add(owners.size() - 1);
            }
        }
        return new Names(owners, names, of.stream().mapToInt(Integer::intValue).toArray());
    }

    List<Owner> all() {
        return owners;
    }

    /** The owner of the longest name that this text holds. */
    Optional<Owner> in(String text) {
        int[] best = {-1, 0};
        Folded folded = Folded.of(text);
        phrases.find(folded.text(), (phrase, start, end) -> {
            if (end - start > best[1] && (end - start > INITIALS || written(text, folded, start, end))) {
                best[0] = ownerOf[phrase];
                best[1] = end - start;
            }
        });
        return best[0] < 0 ? Optional.empty() : Optional.of(owners.get(best[0]));
    }

    /** Whether a name of three letters is not an ordinary word or a person's name (Ana, who): in capitals, or all there is. */
    private static boolean written(String text, Folded folded, int start, int end) {
        String found = text.substring(folded.origin(start), Math.min(text.length(), folded.origin(end - 1) + 1));
        return found.chars().noneMatch(c -> c >= 'a' && c <= 'z') || found.equals(text.strip());
    }

    /** Whose host this is, if it is any of theirs. */
    Optional<Owner> owning(String host) {
        String rest = host;
        while (!rest.isEmpty()) {
            Owner owner = byDomain.get(rest);
            if (owner != null) {
                return Optional.of(owner);
            }
            int dot = rest.indexOf('.');
            rest = dot < 0 ? "" : rest.substring(dot + 1);
        }
        Owner owner = byLabel.get(Domains.label(host));
        return owner != null && Domains.canExist(host) ? Optional.of(owner) : Optional.empty();
    }
}
