package org.hoshimori.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands out about what is said and how it is laid out. */
final class ContentFacts {

    private static final int SHORT = 120;
    private static final Pattern TELEPHONE =
            Pattern.compile("\\+?\\d{1,3}[ .-]?\\(?\\d{2,4}\\)?[ .-]\\d{2,4}[ .-]?\\d{3,4}");
    /** Something to claim, then a coin or token, a few words apart. */
    private static final Pattern GIVEAWAY = Pattern.compile(
            "(?iU)\\bair-?drops?\\b|\\b(?:claim(?:ing)?|awarded|rewards?|free|giveaway|accept your|allocat\\w{2,4}|eligible)\\W{1,3}"
                    + "(?:\\w{1,20}\\W{1,3}){0,4}(?:tokens?|xrp|btc|bitcoins?|usdt|eth)\\b|エアドロップ");

    private static final Pattern CREDIT = Pattern.compile("(?:^|\\s)\\+\\s?[$€£]?\\s?\\d[\\d.,]{1,12}\\s?[$€£]?");
    private static final int BEGINNING = 1_500;

    private final Case the;
    private final Cues.Found cues;
    private final List<Fact> facts = new ArrayList<>();

    ContentFacts(Case the) {
        this.the = the;
        this.cues = the.cues();
    }

    List<Fact> find(List<Judgement> judgements) {
        boolean asksSecret = judgements.stream().anyMatch(j -> j.indicator() == Indicator.THEME_6 && j.holds());
        layout();
        insideNotice(judgements);
        if (!the.bounce()) {
            demands(asksSecret);
            baits();
            leadsElsewhere();
        }
        return facts;
    }

    private void add(FactName name, String where, String... arguments) {
        facts.add(Fact.of(name, where, arguments));
    }

    private void cue(FactName name, Cue cue) {
        add(name, cues.hit(cue).where(), cues.hit(cue).words());
    }

    private void layout() {
        Page page = the.page();
        if (page.asksSecret()) {
            add(FactName.FORM_ASKS_SECRET, "body");
        } else if (!page.forms().isEmpty() && page.forms().stream().anyMatch(f -> !f.isEmpty())) {
            add(FactName.FORM, "body", page.forms().getFirst());
        }
        if (page.script()) {
            add(FactName.SCRIPT, "body");
        }
        if (!page.jumps().isEmpty()) {
            add(FactName.AUTOMATIC_FORWARD, "body", page.jumps());
        }
        int shown = page.text().strip().length();
        boolean home =
                the.links().stream().anyMatch(l -> Kin.of(l.host(), the.from().host()));
        if (page.html()
                && !home
                && shown < SHORT
                && page.images() > 0
                && page.links().stream().anyMatch(Link::picture)) {
            add(FactName.PICTURE_ONLY, "body");
        }
        int hidden = wordsOnly(page.hidden());
        if (hidden > 400 && hidden > shown / 2) {
            add(FactName.HIDDEN_TEXT, "body", page.hidden().strip().replaceAll("\\s+", " "));
        }
        if (the.text().invisible() >= 3 || the.text().disguised() >= 2) {
            add(
                    FactName.INVISIBLE_LETTERS,
                    "body",
                    Integer.toString(the.text().invisible() + the.text().disguised()));
        }
    }

    private static int wordsOnly(String hidden) {
        // Style sheets stand between braces; what is left is text kept from the eye.
        return hidden.contains("{")
                ? 0
                : (int) hidden.codePoints().filter(Character::isLetter).count();
    }

    private void demands(boolean asksSecret) {
        boolean own = ownLink();
        nameInSubject(asksSecret);
        boolean anybodys = the.links().stream()
                .anyMatch(l ->
                        the.context().freeHosting(l.host()) || the.context().shortener(l.host()));
        boolean asksThere =
                anybodys && cues.early(Cue.SECRET) && cues.has(Cue.CONFIRM) && !the.list() && !the.answers();
        if ((asksSecret || asksThere) && !own && the.opens()) {
            add(FactName.ASKS_SECRET_ELSEWHERE, "body", the.from().host());
        }
        if (cues.early(Cue.ACCOUNT_TROUBLE)) {
            cue(FactName.ACCOUNT_THREAT, Cue.ACCOUNT_TROUBLE);
        }
        if (cues.has(Cue.DEADLINE) && (cues.has(Cue.CONFIRM) || cues.has(Cue.PRIZE) || cues.has(Cue.WINDFALL))) {
            cue(FactName.PRESSURE, Cue.DEADLINE);
        }
        if (cues.early(Cue.GENERIC_GREETING)) {
            cue(FactName.GENERIC_GREETING, Cue.GENERIC_GREETING);
        }
        String subject = the.mail().subject();
        if (subject.matches("(?i)(re|fw|fwd|aw|wg|enc|res|rv)\\s*:.*")
                && !the.mail().headers().has("In-Reply-To")
                && !the.mail().headers().has("References")
                && !the.page().text().contains("\n>")
                && !the.list()) {
            add(FactName.FAKE_REPLY, "header:Subject", subject);
        }
    }

