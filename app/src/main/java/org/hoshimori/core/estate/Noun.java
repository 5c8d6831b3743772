package org.hoshimori.core.estate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What an item of the estate is; each has a register of its own, with its own sorts. */
public enum Noun {
    /** An information system: 情報システム. */
    SYSTEM("information-system", "systems"),
    /** A site or a room: 拠点・部屋. */
    SITE("site", "sites"),
    /** A device or a medium: 機器・媒体. */
    DEVICE("device", "devices"),
    /** Somebody outside: 委託先・取引先. */
    PARTY("party", "parties");

    private final String code;
    private final String path;

    Noun(String code, String path) {
        this.code = code;
        this.path = path;
    }

    /** The code in the database, in the record and in messages. */
    public String code() {
        return code;
    }

    /** The register's name in addresses and on the command line. */
    public String path() {
        return path;
    }

    /** Codes of what it may be more closely, in the order in which a form offers them. */
    public List<String> sorts() {
        return switch (this) {
            case SYSTEM -> List.of("office", "cloud", "ground", "space", "development");
            case SITE -> List.of("site", "room", "ground-station", "storage");
            case DEVICE -> List.of("notebook", "desktop", "phone", "server", "network", "medium", "other");
            case PARTY -> List.of("supplier", "cloud-provider", "customer", "partner", "authority", "other");
        };
    }

    /** By its code. */
    public static Noun of(String code) {
        return Arrays.stream(values())
                .filter(n -> n.code.equals(code))
                .findFirst()
                .orElseThrow();
    }

    static Optional<Noun> at(String path) {
        return Arrays.stream(values()).filter(n -> n.path.equals(path)).findFirst();
    }
}
