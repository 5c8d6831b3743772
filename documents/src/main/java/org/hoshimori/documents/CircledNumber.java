package org.hoshimori.documents;

/** ①②③ for steps: Unicode has them up to fifty. */
final class CircledNumber {

    private CircledNumber() {}

    static String of(int number) {
        if (number <= 20) {
            return Character.toString('①' + number - 1);
        }
        if (number <= 35) {
            return Character.toString('㉑' + number - 21);
        }
        return number <= 50 ? Character.toString('㊱' + number - 36) : "(" + number + ")";
    }
}
