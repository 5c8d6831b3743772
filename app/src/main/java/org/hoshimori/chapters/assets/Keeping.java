package org.hoshimori.chapters.assets;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hoshimori.core.estate.ItemId;
import org.jspecify.annotations.Nullable;

/**
 * On what and where an asset is kept, and until when: 媒体・保存先, 保存期限.
 *
 * @param place in words: the server and folder, the cabinet
 * @param systems that hold it, and devices or sites, by their ids in the estate
 * @param until the last day on which it must be kept, where there is one
 * @param term how long it must be kept, in words, where that is no day: 永年, 退職後3年
 */
public record Keeping(
        Medium medium,
        String place,
        List<ItemId> systems,
        @Nullable LocalDate until,
        String term) {

    /** Nobody has said. */
    public static final Keeping UNKNOWN = new Keeping(Medium.SERVER, "", List.of(), null, "");

    /** Keeps its own copy, in which nothing stands twice. */
    public Keeping {
        systems = systems.stream().distinct().toList();
    }

    /** What it is kept on. */
    public enum Medium implements Coded {
        /** A folder of a server of one's own, or an application: 電子データ（サーバー）. */
        SERVER("server"),
        /** Somebody else's server: クラウド. */
        CLOUD("cloud"),
        /** A desk computer, notebook or phone. */
        DEVICE("device"),
        /** A USB memory, disk, tape or disc: 可搬電子媒体. */
        PORTABLE("portable"),
        /** Paper or film: 書類. */
        PAPER("paper"),
        /** Anything else, a model or a sample say. */
        OTHER("other");

        private final String code;

        Medium(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** The last day on which it must be kept. */
    public Optional<LocalDate> retention() {
        return Optional.ofNullable(until);
    }
}
