package org.hoshimori.chapters.processing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.hoshimori.core.organization.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What the form of an entry holds.
 *
 * @param day as it was typed
 * @param party the number of an outside party, or empty
 * @param handlerWords what was searched for to find who handled the record
 */
record EntryForm(
        @NotBlank String day,
        @NotBlank @Size(max = 200) String record,
        @Nullable PersonId handler,
        @Nullable String handlerWords,
        String sensor,
        @Size(max = 100) String resolution,
        String deed,
        @NotBlank @Size(max = 2000) String words,
        @Size(max = 60) String party,
        @Size(max = 200) String recipient,
        String basis,
        @Size(max = 500) String basisNote) {

    /** A field that a form leaves out is empty. */
    EntryForm {
        day = day == null ? "" : day;
        record = record == null ? "" : record;
        words = words == null ? "" : words;
        sensor = sensor == null ? "" : sensor;
        resolution = resolution == null ? "" : resolution;
        deed = deed == null ? "" : deed;
        party = party == null ? "" : party;
        recipient = recipient == null ? "" : recipient;
        basis = basis == null ? "" : basis;
        basisNote = basisNote == null ? "" : basisNote;
    }

    static EntryForm empty(LocalDate today, PersonId handler) {
        return new EntryForm(today.toString(), "", handler, "", "optical", "", "received", "", "", "", "", "");
    }

    static EntryForm of(Entry entry, String party) {
        return new EntryForm(
                entry.day().toString(),
                entry.record(),
                entry.handler(),
                "",
                entry.sensor(),
                entry.resolution(),
                entry.deed().code(),
                entry.words(),
                party,
                entry.recipient(),
                entry.basis(),
                entry.basisNote());
    }
}
