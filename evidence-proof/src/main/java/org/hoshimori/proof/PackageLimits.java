package org.hoshimori.proof;

/**
 * How much a package may ask of its reader; what is more is refused, whatever the archive says of itself.
 *
 * @param files how many files
 * @param ratio unpacked bytes for each packed one, above a free 64 MiB
 * @param lineBytes the longest line
 */
public record PackageLimits(int files, int ratio, int lineBytes) {

    private static final long FREE = 64L << 20;

    /** A million files, 100 times the archive, lines of 16 MiB. */
    public static PackageLimits usual() {
        return new PackageLimits(1_000_000, 100, 16 << 20);
    }

    long unpacked(long archiveBytes) {
        return FREE + archiveBytes * ratio;
    }
}
