package org.hoshimori.documents;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts a phrase's runs into markup: values underlined, open places tagged in a draft, links where they lead somewhere. */
final class PhraseMarkup {

    private final Markup out;
    private final Labels labels;
    private final boolean draft;
    private final boolean screen;
    private final Places places;
    private boolean apart;

    /**
     * Phrases of this document.
     *
     * @param screen whether for screens; on the PDF's pages words beside others get an element of their own, because the
     *     renderer paints a line's bare words before its elements, and readers follow the painting
     */
    PhraseMarkup(Markup out, Document document, boolean screen, Places places) {
        this.out = out;
        this.labels = Labels.in(document.lang());
        this.draft = document.draft();
        this.screen = screen;
        this.places = places;
    }

    /** Words of our own among phrases. */
    void text(String text) {
        if (apart && !text.isEmpty()) {
            out.element("span", text);
        } else {
            out.text(text);
        }
    }

    void write(Phrase phrase) {
        write(phrase, false);
    }

    /** A phrase that follows other words, such as a number, in the same line. */
    void beside(Phrase phrase) {
        apart = !screen;
        runs(phrase, false);
    }

    /** A phrase within something that bears the tag for space-specific words already. */
    void write(Phrase phrase, boolean spaceTold) {
        List<Run> runs = phrase.runs();
        apart = !screen && !(runs.size() == 1 && runs.getFirst().marks().isEmpty());
        runs(phrase, spaceTold);
    }

    private void runs(Phrase phrase, boolean spaceTold) {
        Run.@Nullable Mark around = null;
        for (Joints.Group group : groups(phrase.runs())) {
            Run first = group.pieces().getFirst().run();
            Run.Mark mark = first.text().isBlank() && around != null ? around : background(first);
            if (mark != around) {
                close(around);
                open(mark, spaceTold);
                around = mark;
            }
            boolean together = group.pieces().size() > 1;
            if (together) {
                out.start("span").attribute("class", "together");
            }
            group.pieces().forEach(this::write);
            if (together) {
                out.end();
            }
        }
        close(around);
    }

    /** Screens keep brackets and words together by themselves. */
    private List<Joints.Group> groups(List<Run> runs) {
        return screen
                ? runs.stream()
                        .map(r -> new Joints.Group(List.of(new Joints.Piece(r, true, true))))
                        .toList()
                : Joints.of(runs);
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

    private void write(Joints.Piece piece) {
        Run run = piece.run();
        boolean foreign = run.marks().contains(Run.Mark.OTHER_LANGUAGE);
        if (foreign) {
            out.start("span")
                    .attribute("class", "foreign")
                    .attribute("lang", labels.lang().other().tag());
        }
        switch (run) {
            case Run.Text(String text, Set<Run.Mark> _) -> text(text);
            case Run.Value value -> value(value, piece.first());
            case Run.Link link -> link(link);
            case Run.Break _ -> out.start("br").end("br");
        }
        if (foreign) {
            out.end();
            if (piece.last()) {
                out.element("small", "tag foreign-tag", labels.get("other-language"));
            }
        }
    }

    private void value(Run.Value value, boolean first) {
        boolean open = draft && (value.state() == Run.State.FILL || value.state() == Run.State.CHOOSE);
        Optional<String> explained = places.parameter(value.parameter());
        out.start(explained.isPresent() ? "a" : "span")
                .attribute("class", open ? value.state() == Run.State.FILL ? "fill" : "choose" : "value");
        explained.ifPresent(href -> out.attribute("href", href));
        if (!value.label().isEmpty()) {
            out.attribute("title", value.label());
        }
        if (open && first) {
            apart = !screen;
            out.element("small", "tag", labels.of(value.state()));
        }
        text(value.text());
        out.end();
    }

    private void link(Run.Link link) {
        Optional<String> place = places.clause(link.clause());
        if (place.isPresent()) {
            out.start("a").attribute("href", place.get()).text(link.text()).end();
        } else {
            text(link.text());
        }
    }
}
