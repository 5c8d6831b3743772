package org.hoshimori.oscal;

/** OSCAL's three file formats. */
public enum OscalFormat {
    /** JSON, UTF-8. */
    JSON,
    /** XML in OSCAL's 1.0 namespace. */
    XML,
    /** YAML 1.2, UTF-8 or UTF-16. */
    YAML;

    /** The format of a file's content: XML begins with an angle bracket, JSON with a brace, all else is YAML. */
    static OscalFormat of(byte[] content) {
        for (byte b : content) {
            // Zeros and bytes above ASCII at the beginning are a byte order mark or UTF-16.
            if (b > ' ') {
                return b == '<' ? XML : b == '{' || b == '[' ? JSON : YAML;
            }
        }
        return YAML;
    }
}
