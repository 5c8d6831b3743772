package org.hoshimori.documents;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts a phrase's runs into markup: values underlined, open places tagged in a draft, links where they lead somewhere. */
final class PhraseMarkup {

    private final Markup out;
    private final Labels labels;
    private final Set<String> ids;
    private final boolean draft;

    PhraseMarkup(Markup out, Document document) {
        this.out = out;
        this.labels = Labels.in(document.lang());
        this.ids = document.ids();
        this.draft = document.draft();
    }

    void write(Phrase phrase) {
        write(phrase, false);
    }

    /** A phrase within something that bears the tag for space-specific words already. */
    void write(Phrase phrase, boolean spaceTold) {
        Run.@Nullable Mark around = null;
        for (Run run : phrase.runs()) {
            Run.Mark mark = run.text().isBlank() && around != null ? around : background(run);
            if (mark != around) {
                close(around);
                open(mark, spaceTold);
                around = mark;
            }
            write(run);
        }
        close(around);
    }

    /** Of several marks the one that matters most to whoever settles the draft. */
    private Run.@Nullable Mark background(Run run) {
        if (draft && run.marks().contains(Run.Mark.OWN)) {
            return Run.Mark.OWN;
        }
        return draft && run.marks().contains(Run.Mark.SPACE) ? Run.Mark.SPACE : null;
    }

    private void open(Run.@Nullable Mark mark, boolean spaceTold) {
        if (mark == Run.Mark.SPACE) {
            out.start("span").attribute("class", "space");
            if (!spaceTold) {
                out.element("small", "tag", labels.get("space"));
            }
        } else if (mark == Run.Mark.OWN) {
            out.start("span").attribute("class", "own").element("small", "tag", labels.get("own"));
        }
    }

    private void close(Run.@Nullable Mark mark) {
        if (mark != null) {
            out.end();
        }
    }

    private void write(Run run) {
        boolean foreign = run.marks().contains(Run.Mark.OTHER_LANGUAGE);
        if (foreign) {
            out.start("span")
                    .attribute("class", "foreign")
                    .attribute("lang", labels.lang().other().tag());
        }
        switch (run) {
            case Run.Text(String text, Set<Run.Mark> _) -> out.text(text);
            case Run.Value value -> value(value);
            case Run.Link link -> link(link);
            case Run.Break _ -> out.start("br").end("br");
        }
        if (foreign) {
            out.end().element("small", "tag foreign-tag", labels.get("other-language"));
        }
    }

    private void value(Run.Value value) {
        boolean open = draft && (value.state() == Run.State.FILL || value.state() == Run.State.CHOOSE);
        out.start("span").attribute("class", open ? value.state() == Run.State.FILL ? "fill" : "choose" : "value");
        if (!value.label().isEmpty()) {
            out.attribute("title", value.label());
        }
        if (open) {
            out.element("small", "tag", labels.of(value.state()));
        }
        out.text(value.text()).end();
    }

    private void link(Run.Link link) {
        if (ids.contains(link.clause())) {
            out.start("a")
                    .attribute("href", "#" + link.clause())
                    .text(link.text())
                    .end();
        } else {
            out.text(link.text());
        }
    }
}
