package org.hoshimori.chapters.logs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.core.api.Caller;
import org.hoshimori.core.api.Found;
import org.hoshimori.core.api.Resource;
import org.hoshimori.core.api.Wish;
import org.springframework.stereotype.Component;

/** How the archive of logs stands, source by source, as its manifest tells it ({@code inf-3.b}). */
@Component
class SourceResource implements Resource<LogSourceTold> {

    private static final int PAGE = 50;

    private final ArchiveLook look;

    SourceResource(ArchiveLook look) {
        this.look = look;
    }

    @Override
    public String code() {
        return "log-sources";
    }

    @Override
    public String scope() {
        return ReviewResource.SCOPE;
    }

    @Override
    public Class<LogSourceTold> type() {
        return LogSourceTold.class;
    }

    @Override
    public String id(LogSourceTold shown) {
        return shown.code();
    }

    @Override
    public Set<String> readers() {
        return ReviewResource.READERS;
    }

    @Override
    public Found<LogSourceTold> page(Wish wish, Caller caller) {
        return Found.part(all(), wish.page(), PAGE);
    }

    @Override
    public Optional<LogSourceTold> find(String id, Caller caller) {
        return all().stream().filter(s -> s.code().equals(id)).findFirst();
    }

    private List<LogSourceTold> all() {
        try {
            return look.look().stream()
                    .flatMap(seen -> seen.all().sources().stream().map(s -> LogSourceTold.of(s, seen.gapsOf(s.name()))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
