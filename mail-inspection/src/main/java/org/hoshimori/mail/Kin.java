package org.hoshimori.mail;

/** Whether two hosts probably belong to one house. */
final class Kin {

    private static final int SHORTEST = 4;

    private Kin() {}

    /** One registrable domain, or one domain's label within the other's, as in {@code example.com} and {@code example-mail.com}. */
    static boolean of(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return false;
        }
        if (Domains.same(one, other)) {
            return true;
        }
        String first = Domains.label(one);
        String second = Domains.label(other);
        String shorter = first.length() < second.length() ? first : second;
        String longer = shorter.equals(first) ? second : first;
        return shorter.length() >= SHORTEST && longer.contains(shorter);
    }
}
