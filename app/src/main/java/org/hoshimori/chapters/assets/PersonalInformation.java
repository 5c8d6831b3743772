package org.hoshimori.chapters.assets;

/** What of people an asset tells: 個人情報の種類. */
public enum PersonalInformation implements Coded {
    /** Nothing. */
    NONE("none"),
    /** Personal information: 個人情報. */
    ORDINARY("ordinary"),
    /** My Number: 特定個人情報. */
    SPECIFIC("specific"),
    /** What needs special care: 要配慮個人情報. */
    SENSITIVE("sensitive");

    private final String code;

    PersonalInformation(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
