package org.hoshimori.core.directory;

/**
 * Somebody in the directory.
 *
 * @param number the staff number, or empty
 * @param enabled whether the account may be used there
 */
record Entry(String dn, String number, String mail, String family, String given, boolean enabled) {}
