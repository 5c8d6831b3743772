package org.hoshimori.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Inspects messages. Safe for use by many threads; opens no connection and runs nothing. */
public final class Inspector {

    private static final int MOST_NESTED = 20;
    private static final int DEEPEST = 5;

    private final Context context;
    private final Limits limits;

    private Inspector(Context context, Limits limits) {
        this.context = context;
        this.limits = limits;
    }

    /** With what the operator knows. */
    public static Inspector with(Context context) {
        return new Inspector(context, Limits.standard());
    }

    static Inspector with(Context context, Limits limits) {
        return new Inspector(context, limits);
    }

    /** One message as its bytes: as it was sent, or as Outlook saves it. */
    public Inspection inspect(byte[] message) {
        long begun = System.nanoTime();
        return inspect(MailReader.read(message, limits), begun);
    }

    /** One message from a stream, read to its end; throws only if the stream fails. */
    public Inspection inspect(InputStream message) throws IOException {
        long begun = System.nanoTime();
        return inspect(MailReader.read(message, limits), begun);
    }

    /** One message as found by {@link MailFolder}. */
    public Inspection inspect(MailFolder.Message message) throws IOException {
        long begun = System.nanoTime();
        return inspect(MailReader.read(message, limits), begun);
    }

    Inspection inspect(Mail mail, long begun) {
        return inspect(mail, begun, 0);
    }

    private Inspection inspect(Mail mail, long begun, int depth) {
        List<Inspection> nested = new ArrayList<>();
        for (Mail each : mail.nested()) {
            if (nested.size() < MOST_NESTED) {
                nested.add(inspect(each, System.nanoTime(), depth + 1));
            }
        }
        for (Attachment each : mail.attachments()) {
            if (nested.size() < MOST_NESTED && depth < DEEPEST) {
                message(each).ifPresent(m -> nested.add(inspect(m, System.nanoTime(), depth + 1)));
            }
        }
        Case the = Case.of(mail, context, limits);
        List<Judgement> judgements = new ArrayList<>();
        judgements.addAll(new Themes(the).judge());
        judgements.addAll(new Senders(the).judge());
        judgements.addAll(new Bodies(the).judge());
        judgements.addAll(new AttachedFiles(the).judge());
        List<Fact> facts = new ArrayList<>();
        facts.addAll(new SenderFacts(the).find());
        facts.addAll(new LinkFacts(the).find());
        facts.addAll(new ContentFacts(the).find(judgements));
        facts.addAll(new FileFacts(the).find());
        boolean attached = !mail.report() && nested.stream().anyMatch(Inspector::dangerous);
        if (attached) {
            facts.add(Fact.of(FactName.NESTED_DANGEROUS, "attachment"));
        }
        Optional<Inspection> quoted = quoted(mail, depth);
        quoted.ifPresent(nested::add);
        Optional<Inspection> harmful = quoted.filter(Inspector::dangerous);
        harmful.ifPresent(q -> facts.add(Fact.of(FactName.FORWARDED_DANGEROUS, "body", q.from())));
        int sum = facts.stream().mapToInt(f -> f.name().weight()).sum()
                + judgements.stream().mapToInt(Verdict::weight).sum();
        // Whoever forwards it, known or not, what is forwarded is what it is.
        int score = attached || harmful.isPresent() ? Math.max(sum, Verdict.DANGEROUS_FROM) : sum;
        return new Inspection(
                mail.messageId(),
                the.from().address(),
                mail.subject(),
                context.several(),
                judgements,
                facts,
                score,
                Verdict.of(judgements, score, mail),
                gaps(mail),
                nested,
                (System.nanoTime() - begun) / 1_000_000);
    }

    /** The message that it forwards within its own text. */
    private Optional<Inspection> quoted(Mail mail, int depth) {
        return mail.report() || depth > 1
                ? Optional.empty()
                : Quoted.in(mail).map(q -> inspect(q, System.nanoTime(), DEEPEST + 1));
    }

    private static boolean dangerous(Inspection inspection) {
        return inspection.verdict() == Verdict.DANGEROUS;
    }

    /** A message attached as a file, as some programs forward them. */
    private Optional<Mail> message(Attachment attachment) {
        String extension = new NamedFile(attachment.name(), NamedFile.Kind.UNKNOWN).extension();
        try {
            return switch (extension) {
                case "eml" -> Optional.of(MailReader.read(new ByteArrayInputStream(attachment.content()), limits));
                case "msg" -> Optional.of(OutlookReader.read(attachment.content(), limits));
                default -> Optional.empty();
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
    }

    private static Set<String> gaps(Mail mail) {
        return mail.gaps().stream()
                .map(g -> g.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.toSet());
    }
}
