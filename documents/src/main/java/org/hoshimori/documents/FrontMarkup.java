package org.hoshimori.documents;

import java.util.List;
import java.util.Set;

/** Puts into markup what stands before the chapters: notice, sources, the legend of a draft, the revision history. */
final class FrontMarkup {

    private final Markup out;
    private final Document document;
    private final Labels labels;
    private final PhraseMarkup phrases;

    FrontMarkup(Markup out, Document document, PhraseMarkup phrases) {
        this.out = out;
        this.document = document;
        this.labels = Labels.in(document.lang());
        this.phrases = phrases;
    }

    void about() {
        paragraphs("notice", document.notice());
        paragraphs("attribution", document.attribution());
    }

    private void paragraphs(String label, List<Phrase> paragraphs) {
        if (paragraphs.isEmpty()) {
            return;
        }
        out.start("section").attribute("class", "front " + label).line();
        out.element("h2", labels.get(label)).line();
        for (Phrase paragraph : paragraphs) {
            out.start("p");
            phrases.write(paragraph);
            out.end().line();
        }
        out.end().line();
    }

    void legend() {
        if (!document.draft()) {
            return;
        }
        out.start("section").attribute("class", "front legend").line();
        out.element("h2", labels.get("legend")).line();
        out.element("p", labels.get("legend.lead")).line();
        out.start("table").attribute("class", "grid").line().start("thead").start("tr");
        out.start("th")
                .attribute("scope", "col")
                .attribute("style", "width:35%")
                .text(labels.get("legend.mark"))
                .end();
        out.start("th")
                .attribute("scope", "col")
                .text(labels.get("legend.meaning"))
                .end();
        out.end().end().line().start("tbody");
        for (Sample sample : Sample.all(labels)) {
            out.start("tr").start("th").attribute("scope", "row");
            phrases.write(new Phrase(List.of(sample.run())));
            out.end().element("td", sample.meaning()).end().line();
        }
        out.end().end().line().end().line();
    }

    void history() {
        if (document.history().isEmpty()) {
            return;
        }
        out.start("section").attribute("class", "front history").line();
        out.element("h2", labels.get("history")).line();
        out.start("table").attribute("class", "grid").line();
        out.start("thead").start("tr");
        for (String column : List.of("revision", "date", "changes")) {
            out.start("th")
                    .attribute("scope", "col")
                    .text(labels.get("history." + column))
                    .end();
        }
        out.end().end().line().start("tbody").line();
        for (Document.Edition edition : document.history()) {
            out.start("tr").start("th").attribute("scope", "row");
            phrases.write(edition.revision());
            out.end().start("td");
            phrases.write(edition.date());
            out.end().start("td");
            phrases.write(edition.changes());
            out.end().end().line();
        }
        out.end().end().line().end().line();
    }

    /** What a mark looks like and what it means. */
    record Sample(Run run, String meaning) {

        static List<Sample> all(Labels labels) {
            return List.of(
                    new Sample(value(labels, "fill", Run.State.FILL), labels.get("legend.fill")),
                    new Sample(value(labels, "choose", Run.State.CHOOSE), labels.get("legend.choose")),
                    new Sample(text(labels, "space", Run.Mark.SPACE), labels.get("legend.space")),
                    new Sample(text(labels, "own", Run.Mark.OWN), labels.get("legend.own")));
        }

        private static Run value(Labels labels, String kind, Run.State state) {
            return new Run.Value("", "", labels.get("legend.sample." + kind), state, Set.of());
        }

        private static Run text(Labels labels, String kind, Run.Mark mark) {
            return new Run.Text(labels.get("legend.sample." + kind), Set.of(mark));
        }
    }
}
