package org.hoshimori.proof;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as ECMAScript's Number.prototype.toString writes them (RFC 8785 3.2.2.3, ECMA-262 6.1.6.1.20). */
final class JsonNumber {

    private JsonNumber() {}

    static String text(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal shortest = shortest(Math.abs(value)).stripTrailingZeros();
        String digits = shortest.unscaledValue().toString();
        int k = digits.length();
        int n = k - shortest.scale();
        return (value < 0 ? "-" : "") + place(digits, k, n);
    }

    /** The letters of the specification: k digits, the value is 0.digits times 10 to the n. */
    private static String place(String digits, int k, int n) {
        if (k <= n && n <= 21) {
            return digits + "0".repeat(n - k);
        }
        if (0 < n && n <= 21) {
            return digits.substring(0, n) + "." + digits.substring(n);
        }
        if (-6 < n && n <= 0) {
            return "0." + "0".repeat(-n) + digits;
        }
        String exponent = (n > 0 ? "e+" : "e-") + Math.abs(n - 1);
        return k == 1 ? digits + exponent : digits.charAt(0) + "." + digits.substring(1) + exponent;
    }

    /** Java's digits are the shortest too, except that it wants two of them where one would do: 4.9E-324 is 5e-324. */
    private static BigDecimal shortest(double value) {
        BigDecimal java = new BigDecimal(Double.toString(value));
        if (java.stripTrailingZeros().precision() == 2) {
            for (RoundingMode mode : new RoundingMode[] {RoundingMode.HALF_EVEN, RoundingMode.UP, RoundingMode.DOWN}) {
                BigDecimal one = java.round(new MathContext(1, mode));
                if (one.doubleValue() == value) {
                    return one;
                }
            }
        }
        return java;
    }
}
