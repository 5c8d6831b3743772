package org.hoshimori.mail;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A message that another forwards within its text, under the few headers that mail programs copy there. */
final class Quoted {

    private static final Pattern FORWARDED =
            Pattern.compile("(?i)\\s*(fwd?|enc|wg|tr|rv|doorst|i|vs|転送)\\s*[:：].*", Pattern.DOTALL);
    private static final Pattern FROM = Pattern.compile(
            "(?mi)^[ \\t>*\\u00a0]*(?:from|de|von|van|da|差出人|送信者)[ *\\u00a0]*[:：][ *\\u00a0]*(.{3,300})$");
    private static final Pattern SUBJECT = Pattern.compile(
            "(?mi)^[ \\t>*\\u00a0]*(?:subject|assunto|betreff|objet|asunto|onderwerp|oggetto|件名)[ *\\u00a0]*[:：][ *\\u00a0]*(.{0,300})$");
    private static final Pattern ADDRESS = Pattern.compile("[\\w.+=-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8}");
    private static final int FURTHEST = 800;

    private Quoted() {}

    static Optional<Mail> in(Mail mail) {
        if (!FORWARDED.matcher(mail.subject()).matches()) {
            return Optional.empty();
        }
        String text = PageReader.read(mail).text();
        Matcher from = FROM.matcher(text);
        while (from.find()) {
            Matcher address = ADDRESS.matcher(from.group(1));
            Matcher subject = SUBJECT.matcher(text).region(from.end(), Math.min(text.length(), from.end() + FURTHEST));
            if (address.find() && subject.find()) {
                String name = from.group(1).substring(0, address.start()).replaceAll("[\"<>\\[\\]]|mailto:|&lt;", "");
                return Optional.of(
                        mail(mail, name.strip(), address.group(), subject.group(1), text.substring(subject.end())));
            }
        }
        return Optional.empty();
    }

    private static Mail mail(Mail around, String name, String address, String subject, String text) {
        return new Mail(
                new Headers(List.of(
                        new Header("From", "\"" + name + "\" <" + address + ">"),
                        new Header("Subject", subject.strip()))),
                text,
                around.html(),
                around.attachments(),
                List.of(),
                false,
                Set.of());
    }
}
