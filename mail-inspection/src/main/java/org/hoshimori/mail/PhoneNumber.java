package org.hoshimori.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Japanese telephone number with what it is said to be.
 *
 * @param fax given as a fax number only
 * @param digits beginning with 0; digits only
 */
record PhoneNumber(boolean fax, String written, String digits) {

    private static final Pattern LABELLED = Pattern.compile(
            "(?i)(?<label>tel\\s*[/・&]\\s*fax|fax|ファックス|ファクス|f\\s*:|tel|電話|携帯|直通|代表|mobile|phone|内線|\\bt\\s*:)"
                    + "[^0-9+\\n]{0,8}(?<number>(?:\\+81[-\\s]?(?:\\(0\\))?)?\\(?[0-9][0-9()\\-‐‑–ー−\\s]{7,16}[0-9])");

    /** All numbers that stand behind a word such as TEL. */
    static List<PhoneNumber> in(String text) {
        String plain = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC);
        List<PhoneNumber> found = new ArrayList<>();
        Matcher each = LABELLED.matcher(plain);
        while (each.find() && found.size() < 20) {
            String label = each.group("label").toLowerCase(Locale.ROOT);
            String written = each.group("number").strip();
            if (written.contains("\n")) {
                written = written.substring(0, written.indexOf('\n'));
            }
            boolean foreign = written.startsWith("+") && !written.startsWith("+81");
            String digits = written.replaceAll("[^0-9]", "");
            if (written.startsWith("+81")) {
                digits = digits.substring(2);
                digits = digits.startsWith("0") ? digits : "0" + digits;
            }
            boolean fax = !label.startsWith("tel") && (label.startsWith("f") || label.startsWith("ファ"));
            if (!foreign && digits.startsWith("0") && !digits.startsWith("00") && !label.equals("内線")) {
                found.add(new PhoneNumber(fax, written, digits));
            }
        }
        return found;
    }

    boolean mobile() {
        return digits.matches("0[6-9]0[1-9]\\d{7}");
    }

    /** Whether Japan's numbering plan has such a number (Telecommunications Numbering Plan, MIC). */
    boolean canExist() {
        if (digits.matches("0[5-9]0\\d*")) {
            return digits.matches("0[5-9]0[1-9]\\d{7}");
        }
        if (digits.startsWith("0800")) {
            return digits.length() == 11;
        }
        if (digits.matches("0(120|570|990|180|170)\\d*")) {
            return digits.length() == 10;
        }
        if (digits.matches("020\\d*")) {
            return digits.length() == 11 || digits.length() == 14;
        }
        // A subscriber's number of ten digits, whose exchange code never begins with 0 or 1.
        return digits.matches("0[1-9][1-9]\\d{7}") && !digits.matches("0[36]1\\d{7}");
    }
}
