package org.hoshimori.core.grants;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;

/** What somebody may do beyond what everybody may; whoever has one has a privileged account. */
public enum Permission {
    /** Keep the register of people, departments and posts. */
    PEOPLE,
    /** Keep the registers of systems, sites, devices and outside parties. */
    ESTATE,
    /** Keep the register of information assets of all departments. */
    ASSETS,
    /** Open, lock and release accounts. */
    ACCOUNTS,
    /** Adopt regulations. */
    REGULATION,
    /** Read the record. */
    RECORD,
    /** Make backups and take them out. */
    BACKUPS,
    /** Remove details of the record for good. */
    REDACTION,
    /** See findings with the names concerned, keep corrective actions, ask for exceptions. */
    FINDINGS,
    /** Review the gateways' logs, which tell who spoke with whom, and mark what was found. */
    LOGS;

    /** As authorities and the database name it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether somebody who is signed in has one of these. */
    public static boolean anyOf(Authentication who, Permission... these) {
        return who.getAuthorities().stream()
                .anyMatch(a -> Arrays.stream(these).anyMatch(p -> p.code().equals(a.getAuthority())));
    }

    static Permission of(String code) {
        return find(code).orElseThrow();
    }

    static Optional<Permission> find(String code) {
        return Arrays.stream(values()).filter(p -> p.code().equals(code)).findFirst();
    }

    /** Their codes, in their order. */
    public static String list(Set<Permission> permissions) {
        return permissions.stream().map(Permission::code).sorted().collect(Collectors.joining(", "));
    }
}