    private void insideNotice(List<Judgement> judgements) {
        boolean inside = judgements.stream()
                .anyMatch(j -> j.holds() && (j.indicator() == Indicator.THEME_4 || j.indicator() == Indicator.THEME_2));
        String host = the.from().host();
        if (inside && (the.context().freeMail(host) || the.context().cheapSuffix(host))) {
            add(FactName.INSIDE_NOTICE_FROM_OUTSIDE, "header:From", the.from().address());
        }
    }

    private void nameInSubject(boolean asksSecret) {
        Optional<Names.Owner> named = the.context().brands().in(the.mail().subject());
        boolean wants = asksSecret || cues.has(Cue.ACCOUNT_TROUBLE) || cues.has(Cue.PRIZE) || cues.has(Cue.REFUND);
        if (named.isPresent() && wants && the.brand().isEmpty()) {
            DomainSet domains = named.get().domains();
            boolean real =
                    domains.covers(the.from().host()) || the.links().stream().anyMatch(l -> domains.covers(l.host()));
            if (!real) {
                add(FactName.NAME_IN_SUBJECT_ONLY, "header:Subject", named.get().name());
            }
        }
    }

    private void baits() {
        bait(FactName.PRIZE, Cue.PRIZE, 2);
        if (!has(FactName.PRIZE)
                && !the.knownSender()
                && CREDIT.matcher(the.mail().subject()).find()) {
            add(FactName.PRIZE, "header:Subject", the.mail().subject());
        }
        giveaway();
        bait(FactName.WINDFALL, Cue.WINDFALL, 3);
        bait(FactName.CRYPTO_BAIT, Cue.CRYPTO, 2);
        bait(FactName.ADULT_BAIT, Cue.DATING, 2);
        bait(FactName.CURE_BAIT, Cue.PHARMACY, 2);
        bait(FactName.CURE_BAIT, Cue.SLIMMING, 3);
        bait(FactName.CASINO_BAIT, Cue.CASINO, 2);
        bait(FactName.OFFER_BAIT, Cue.OFFER, 2);
        bait(FactName.PARCEL_BAIT, Cue.PARCEL, 2);
        bait(FactName.REFUND_BAIT, Cue.REFUND, 1);
        boolean free = the.context().freeMail(the.from().host());
        if (cues.count(Cue.BILL_SCAM) >= 2
                && (free || !ownLink())
                && TELEPHONE.matcher(the.page().text()).find()) {
            cue(FactName.CALL_BACK_BAIT, Cue.BILL_SCAM);
        }
        if (free
                && cues.has(Cue.BOSS)
                && cues.has(Cue.REQUEST_REPLY)
                && the.links().isEmpty()
                && !the.answers()) {
            cue(FactName.BOSS_BAIT, Cue.BOSS);
        }
        boolean page = the.files().stream().anyMatch(FileFacts::page);
        if (cues.early(Cue.SHARED_DOCUMENT)
                && !the.list()
                && !the.answers()
                && (page || (!the.links().isEmpty() && !ownLink()))) {
            cue(FactName.DOCUMENT_LURE, Cue.SHARED_DOCUMENT);
        }
        if (cues.count(Cue.EXTORTION) >= 3) {
            cue(FactName.EXTORTION, Cue.EXTORTION);
        }
        if (cues.has(Cue.REQUEST_REPLY)
                && the.context().freeMail(the.from().host())
                && the.links().isEmpty()) {
            cue(FactName.REPLY_BAIT, Cue.REQUEST_REPLY);
        }
    }

    private boolean has(FactName name) {
        return facts.stream().anyMatch(f -> f.name() == name);
    }

    private void giveaway() {
        if (!the.opens() || the.list() || the.answers()) {
            return;
        }
        String text = the.page().text();
        String beginning = the.mail().subject() + "\n" + text.substring(0, Math.min(BEGINNING, text.length()));
        Matcher found = GIVEAWAY.matcher(beginning);
        if (found.find()) {
            add(FactName.CRYPTO_GIVEAWAY, "body", found.group().replaceAll("\\s+", " "));
        }
    }

    /** A bait behind which not one link is the sender's. */
    private void leadsElsewhere() {
        boolean bait = facts.stream().anyMatch(f -> switch (f.name()) {
            case WINDFALL, CRYPTO_BAIT, CRYPTO_GIVEAWAY, ADULT_BAIT, CURE_BAIT, CASINO_BAIT -> true;
            default -> false;
        });
        if (bait && the.page().html() && !the.links().isEmpty() && !ownLink() && !the.list() && !the.answers()) {
            add(FactName.BAIT_LEADS_ELSEWHERE, "body", the.from().host());
        }
    }

    /** Whether any link leads to the sender's house, or to a service that counts clicks for it. */
    private boolean ownLink() {
        return the.links().stream()
                .anyMatch(l ->
                        Kin.of(l.host(), the.from().host()) || the.context().mailService(l.host()));
    }

    /** In the subject, or so often in the text that it is what the mail is about. */
    private void bait(FactName name, Cue cue, int least) {
        boolean already = facts.stream().anyMatch(f -> f.name() == name);
        boolean subject = cues.inSubject(cue) && name != FactName.WINDFALL;
        if (!already && (subject || cues.count(cue) >= least)) {
            cue(name, cue);
        }
    }
}
