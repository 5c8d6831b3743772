package org.hoshimori.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands out about who sends. */
final class SenderFacts {

    private static final int SHORTEST_HOUSE = 6;
    private static final String FROM = "header:From";
    private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]{1,64}@([\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,12})");
    private static final Pattern DECORATION =
            Pattern.compile("[\\p{So}\\p{Sk}]|[#*~=|!$™®]{1,}|^[ _.-]|[_]{1,}$|[A-Za-z]_[A-Za-z]");

    private static final Pattern ORGANIZATION = Pattern.compile(
            "\\b(support|service|team|bank|admin|security|department|office|helpdesk|postmaster|notice|rewards?"
                    + "|customer|deals?|official|government|ministry|pharmacy|company|loans?|finance)\\b");
    private static final Pattern SWAPPED = Pattern.compile(
            "\\b(Iog|lD|Iogin|Iive|VlAGRA|ClALlS|PayPaI|maiI|AppIe|ReaI|CIick|emaiI|accessibIe|\\w*[a-z]I[a-z]{2,}\\w*)\\b");
    private static final Pattern ODD = Pattern.compile(",_<|>\\s*,\\s*<|\\.>|,\\(<|[^,]\\s,\\s*<|\\s>");

    private final Case the;
    private final Mailbox from;
    private final List<Fact> facts = new ArrayList<>();

    SenderFacts(Case the) {
        this.the = the;
        this.from = the.from();
    }

    List<Fact> find() {
        names();
        checks();
        answers();
        shape();
        trust();
        return facts;
    }

    private void add(FactName name, String where, String... arguments) {
        facts.add(Fact.of(name, where, arguments));
    }

    private boolean has(FactName name) {
        return facts.stream().anyMatch(f -> f.name() == name);
    }

    private void names() {
        String host = from.host();
        Optional<Names.Owner> owner =
                the.brand().or(() -> the.context().publicBodies().in(from.name()));
        boolean own = owner.isPresent() && owner.get().domains().covers(host);
        boolean official = host.endsWith(".go.jp") || host.endsWith(".lg.jp") || host.endsWith(".gov");
        // A company's other domain vouches for itself, but so does one that merely borrows the name: that one
        // threatens.
        boolean kin = owner.isPresent()
                && (the.authentication().vouchedFor(host)
                        || the.mail().headers().has("List-Unsubscribe"))
                && !the.cues().early(Cue.ACCOUNT_TROUBLE)
                && !the.cues().has(Cue.SECRET)
                && owner.get().domains().domains().stream().anyMatch(d -> Kin.of(d, host));
        if (owner.isPresent() && !own && !kin && !official && !from.address().isEmpty()) {
            add(FactName.NAME_NOT_DOMAIN, FROM, owner.get().name(), host);
        }
        boolean known = own
                || the.context().brands().owning(host).isPresent()
                || the.context().publicBodies().owning(host).isPresent();
        if (known && the.authentication().disowned(host)) {
            add(FactName.FORGED_DOMAIN, FROM, host);
        }
        Url sender = new Url("http", "", host, -1, "", false);
        if (!host.isEmpty() && !known && !kin) {
            BorrowedName.in(sender, the.context())
                    .ifPresent(b -> add(
                            b.looksLike() ? FactName.LOOK_ALIKE_HOST : FactName.BORROWED_NAME_IN_SENDER,
                            FROM,
                            host,
                            b.name()));
        }
        Matcher inName = ADDRESS.matcher(from.name());
        if (inName.find() && !Domains.same(inName.group(1).toLowerCase(Locale.ROOT), host)) {
            add(FactName.ADDRESS_AS_NAME, FROM, inName.group(), from.address());
        }
        if (the.context().freeMail(host) && the.brand().isEmpty() && claimsOrganization()) {
            add(FactName.ORGANIZATION_ON_FREE_MAIL, FROM, from.name(), host);
        }
    }

    private boolean claimsOrganization() {
        String name = from.name().toLowerCase(Locale.ROOT);
        return ORGANIZATION.matcher(name).find()
                || name.matches(".*(株式会社|事務局|サポート|カスタマー|センター|銀行|省|庁|窓口|運営|公式|管理者|代表取締役).*|.*(部|課|室|係)( .*)?");
    }

    private void checks() {
        Authentication checked = the.authentication();
        if (!checked.known()) {
            return;
        }
        if (checked.disowned(from.host())) {
            add(FactName.AUTHENTICATION_FAILED, "header:Authentication-Results", summary(checked));
        } else if (checked.doubtful(from.host())) {
            add(FactName.AUTHENTICATION_DOUBTFUL, "header:Authentication-Results", summary(checked));
        } else if (!checked.vouchedFor(from.host())) {
            add(FactName.AUTHENTICATION_MISSING, "header:Authentication-Results", summary(checked));
        }
    }

    private static String summary(Authentication checked) {
        return ("spf=" + checked.spf() + " dkim=" + checked.dkim() + " dmarc=" + checked.dmarc())
                .replaceAll("=( |$)", "=–$1");
    }

    private void answers() {
        String host = from.host();
        if (!the.list()) {
            for (Mailbox reply : the.mail().replyTo()) {
                if (!reply.address().isEmpty() && !reply.address().equalsIgnoreCase(from.address())) {
                    replyElsewhere(reply, host);
                    break;
                }
            }
        }
        String path = the.mail().headers().first("Return-Path").orElse("");
        List<Mailbox> bounces = Mailbox.parse(path);
        String bounceHost = bounces.isEmpty() ? "" : bounces.getFirst().host();
        if (!bounceHost.isEmpty()
                && !Domains.same(bounceHost, host)
                && !the.context().mailService(bounceHost)
                && !the.authentication().vouchedFor(host)
                && !the.list()) {
            add(FactName.RETURN_PATH_ELSEWHERE, "header:Return-Path", bounceHost, host);
        }
    }

    private void replyElsewhere(Mailbox reply, String host) {
        boolean between = the.context().brands().owning(host).isPresent()
                && the.authentication().vouchedFor(host)
                && !the.context().freeMail(host); // a service that carries a person's words, as Google Drive does
        boolean free = the.context().freeMail(reply.host()) && !between;
        if (free
                && !the.context().freeMail(host)
                && houseName(reply, host)
                && (!the.authentication().known() || the.authentication().vouchedFor(host))) {
            add(FactName.REPLY_TO_ELSEWHERE, "header:Reply-To", reply.address(), from.address());
        } else if (free && (the.context().freeMail(host) ? !sameName(reply) : true)) {
            add(FactName.REPLY_TO_FREE_MAIL, "header:Reply-To", reply.address(), from.address());
        } else if (!free && !Domains.same(reply.host(), host) && !the.context().mailService(reply.host())) {
            add(FactName.REPLY_TO_ELSEWHERE, "header:Reply-To", reply.address(), from.address());
        }
    }

    /** A small house that takes its answers at a free address of its own name. */
    private static boolean houseName(Mailbox reply, String host) {
        String box = reply.localPart().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        String house = Domains.label(host).replace("-", "");
        return box.length() >= SHORTEST_HOUSE && (house.contains(box) || box.contains(house));
    }

    /** A person with two free addresses, both made of the same name. */
    private boolean sameName(Mailbox reply) {
        String one = reply.localPart().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        String other = from.localPart().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return one.equals(other)
                || (one.length() > 4 && other.startsWith(one))
                || (other.length() > 4 && one.startsWith(other));
    }

    private void shape() {
        String host = from.host();
        String raw = the.mail().headers().first("From").orElse("");
        if (!host.isEmpty()
                && !Domains.canExist(host)
                && (!the.links().isEmpty() || !the.mail().replyTo().isEmpty())) {
            add(FactName.IMPOSSIBLE_SENDER, FROM, from.address());
        }
        boolean several = the.mail().senders().size() > 1;
        boolean odd = ODD.matcher(raw).find() || (from.address().contains(" "));
        if (!host.isEmpty() && (several || odd)) {
            add(FactName.MALFORMED_SENDER, FROM, raw);
        }
        boolean famous = the.context().brands().owning(host).isPresent();
        if (!host.isEmpty()
                && !famous
                && (Randomness.label(Domains.label(host))
                        || (lodger(host) && Randomness.label(host.substring(0, host.indexOf('.'))))
                        || Randomness.numberedName(from.localPart()))) {
            add(FactName.RANDOM_SENDER, FROM, from.address());
        }
        if (the.context().cheapSuffix(host)) {
            add(FactName.SENDER_SUFFIX_CHEAP, FROM, host);
        }
        Folded name = Folded.of(from.name());
        Folded subject = the.subject();
        int disguised = name.disguised() + subject.disguised();
        if (disguised + name.invisible() + subject.invisible() > 0
                || swapsLetters(from.name() + " " + the.mail().subject())) {
            add(
                    FactName.DISGUISED_LETTERS,
                    disguised > 0 ? "header:Subject" : FROM,
                    from.name() + " / " + the.mail().subject());
        }
        if (DECORATION.matcher(from.name()).find()) {
            add(FactName.DECORATED_SENDER, FROM, from.name());
        }
    }

    /** Below the name of a service that anybody can send from: the house is not the sender's own. */
    private boolean lodger(String host) {
        return !host.equals(Domains.registrable(host))
                && (the.context().mailService(host) || the.context().freeHosting(host));
    }

    /** A capital I for an l or the other way round, within a word. */
    private static boolean swapsLetters(String text) {
        return SWAPPED.matcher(text).results().anyMatch(m -> !m.group().matches("\\w*(API|AI|II|UI|VI)\\w*"));
    }

    private void trust() {
        String host = from.host();
        boolean vouched = the.authentication().vouchedFor(host);
        if (the.knownSender() && !the.answers()) {
            add(FactName.KNOWN_SENDER, FROM, from.address());
        }
        boolean owner = !the.context().freeMail(host)
                && (the.context().brands().owning(host).isPresent()
                        || the.context().publicBodies().owning(host).isPresent());
        boolean answersHome = the.mail().replyTo().stream().allMatch(r -> Kin.of(r.host(), host));
        if (vouched && owner && answersHome) {
            add(FactName.OWNER_VOUCHED, FROM, host);
        } else if (vouched) {
            add(FactName.VOUCHED_SENDER, FROM, host);
        }
        boolean asked = vouched && the.mail().headers().has("List-Unsubscribe");
        boolean odd = the.context().cheapSuffix(host)
                || has(FactName.NAME_NOT_DOMAIN)
                || has(FactName.BORROWED_NAME_IN_SENDER)
                || has(FactName.AUTHENTICATION_MISSING);
        boolean borrowed = has(FactName.NAME_NOT_DOMAIN)
                && (the.cues().early(Cue.ACCOUNT_TROUBLE) || the.cues().has(Cue.SECRET));
        if (answersHome
                && (asked || !odd)
                && !borrowed
                && !lodger(host)
                && !the.authentication().disowned(host)
                && !the.context().freeMail(host)
                && the.links().stream()
                        .anyMatch(l -> Kin.of(l.host(), host)
                                || (vouched && the.context().mailService(l.host())))) {
            add(FactName.COHERENT_SENDER, FROM, host);
        }
        if (the.answers()) {
            add(FactName.RUNNING_EXCHANGE, "header:In-Reply-To");
        }
        if (the.list()) {
            add(FactName.MAILING_LIST, "header:List-Post");
        }
        if (the.bounce()) {
            add(FactName.DELIVERY_REPORT, "header:Content-Type");
        }
    }
}
