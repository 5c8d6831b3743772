package org.hoshimori.core.storage;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What a job keeps about itself is text, which any later version can read; no object is ever read back from the database. */
final class JobWords implements Serializer {

    @Override
    public byte @Nullable [] serialize(@Nullable Object words) {
        return words == null ? null : words.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] words) {
        return words == null ? null : type.cast(new String(words, StandardCharsets.UTF_8));
    }
}
