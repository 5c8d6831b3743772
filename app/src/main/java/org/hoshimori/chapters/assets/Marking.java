package org.hoshimori.chapters.assets;

/**
 * Where an asset's confidentiality is shown ({@code ast-1.2}).
 *
 * @param reason why it is shown in the register only; empty elsewhere
 */
public record Marking(Where where, String reason) {

    /** In the name of the folder. */
    public static final Marking FOLDER = new Marking(Where.FOLDER, "");

    /** Where. */
    public enum Where implements Coded {
        /** In the name of the folder on the server. */
        FOLDER("folder"),
        /** On the cabinet, file or binder. */
        DOCUMENT("document"),
        /** In the register only, because showing it elsewhere is hard. */
        REGISTER("register");

        private final String code;

        Where(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }
}
