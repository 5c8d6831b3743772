package org.hoshimori.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What stands out about what can be clicked. */
final class LinkFacts {

    private static final Pattern FORWARDER = Pattern.compile(
            "https?://(www\\.)?(google\\.[a-z.]+/(url|amp)|bing\\.com/ck/a|googleadservices\\.com|adclick\\.g\\.doubleclick\\.net|l\\.facebook\\.com/l\\.php|vk\\.com/away\\.php).*");
    private static final Pattern FORWARDS_TO_LOG_IN = Pattern.compile(
            "https?://[^/?#]+/[^?#]*\\?(.*&)?(url|u|redirect|goto|dest|target|next)=https?(:|%3a)//.*login.*");
    private static final Pattern LEAVING = Pattern.compile(
            "(?i)unsubscribe|opt.?out|abmelden|se désinscrire|désabonner|afmelden|配信停止|click here|hier");

    private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]{1,64}@([\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8})");

    private final Case the;
    private final Context context;
    private final List<Link> links;
    private final List<Fact> facts = new ArrayList<>();

    LinkFacts(Case the) {
        this.the = the;
        this.context = the.context();
        this.links = the.links();
    }

    List<Fact> find() {
        schemes();
        hosts();
        writesTo();
        together();
        attached();
        return facts;
    }

    private void add(FactName name, Link link, String... arguments) {
        facts.add(Fact.of(name, "body:" + link.at(), arguments));
    }

    private void schemes() {
        for (Link each : the.page().links()) {
            String scheme = each.url().scheme();
            if (scheme.equals("data")
                    || scheme.equals("javascript")
                    || scheme.equals("vbscript")
                    || scheme.equals("file")) {
                add(FactName.LINK_DATA, each, scheme);
                return;
            }
        }
    }

    private void hosts() {
        once(FactName.LINK_NUMERIC_HOST, l -> l.url().numeric() && !isPrivate(l.host()));
        once(
                FactName.LINK_USER_INFO,
                l -> !l.url().userInfo().isEmpty() && l.url().userInfo().contains("."));
        once(FactName.LINK_MIXED_SCRIPTS, l -> l.host().contains("xn--") && mixed(Domains.shown(l.host())));
        once(FactName.LINK_SHORTENED, l -> context.shortener(l.host()) && !ownShortener(l));
        once(
                FactName.LINK_FREE_HOSTING,
                l -> (context.freeHosting(l.host()) || form(l))
                        && !context.freeHosting(the.from().host())
                        && !the.list());
        once(FactName.LINK_SUFFIX_CHEAP, l -> context.cheapSuffix(l.host()) && !sendersOwn(l));
        once(
                FactName.LINK_RANDOM_HOST,
                l -> Randomness.label(Domains.label(l.host()))
                        && !context.mailService(l.host())
                        && !l.url().numeric());
        once(FactName.LINK_OPEN_FORWARDER, LinkFacts::forwarder);
        once(
                FactName.LINK_TEXT_NOT_TARGET,
                l -> ShownTarget.differs(l) && !context.mailService(l.host()) && !sendersOwn(l));
        for (Link each : links) {
            Optional<BorrowedName> borrowed =
                    sendersOwn(each) ? Optional.empty() : BorrowedName.in(each.url(), context);
            if (borrowed.isPresent()) {
                add(
                        borrowed.get().looksLike() ? FactName.LOOK_ALIKE_HOST : FactName.BORROWED_NAME_IN_LINK,
                        each,
                        each.host(),
                        borrowed.get().name());
                return;
            }
        }
    }

    private void once(FactName name, java.util.function.Predicate<Link> sign) {
        links.stream()
                .filter(sign)
                .findFirst()
                .ifPresent(l -> add(name, l, l.url().defanged()));
    }

    private boolean sendersOwn(Link link) {
        return Domains.same(link.host(), the.from().host());
    }

    /** A company's own short addresses (t.co in a mail of Twitter). */
    private boolean ownShortener(Link link) {
        return sendersOwn(link)
                || context.brands()
                        .owning(the.from().host())
                        .filter(o -> o.domains().covers(link.host()))
                        .isPresent();
    }

    /** A form that anybody can put up. */
    private static boolean form(Link link) {
        return link.host().equals("docs.google.com") && link.url().path().startsWith("/forms/");
    }

    /** An address that a click writes to, on free mail, of a sender who is not. */
    private void writesTo() {
        if (context.freeMail(the.from().host()) || the.list() || the.answers()) {
            return;
        }
        for (Link each : the.page().links()) {
            if (each.url().scheme().equals("mailto")) {
                Matcher address = ADDRESS.matcher(each.raw());
                if (address.find() && context.freeMail(address.group(1).toLowerCase(Locale.ROOT))) {
                    add(FactName.LINK_WRITES_TO_FREE_MAIL, each, address.group());
                    return;
                }
            }
        }
    }

    private static boolean mixed(String host) {
        for (String label : host.split("\\.", -1)) {
            if (Lookalikes.mixesScripts(label)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPrivate(String host) {
        return host.startsWith("10.")
                || host.startsWith("192.168.")
                || host.startsWith("127.")
                || host.matches("172\\.(1[6-9]|2\\d|3[01])\\..*");
    }

    /** A host that forwards to whatever its address says, used to hide behind. */
    private static boolean forwarder(Link link) {
        String raw = link.raw().toLowerCase(Locale.ROOT);
        return raw.startsWith("http")
                && (FORWARDER.matcher(raw).matches()
                        || FORWARDS_TO_LOG_IN.matcher(raw).matches());
    }

    /** What attachments would open, where the text itself shows nothing of the kind. */
    private void attached() {
        the.fileLinks()
                .filter(l -> l.file().has(FileLook.Trait.QR_CODE) && !home(l.url()))
                .findFirst()
                .ifPresent(l -> facts.add(
                        Fact.of(FactName.LINK_IN_QR_CODE, l.where(), l.url().defanged())));
        inFile(FactName.LINK_NUMERIC_HOST, u -> u.numeric() && !isPrivate(u.host()));
        inFile(FactName.LINK_SHORTENED, u -> context.shortener(u.host()));
        inFile(
                FactName.LINK_FREE_HOSTING,
                u -> context.freeHosting(u.host())
                        && !context.freeHosting(the.from().host()));
        inFile(FactName.LINK_SUFFIX_CHEAP, u -> context.cheapSuffix(u.host()) && !home(u));
        the.fileLinks()
                .filter(l -> !home(l.url()))
                .forEach(l -> BorrowedName.in(l.url(), context).ifPresent(b -> {
                    FactName name = b.looksLike() ? FactName.LOOK_ALIKE_HOST : FactName.BORROWED_NAME_IN_LINK;
                    if (!has(name)) {
                        facts.add(Fact.of(name, l.where(), l.url().host(), b.name()));
                    }
                }));
    }

    private void inFile(FactName name, java.util.function.Predicate<Url> sign) {
        if (!has(name)) {
            the.fileLinks()
                    .filter(l -> sign.test(l.url()))
                    .findFirst()
                    .ifPresent(l -> facts.add(Fact.of(name, l.where(), l.url().defanged())));
        }
    }

    private boolean has(FactName name) {
        return facts.stream().anyMatch(f -> f.name() == name);
    }

    /** The sender's own house, or the reader's. */
    private boolean home(Url url) {
        return Kin.of(url.host(), the.from().host()) || context.own(url.host());
    }

    private void together() {
        List<Link> outside = links.stream().filter(l -> !l.host().isEmpty()).toList();
        if (outside.isEmpty() || the.list() || the.answers()) {
            return;
        }
        boolean own = outside.stream()
                .anyMatch(l -> Kin.of(l.host(), the.from().host()) || context.mailService(l.host()) || sameOwner(l));
        if (!own && the.page().html()) {
            add(
                    FactName.LINKS_ELSEWHERE,
                    outside.getFirst(),
                    the.from().host(),
                    outside.getFirst().host());
        }
        Set<String> places =
                outside.stream().map(l -> l.host() + l.url().path()).collect(Collectors.toSet());
        boolean unsubscribes =
                outside.stream().anyMatch(l -> LEAVING.matcher(l.shown()).find());
        if (!own
                && places.size() == 1
                && outside.size() >= 2
                && (unsubscribes || outside.stream().allMatch(Link::picture))) {
            add(FactName.LINKS_ALL_ONE, outside.getFirst(), outside.getFirst().host());
        }
    }

    private boolean sameOwner(Link link) {
        Optional<Names.Owner> owner = context.brands().owning(the.from().host());
        return owner.isPresent() && owner.get().domains().covers(link.host());
    }
}
