package org.hoshimori.mail;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail as plain text that can be looked at without harm: nothing is loaded, nothing can be clicked. */
public final class Preview {

    private static final int LONGEST = 20_000;
    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)\\b(?:https?://|ftp://|www\\.)[^\\s<>\"'）」』】、。]+|[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,12}");

    private Preview() {}

    /** The message's header, text, links and attachments' names, defanged. */
    public static String of(byte[] message) {
        return of(MailReader.read(message, Limits.standard()));
    }

    /** As {@link #of(byte[])}; throws only if the stream fails. */
    public static String of(InputStream message) throws IOException {
        return of(MailReader.read(message, Limits.standard()));
    }

    /** A message as found by {@link MailFolder}. */
    public static String of(MailFolder.Message message) throws IOException {
        return of(MailReader.read(message, Limits.standard()));
    }

    static String of(Mail mail) {
        Page page = PageReader.read(mail);
        StringBuilder text = new StringBuilder();
        for (String name : new String[] {"From", "Reply-To", "To", "Subject", "Date"}) {
            String value = mail.headers().text(name);
            if (!value.isEmpty()) {
                text.append(name).append(": ").append(defanged(value)).append('\n');
            }
        }
        String body = page.text()
                .replaceAll("[ \\t\\x{A0}]+", " ")
                .replaceAll("(\\s*\\R){3,}", "\n\n")
                .strip();
        text.append('\n')
                .append(defanged(body.substring(0, Math.min(LONGEST, body.length()))))
                .append('\n');
        for (Link each : page.links()) {
            if (!each.shown().equals(each.raw()) && text.length() < 2 * LONGEST) {
                text.append("[→ ").append(each.url().defanged()).append("]\n");
            }
        }
        for (Attachment each : mail.attachments()) {
            text.append("[@ ")
                    .append(visible(each.name()))
                    .append(", ")
                    .append(each.size())
                    .append(" B]\n");
        }
        return text.toString();
    }

    private static String defanged(String text) {
        Matcher each = ADDRESS.matcher(visible(text));
        return each.replaceAll(found -> Matcher.quoteReplacement(found.group()
                .replaceFirst("(?i)^http", "hxxp")
                .replace(".", "[.]")
                .replace("@", "[@]")));
    }

    /** Without characters that steer a terminal or turn the direction of writing. */
    private static String visible(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}&&[^\\n\\t]]", "");
    }
}
