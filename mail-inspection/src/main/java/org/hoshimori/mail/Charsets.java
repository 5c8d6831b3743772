package org.hoshimori.mail;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Bytes to text as mail programs do it: by the name given if it is true, by the bytes themselves if it is not. */
final class Charsets {

    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
    private static final Charset ISO_2022_JP = Charset.forName("x-windows-iso2022jp");
    private static final Charset EUC_JP = Charset.forName("EUC-JP");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    /** What stands around a name by mistake. */
    private static final Pattern AROUND = Pattern.compile("[\"' ;]");

    /** Names used in mail that Java knows differently or too narrowly. */
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("shift-jis", "windows-31j"),
            Map.entry("sjis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"),
            Map.entry("cp932", "windows-31j"),
            Map.entry("ms932", "windows-31j"),
            Map.entry("x-ms-cp932", "windows-31j"),
            Map.entry("iso-2022-jp", "x-windows-iso2022jp"),
            Map.entry("iso-2022-jp-ms", "x-windows-iso2022jp"),
            Map.entry("cp50220", "x-windows-iso2022jp"),
            Map.entry("cp50221", "x-windows-iso2022jp"),
            Map.entry("iso-2022-jp-1", "ISO-2022-JP-2"),
            Map.entry("iso-2022-jp-3", "ISO-2022-JP-2"),
            Map.entry("x-euc-jp", "EUC-JP"),
            Map.entry("cp51932", "EUC-JP"),
            Map.entry("gb2312", "GB18030"),
            Map.entry("gbk", "GB18030"),
            Map.entry("x-gbk", "GB18030"),
            Map.entry("cp936", "GB18030"),
            Map.entry("hz-gb-2312", "GB18030"),
            Map.entry("big5", "Big5-HKSCS"),
            Map.entry("cn-big5", "Big5-HKSCS"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("us-ascii", "windows-1252"),
            Map.entry("ascii", "windows-1252"),
            Map.entry("ansi_x3.4-1968", "windows-1252"),
            Map.entry("utf8", "UTF-8"),
            Map.entry("unicode-1-1-utf-8", "UTF-8"),
            Map.entry("unicode-1-1-utf-7", "utf-7"),
            Map.entry("unicode", "UTF-16"));

    private Charsets() {}

    /** What these bytes say; {@code declared} is empty if nobody says in which charset. */
    static String decode(byte[] bytes, String declared) {
        String name = declared.isEmpty()
                ? ""
                : AROUND.matcher(declared.strip().toLowerCase(Locale.ROOT)).replaceAll("");
        String known = ALIASES.getOrDefault(name, name);
        if (known.equals("utf-7")) {
            return Utf7.decode(bytes);
        }
        boolean ascii = isAscii(bytes);
        if (ascii && (known.isEmpty() || known.equals("windows-1252") || known.equals("UTF-8"))) {
            // ISO-2022-JP is ASCII with escapes, and often sent without saying so.
            return hasJapaneseEscape(bytes)
                    ? new String(bytes, ISO_2022_JP)
                    : new String(bytes, StandardCharsets.ISO_8859_1);
        }
        Charset charset = charset(known);
        if (charset.equals(WINDOWS_1252) || known.isEmpty()) {
            return new String(bytes, guess(bytes));
        }
        if (charset.equals(StandardCharsets.UTF_8)) {
            String strict = strictly(bytes, charset);
            return strict.isEmpty() ? new String(bytes, orElse(guess(bytes), charset)) : strict;
        }
        // A wrong name over what is plainly UTF-8.
        if (!ascii && looksUtf8(bytes)) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        return new String(bytes, charset);
    }

    private static Charset orElse(Charset guessed, Charset declared) {
        return guessed.equals(WINDOWS_31J) || guessed.equals(EUC_JP) ? guessed : declared;
    }

    private static Charset charset(String name) {
        if (name.isEmpty()) {
            return WINDOWS_1252;
        }
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return WINDOWS_1252;
        }
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasJapaneseEscape(byte[] bytes) {
        for (int i = 0; i + 2 < bytes.length; i++) {
            if (bytes[i] == 0x1B && bytes[i + 1] == '$' && (bytes[i + 2] == 'B' || bytes[i + 2] == '@')) {
                return true;
            }
        }
        return false;
    }

    private static boolean looksUtf8(byte[] bytes) {
        return !strictly(bytes, StandardCharsets.UTF_8).isEmpty();
    }

    /** Empty where a byte does not belong. */
    private static String strictly(byte[] bytes, Charset charset) {
        try {
            CharBuffer chars = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return chars.toString();
        } catch (CharacterCodingException e) {
            return "";
        }
    }

    /** What undeclared 8-bit text most probably is. */
    private static Charset guess(byte[] bytes) {
        if (looksUtf8(bytes)) {
            return StandardCharsets.UTF_8;
        }
        if (hasJapaneseEscape(bytes)) {
            return ISO_2022_JP;
        }
        Charset best = WINDOWS_1252;
        long most = 0;
        for (Charset each : List.of(WINDOWS_31J, EUC_JP)) {
            String text = strictly(bytes, each);
            long kana = text.chars().filter(Charsets::isKana).count();
            // Halfwidth katakana is what Latin letters with accents look like in Shift_JIS.
            if (kana > most && kana * 20 >= text.length() / 2) {
                most = kana;
                best = each;
            }
        }
        return best;
    }

    private static boolean isKana(int c) {
        return c >= 0x3041 && c <= 0x30FE;
    }
}
