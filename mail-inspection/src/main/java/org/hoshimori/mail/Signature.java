package org.hoshimori.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who signs a message, as far as its last lines say.
 *
 * @param at where in the text it begins, -1 if there is none
 * @param addresses mail addresses, in lower case
 * @param organizations names with a corporate form or of a public kind
 */
record Signature(int at, List<String> addresses, List<PhoneNumber> phones, List<String> organizations) {

    static final Signature NONE = new Signature(-1, List.of(), List.of(), List.of());
    private static final int LONGEST = 8_000;
    private static final int LONGEST_LINES = 22;
    private static final Pattern RULE =
            Pattern.compile("^\\s*(?:-- ?|[-=_*~+#━─═＝－＊…☆★◇◆□■○●･・.:：/／|｜<>＜＞　 ]{6,})\\s*$");
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,12}");
    private static final Pattern ORGANIZATION =
            Pattern.compile("(?:株式会社|有限会社|合同会社|一般社団法人|一般財団法人|公益財団法人|公益社団法人|独立行政法人|国立研究開発法人|国立大学法人|学校法人|医療法人|[(（]株[)）])"
                    + "[\\p{IsHan}\\p{IsKatakana}\\p{IsHiragana}A-Za-zＡ-Ｚａ-ｚー・&＆.]{1,30}"
                    + "|[\\p{IsHan}\\p{IsKatakana}A-Za-zー・&＆.]{2,30}(?:株式会社|有限会社|合同会社|[(（]株[)）]|法律事務所|新聞社|出版社|大学|省|庁)");
    private static final Pattern IDEOGRAPH = Pattern.compile("\\p{IsHan}");
    private static final Pattern MAIL = Pattern.compile("(?i)(e-?mail|mail|メール|メールアドレス)\\s*[:：/]?\\s*$");
    private static final Pattern HINT =
            Pattern.compile("(?i)tel|fax|電話|〒|e-?mail|mail\\s*[:：]|メール\\s*[:：]|https?://|株式会社|[(（]株[)）]");

    private static final Pattern LEAVING =
            Pattern.compile("(?i)remove|unsubscri|opt-?out|stop|leave|no-?reply|bounce|abuse|配信停止|解除|停止");
    private static final Pattern CLOSING = Pattern.compile(
            "(?i)^(mit (freundlichen|besten) gr(ü|ue)(ß|ss)en|(best|kind|warm)? ?regards|yours (sincerely|faithfully)|sincerely|cordialement"
                    + "|bien cordialement|atenciosamente|abraços|saludos( cordiales)?|atentamente|met vriendelijke groet(en)?|敬具)[,.!]?$");

    static Signature in(String text) {
        List<String> lines = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        int at = Math.max(0, text.length() - LONGEST);
        for (String line : text.substring(at).split("\n", -1)) {
            if (isQuotedFrom(line)) {
                break; // what follows was written by others
            }
            if (!line.isBlank() && !line.startsWith(">")) {
                lines.add(line.strip());
                starts.add(at);
            }
            at += line.length() + 1;
        }
        int from = begin(lines);
        if (from < 0) {
            return NONE;
        }
        String block = String.join("\n", lines.subList(from, lines.size()));
        List<String> addresses = new ArrayList<>();
        List<PhoneNumber> phones = PhoneNumber.in(block);
        Matcher each = ADDRESS.matcher(block.indexOf('@') < 0 ? "" : block);
        while (each.find() && addresses.size() < 10) {
            String line = block.substring(block.lastIndexOf('\n', each.start()) + 1, each.start());
            // A newsletter's foot also names addresses: only what introduces itself, or stands beside a number, signs.
            String box = each.group().substring(0, each.group().indexOf('@'));
            if (LEAVING.matcher(box).find() || LEAVING.matcher(line).find()) {
                continue; // how to be left alone is no signature
            }
            if (!phones.isEmpty() || MAIL.matcher(line).find() || (line.isBlank() && alone(block, each.end()))) {
                addresses.add(each.group().toLowerCase(Locale.ROOT));
            }
        }
        List<String> organizations = new ArrayList<>();
        // Every such name has an ideograph; most mail has none, and the search is slow.
        Matcher named = ORGANIZATION.matcher(IDEOGRAPH.matcher(block).find() ? block : "");
        while (named.find() && organizations.size() < 5) {
            organizations.add(named.group());
        }
        return new Signature(starts.get(from), List.copyOf(addresses), phones, List.copyOf(organizations));
    }

    private static boolean alone(String block, int end) {
        return end == block.length() || block.charAt(end) == '\n';
    }

    private static boolean isQuotedFrom(String line) {
        return line.startsWith("-----Original Message")
                || line.startsWith("-----元のメッセージ")
                || line.startsWith("________________________________")
                || line.contains("Forwarded message");
    }

    /** The last ruled-off block, else the last lines from the first that says how to reach somebody. */
    private static int begin(List<String> lines) {
        int earliest = Math.max(0, lines.size() - LONGEST_LINES);
        int hints = 0;
        int first = -1;
        for (int i = lines.size() - 1; i >= earliest; i--) {
            if (lines.get(i).length() < 80 && HINT.matcher(lines.get(i)).find()) {
                hints++;
                first = i;
            }
            if (hints > 0 && RULE.matcher(lines.get(i)).matches()) {
                return i + 1 < lines.size() ? i + 1 : -1;
            }
        }
        for (int i = lines.size() - 2; i >= earliest && hints < 2; i--) {
            if (CLOSING.matcher(lines.get(i)).find()) {
                return i + 1;
            }
        }
        return hints >= 2 ? Math.max(earliest, first - 2) : -1;
    }

    boolean present() {
        return at >= 0;
    }
}
