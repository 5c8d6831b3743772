package org.hoshimori.core.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.core.api.Caller;
import org.hoshimori.core.api.Filter;
import org.hoshimori.core.api.Found;
import org.hoshimori.core.api.Resource;
import org.hoshimori.core.api.Wish;
import org.hoshimori.core.evidence.RecordSearch;
import org.hoshimori.core.organization.Days;
import org.springframework.stereotype.Component;

/** The record, served to who may read it: searched, and read on from an entry. */
@Component
class EntryResource implements Resource<EntryTold> {

    private static final String BEFORE = "before";

    private final RecordSearch record;

    EntryResource(RecordSearch record) {
        this.record = record;
    }

    @Override
    public String code() {
        return "record";
    }

    @Override
    public String scope() {
        return "evidence";
    }

    @Override
    public Class<EntryTold> type() {
        return EntryTold.class;
    }

    @Override
    public String id(EntryTold shown) {
        return Long.toString(shown.sequence());
    }

    @Override
    public Set<String> readers() {
        return Set.of("record");
    }

    @Override
    public List<Filter> filters() {
        return List.of(
                Filter.text("about"),
                Filter.text("act"),
                Filter.text("clause"),
                Filter.text("from"),
                Filter.text("to"),
                Filter.number(BEFORE));
    }

    @Override
    public Found<EntryTold> page(Wish wish, Caller caller) {
        List<EntryTold> entries = record
                .page(
                        wish.text("about").strip(),
                        wish.text("act").strip(),
                        wish.text("clause").strip(),
                        day(wish, "from"),
                        day(wish, "to"),
                        wish.number(BEFORE, 0))
                .stream()
                .map(EntryTold::of)
                .toList();
        return Found.from(
                entries,
                RecordSearch.PAGE,
                entries.size() == RecordSearch.PAGE
                        ? Optional.of(Map.entry(
                                BEFORE, Long.toString(entries.getLast().sequence())))
                        : Optional.empty());
    }

    private static Optional<LocalDate> day(Wish wish, String filter) {
        return wish.text(filter).isEmpty()
                ? Optional.empty()
                : Optional.of(Days.read(wish.text(filter)).orElseThrow(() -> new Wish.Unreadable(filter)));
    }

    @Override
    public Optional<EntryTold> find(String id, Caller caller) {
        return id.matches("\\d{1,18}") ? record.find(Long.parseLong(id)).map(EntryTold::of) : Optional.empty();
    }
}
