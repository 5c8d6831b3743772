package org.hoshimori.mail;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What can be measured of a text in Japanese.
 *
 * @param kana how many hiragana and katakana; too few and it is not Japanese
 * @param foreignIdeographs that no Japanese standard holds (JIS X 0208, 0212, 0213) or that Japanese writes otherwise
 * @param signs of a writer who does not know Japanese, as quoted places
 */
record JapaneseText(int kana, Set<String> foreignIdeographs, int firstForeign, List<String> signs) {

    private static final int ENOUGH = 20;
    private static final int LONGEST = 20_000;
    /** Forms that some Japanese standard holds, but that Japanese text outside names does not use. */
    private static final String NOT_JAPANESE = "们這说說请您个这发號对對點单單为當戶账號辦關變總與來證權擔價檢驗顯經實过還让帮户产业务请时间见问题设备确认邮件验证码谢订购网络机关无联系";

    /** Ideographs that pass for katakana: the long-vowel mark, エ, カ, タ, ト, ニ, ハ, ロ. */
    private static final Pattern DISGUISED_KATAKANA = Pattern.compile(
            "[ァ-ヺ][一工力夕卜二八口][ァ-ヺー]|[ァ-ヺ]{2}[一卜](?![\\p{IsHan}])|(?<![\\p{IsHan}])[口力工夕卜][ァ-ヺ]{1,}[ァ-ヺー]");

    private static final Pattern BROKEN_WORD = Pattern.compile(
            "セキユリ|セキュリテイ|セキュリテイー|チエツク|チエック|メツセージ|ネツト|アクテイブ|クリツク|アツプ|シヨツプ|サ-ビス|ユ-ザ|カ-ド|パスワ-ド|アカウソト|ログイソ|メ-ル");
    private static final Pattern CLUMSY =
            Pattern.compile("あなたの(?:アカウント|口座|パスワード|メール|カード|情報|個人|会社|注文|荷物|パッケージ|デバイス|コンピュータ|銀行)"
                    + "|親愛なる|親愛な(?:お客|ユーザ|メンバー|顧客)|尊敬する(?:お客|ユーザ)|御中様|各位様|お客様様|様様"
                    + "|ますください|ましたください|ですください|してをください|くださいます様に下さい|をしてを"
                    + "|私たちは(?:あなた|お客)|我々は(?:あなた|お客)|私達は(?:あなた|お客)|あなたに(?:知らせ|通知)|貴方の(?:アカウント|口座|メール|カード)"
                    + "|正常に(?:使用|利用)する(?:こと)?(?:が|を)できな|する必要がありますください|を提供する必要があります|を完成して|を完成してくだ"
                    + "|確認するをクリック|クリックを押して|リンクを押してください|以下のリンクを介して|速やかに応答|お早めに処理して|使用を回復|使用が制限され|アカウントを回復する|更新するには必要");
    private static final Pattern LATIN_STOP = Pattern.compile("(?:ます|です|した|さい|せん)[.]");
    private static final Pattern INNER_BLANK = Pattern.compile("[ぁ-ん] +[はがをにでとのへも](?=[ぁ-んァ-ヺ一-龠])|[はがをに] [ぁ-ん]{2}");

    static JapaneseText of(String whole) {
        String text = whole.length() > LONGEST ? whole.substring(0, LONGEST) : whole;
        int kana = 0;
        int hiragana = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x3041 && c <= 0x30FE) {
                kana++;
                hiragana += c <= 0x3096 ? 1 : 0;
            }
        }
        if (hiragana < ENOUGH) {
            return new JapaneseText(0, Set.of(), -1, List.of());
        }
        Set<String> foreign = new LinkedHashSet<>();
        int first = foreign(text, foreign);
        return new JapaneseText(kana, foreign, first, signs(text));
    }

    boolean japanese() {
        return kana > 0;
    }

    private static int foreign(String text, Set<String> into) {
        CharsetEncoder common = Charset.forName("windows-31j").newEncoder();
        CharsetEncoder all = Charset.forName("x-SJIS_0213").newEncoder();
        CharsetEncoder supplement = Charset.forName("EUC-JP").newEncoder();
        int first = -1;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            int next = i + Character.charCount(point);
            if (point > 0x2E80 && Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN) {
                String character = text.substring(i, next);
                boolean listed = NOT_JAPANESE.contains(character) && !into.contains(character);
                boolean standard = common.canEncode(character);
                if ((standard
                                ? traditional(point)
                                : listed || !(all.canEncode(character) || supplement.canEncode(character)))
                        && into.size() < 20) {
                    into.add(character);
                    first = first < 0 ? i : first;
                }
            }
            i = next;
        }
        return first;
    }

    /** Old forms that Japanese replaced in 1946 and keeps in no family name. */
    private static boolean traditional(int point) {
        return "號對點單當戶辦關變總與來證權擔價檢驗顯經實還發".indexOf(point) >= 0;
    }

    private static List<String> signs(String text) {
        List<String> signs = new ArrayList<>();
        add(DISGUISED_KATAKANA, text, 1, signs);
        add(BROKEN_WORD, text, 1, signs);
        add(CLUMSY, text, 1, signs);
        add(LATIN_STOP, text, 2, signs);
        add(INNER_BLANK, text, 4, signs);
        signs.addAll(JapaneseGrammar.faults(text));
        return List.copyOf(signs);
    }

    /** As many signs as there are different places, if there are at least so many. */
    private static void add(Pattern pattern, String text, int least, List<String> signs) {
        Matcher each = pattern.matcher(text);
        Set<String> found = new LinkedHashSet<>();
        int count = 0;
        while (each.find() && count < 50) {
            count++;
            found.add(text.substring(each.start(), Math.min(text.length(), each.end() + 2))
                    .strip());
        }
        if (count >= least) {
            signs.addAll(found.stream().limit(3).toList());
        }
    }
}
