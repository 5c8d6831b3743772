package org.hoshimori.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A message with all that is read from it once and asked for often. */
record Case(
        Mail mail,
        Page page,
        Folded subject,
        Folded text,
        Cues.Found cues,
        Mailbox from,
        String fromDomain,
        Optional<Names.Owner> brand,
        Authentication authentication,
        Signature signature,
        JapaneseText japanese,
        List<FileLook> files,
        Context context) {

    private static final int MOST_PICTURES = 5;

    static Case of(Mail mail, Context context, Limits limits) {
        Page page = PageReader.read(mail);
        Folded subject = Folded.of(mail.subject());
        Folded text = Folded.of(page.text());
        Mailbox from = mail.from();
        return new Case(
                mail,
                page,
                subject,
                text,
                context.cues().in(subject, text),
                from,
                Domains.registrable(from.host()),
                context.brands().in(from.name()),
                Authentication.of(mail.headers()),
                Signature.in(page.text()),
                JapaneseText.of(page.text()),
                looks(mail, limits),
                context);
    }

    /** Into the attachments; of many pictures only the first few are searched for codes, since that takes long. */
    private static List<FileLook> looks(Mail mail, Limits limits) {
        List<FileLook> looks = new ArrayList<>();
        int pictures = 0;
        for (Attachment each : mail.attachments()) {
            boolean picture = Magic.kind(each.content()) == NamedFile.Kind.PICTURE;
            pictures += picture ? 1 : 0;
            if (picture && pictures > MOST_PICTURES) {
                looks.add(new FileLook(
                        each, List.of(new NamedFile(each.name(), NamedFile.Kind.PICTURE)), Set.of(), List.of()));
            } else {
                looks.add(FileLook.at(each, limits));
            }
        }
        return List.copyOf(looks);
    }

    /** Links to the web. */
    List<Link> links() {
        return page.links().stream().filter(l -> l.url().web()).toList();
    }

    /** Addresses within attachments: of documents, pages, calendars, and of QR codes in pictures. */
    Stream<FileLink> fileLinks() {
        return files.stream().flatMap(f -> f.links().stream().map(url -> new FileLink(f, url)));
    }

    /** An address within an attachment. */
    record FileLink(FileLook file, Url url) {
        String where() {
            return "attachment:" + file.attachment().name();
        }
    }

    /** Whether there is something that the reader could open. */
    boolean opens() {
        return !links().isEmpty() || attached();
    }

    boolean attached() {
        return files.stream().anyMatch(f -> !f.attachment().inline())
                || (!mail.nested().isEmpty() && !mail.report());
    }

    /** Whether the sender is known to the operator, belongs to the operator, or answers within a running exchange. */
    boolean knownSender() {
        return context.known(from) || ownSender() || answers();
    }

    boolean ownSender() {
        return context.own(from.host()) && !authentication.disowned(from.host());
    }

    /** An answer that refers to an earlier message and quotes it. */
    boolean answers() {
        return (mail.headers().has("In-Reply-To") || mail.headers().has("References"))
                && (page.text().contains("\n>")
                        || page.text().contains("wrote:")
                        || page.text().contains("From:")
                        || page.text().contains("のメール"));
    }

    /** Sent to a mailing list that the reader joined. */
    boolean list() {
        return mail.headers().has("List-Post")
                || mail.headers().has("X-BeenThere")
                || mail.headers().has("Mailing-List");
    }

    /** Written by a mail server about our own mail. */
    boolean bounce() {
        return mail.report()
                || (links().isEmpty()
                        && from.localPart().toLowerCase(Locale.ROOT).matches("mailer-daemon|postmaster"));
    }
}
