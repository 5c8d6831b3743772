package org.hoshimori.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What inspection knows beside the message: lists that come with the program, each replaceable by a file of the same name in
 * the operator's folder, and the operator's own domains and correspondents.
 */
public final class Context {

    static final List<String> FILES = List.of(
            "brands.tsv",
            "public-bodies.tsv",
            "free-mail.txt",
            "url-shorteners.txt",
            "free-hosting.txt",
            "cheap-suffixes.txt",
            "mail-services.txt",
            "own-domains.txt",
            "known-senders.txt",
            "cues.txt");

    private static final String PAST_MAIL = "past-mail";

    private final Names brands;
    private final Names publicBodies;
    private final DomainSet freeMail;
    private final DomainSet shorteners;
    private final DomainSet freeHosting;
    private final DomainSet cheapSuffixes;
    private final DomainSet mailServices;
    private final DomainSet ownDomains;
    private final DomainSet knownDomains;
    private final Set<String> knownAddresses;
    private final Cues cues;
    private final int several;
    private final ConcurrentHashMap<String, Optional<BorrowedName>> borrowed;

    private Context(Function<String, List<String>> files, int several) {
        this.brands = Names.of(files.apply("brands.tsv"));
        this.publicBodies = Names.of(files.apply("public-bodies.tsv"));
        this.freeMail = DomainSet.of(files.apply("free-mail.txt"));
        this.shorteners = DomainSet.of(files.apply("url-shorteners.txt"));
        this.freeHosting = DomainSet.of(files.apply("free-hosting.txt"));
        this.cheapSuffixes = DomainSet.of(files.apply("cheap-suffixes.txt"));
        this.mailServices = DomainSet.of(files.apply("mail-services.txt"));
        this.ownDomains = DomainSet.of(files.apply("own-domains.txt"));
        Set<String> addresses = new HashSet<>();
        List<String> known = files.apply("known-senders.txt");
        known.stream()
                .filter(k -> k.contains("@"))
                .map(k -> k.toLowerCase(Locale.ROOT))
                .forEach(addresses::add);
        this.knownAddresses = Set.copyOf(addresses);
        this.knownDomains =
                DomainSet.of(known.stream().filter(k -> !k.contains("@")).toList());
        this.cues = Cues.of(files.apply("cues.txt"));
        this.several = several;
        this.borrowed = new ConcurrentHashMap<>();
    }

    /** The lists that come with the program, and the sample's two indicators for "several". */
    public static Context standard() {
        return new Context(Context::shipped, 2);
    }

    /**
     * The program's lists, replaced by what the folder holds; known is also whom mail in its {@code past-mail} (a file, an mbox, a
     * Maildir) was written to by somebody of the operator's own domains.
     *
     * @throws ContextRefused if a file can't be read as what its name says
     */
    public static Context from(Path folder) {
        Context given = files(folder);
        Path past = folder.resolve(PAST_MAIL);
        return Files.exists(past) ? given.knowing(PastMail.in(past, given)) : given;
    }

    private static Context files(Path folder) {
        return new Context(
                name -> {
                    Path file = folder.resolve(name);
                    if (!Files.isRegularFile(file)) {
                        return shipped(name);
                    }
                    try {
                        return lines(Files.readString(file));
                    } catch (IOException e) {
                        throw new ContextRefused("context.unreadable", file.toString());
                    }
                },
                2);
    }

    private Context(Context lists, DomainSet own, Set<String> addresses, DomainSet known, int several) {
        this.brands = lists.brands;
        this.publicBodies = lists.publicBodies;
        this.freeMail = lists.freeMail;
        this.shorteners = lists.shorteners;
        this.freeHosting = lists.freeHosting;
        this.cheapSuffixes = lists.cheapSuffixes;
        this.mailServices = lists.mailServices;
        this.cues = lists.cues;
        this.borrowed = lists.borrowed;
        this.ownDomains = own;
        this.knownAddresses = addresses;
        this.knownDomains = known;
        this.several = several;
    }

    /**
     * The same lists with what the operator's registers know; a domain where anybody gets an address is nobody's own, and of an
     * address there only the address itself is known.
     *
     * @param own the operator's domains
     * @param known addresses or domains of those one corresponds with
     * @param several from how many indicators on a mail is suspect
     */
    public Context with(Collection<String> own, Collection<String> known, int several) {
        Set<String> addresses = new HashSet<>();
        Set<String> domains = new HashSet<>();
        for (String each : known) {
            String lower = each.toLowerCase(Locale.ROOT);
            String host = lower.substring(lower.lastIndexOf('@') + 1);
            if (lower.contains("@")) {
                addresses.add(lower);
            }
            if (!freeMail(host) && !mailService(host) && !freeHosting(host)) {
                domains.add(host);
            }
        }
        List<String> theirs = own.stream()
                .map(d -> d.toLowerCase(Locale.ROOT))
                .filter(d -> !freeMail(d))
                .toList();
        return new Context(
                this, DomainSet.of(theirs), Set.copyOf(addresses), DomainSet.of(List.copyOf(domains)), several);
    }

    /**
     * The same with these addresses known as well, and not their domains: whom the operator has written to, or whose mail was found
     * harmless.
     */
    public Context knowing(Set<String> addresses) {
        Set<String> all = new HashSet<>(knownAddresses);
        addresses.forEach(a -> all.add(a.toLowerCase(Locale.ROOT)));
        return new Context(this, ownDomains, Set.copyOf(all), knownDomains, several);
    }

    private static List<String> shipped(String name) {
        try (InputStream in = Context.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name);
            }
            return lines(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(String text) {
        return text.lines()
                .filter(l -> !l.startsWith("#") && !l.isBlank())
                .map(String::strip)
                .toList();
    }

    Names brands() {
        return brands;
    }

    Names publicBodies() {
        return publicBodies;
    }

    boolean freeMail(String host) {
        return freeMail.covers(host);
    }

    boolean shortener(String host) {
        return shorteners.covers(host);
    }

    boolean freeHosting(String host) {
        return freeHosting.covers(host);
    }

    boolean cheapSuffix(String host) {
        return cheapSuffixes.covers(host);
    }

    boolean mailService(String host) {
        return mailServices.covers(host);
    }

    boolean own(String host) {
        return ownDomains.covers(host);
    }

    boolean ownDomainsGiven() {
        return !ownDomains.isEmpty();
    }

    /** Whether the operator corresponds with this address already. */
    boolean known(Mailbox sender) {
        return knownAddresses.contains(sender.address().toLowerCase(Locale.ROOT)) || knownDomains.covers(sender.host());
    }

    /** Whether anybody told who is known at all. */
    boolean sendersGiven() {
        return !knownAddresses.isEmpty() || !knownDomains.isEmpty();
    }

    Cues cues() {
        return cues;
    }

    /** Hosts already judged, since newsletters repeat them. */
    ConcurrentHashMap<String, Optional<BorrowedName>> borrowed() {
        return borrowed;
    }

    /** From how many indicators on the regulation calls a mail suspect ({@code itu-4.5_several}). */
    int several() {
        return several;
    }
}
