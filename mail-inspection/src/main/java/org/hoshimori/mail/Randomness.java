package org.hoshimori.mail;

import java.util.Locale;
import java.util.regex.Pattern;

/** Whether a name was made by a machine rather than thought of by a person. */
final class Randomness {

    private static final Pattern NUMBERED =
            Pattern.compile("[A-Za-z]+_[A-Za-z]+_\\d{3,}|(?=.*\\d.*\\d)(?=.*[a-z])[a-z0-9]{5,7}");
    private static final String VOWELS = "aeiouy";
    /** Pairs of letters that hardly any word of a European language or romanised Japanese has. */
    private static final String RARE =
            " bq bx cj cv cx dx fq fx gq gx hx jb jc jd jf jg jh jl jm jn jp jq jr js jt jv jw jx jy jz kq kx kz lx mx pq pv px qb qc qd qe qf qg qh qj qk ql qm qn qo qp qr qs qt qv qw qx qy qz sx vb vc vd vf vg vh vj vk vm vn vp vq vt vw vx vz wq wv wx xb xd xf xg xj xk xl xm xn xr xs xv xw xz yq zb zc zd zf zg zj zk zl zm zn zp zq zr zs zt zv zx ";

    private Randomness() {}

    /** A domain label such as {@code e1670imnoq} or {@code 9b3dd9p7p4e8roc18ell}. */
    static boolean label(String label) {
        String text = label.toLowerCase(Locale.ROOT);
        if (text.length() < 7 || text.startsWith("xn--")) {
            return false;
        }
        int switches = 0;
        int rare = 0;
        int consonants = 0;
        int longest = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean digit = Character.isDigit(c);
            if (i > 0 && digit != Character.isDigit(text.charAt(i - 1))) {
                switches++;
            }
            if (i > 0 && RARE.contains(" " + text.charAt(i - 1) + c + " ")) {
                rare++;
            }
            consonants = Character.isLetter(c) && VOWELS.indexOf(c) < 0 ? consonants + 1 : 0;
            longest = Math.max(longest, consonants);
        }
        return switches >= 3
                || rare >= 2
                || longest >= 6
                || (rare >= 1 && longest >= 5)
                || (switches >= 2 && rare + (longest >= 4 ? 1 : 0) >= 1);
    }

    /** An address's first part such as {@code lina_Clifford_58621} or {@code 9gcxr}. */
    static boolean numberedName(String localPart) {
        return NUMBERED.matcher(localPart).matches();
    }
}
