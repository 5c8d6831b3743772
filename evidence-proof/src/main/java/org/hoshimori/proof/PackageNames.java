package org.hoshimori.proof;

/** The names of a package's files. */
final class PackageNames {

    static final String ENTRIES = "entries.jsonl";
    static final String HEADS = "heads.jsonl";
    static final String PROOFS = "proofs.jsonl";
    static final String ATTACHMENTS = "attachments/";
    static final String KEYS = "keys/";
    static final String README_JA = "README.ja.md";
    static final String README_EN = "README.en.md";

    private PackageNames() {}

    /** Whether a name could climb out of a folder, or mean another file on some system. */
    static boolean unsafe(String name) {
        return name.isEmpty()
                || name.length() > 200
                || name.startsWith("/")
                || !name.matches("[A-Za-z0-9._/-]+")
                || name.contains("//")
                || ("/" + name + "/").contains("/../")
                || ("/" + name + "/").contains("/./");
    }
}
