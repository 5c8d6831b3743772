package org.hoshimori.documents;

import java.util.Optional;
import org.hoshimori.catalog.Lang;

/** Puts a phrase into Word's runs; in a draft, open places, space-specific and own words are marked by shape and colour. */
final class WordPhrase {

    private final WordMarkup word;
    private final Labels labels;
    private final boolean draft;

    WordPhrase(WordMarkup word, Document document) {
        this.word = word;
        this.labels = Labels.in(document.lang());
        this.draft = document.draft();
    }

    void write(Phrase phrase) {
        for (Run run : phrase.runs()) {
            switch (run) {
                case Run.Break _ -> word.lineBreak();
                case Run.Text text -> words(text, style(text));
                case Run.Value value -> words(value, state(value.state()).or(() -> style(value)));
                case Run.Link link -> link(link);
            }
            if (run.marks().contains(Run.Mark.OTHER_LANGUAGE)) {
                word.run("OtherLanguage", "［" + labels.get("other-language") + "］");
            }
        }
    }

    private void link(Run.Link link) {
        word.bookmarks()
                .of(link.clause())
                .ifPresentOrElse(
                        name -> word.link(name, () -> words(link, Optional.of("Hyperlink"))),
                        () -> words(link, style(link)));
    }

    private Optional<String> state(Run.State state) {
        return switch (state) {
            case FILL -> draft ? Optional.of("FillIn") : Optional.empty();
            case CHOOSE -> draft ? Optional.of("Choose") : Optional.empty();
            case SET, SAMPLE -> Optional.empty();
        };
    }

    private Optional<String> style(Run run) {
        if (draft && run.marks().contains(Run.Mark.OWN)) {
            return Optional.of("OwnWords");
        }
        return draft && run.marks().contains(Run.Mark.SPACE) ? Optional.of("SpaceSpecific") : Optional.empty();
    }

    private void words(Run run, Optional<String> style) {
        boolean shade = draft
                && run.marks().contains(Run.Mark.SPACE)
                && style.filter("SpaceSpecific"::equals).isEmpty();
        word.run(
                () -> {
                    style.ifPresent(s -> word.value("w:rStyle", s));
                    if (shade) {
                        word.out()
                                .start("w:shd")
                                .attribute("w:val", "clear")
                                .attribute("w:color", "auto")
                                .attribute("w:fill", "CFF0DB")
                                .end("w:shd");
                    }
                    language(run);
                },
                run.text());
    }

    private void language(Run run) {
        if (run.marks().contains(Run.Mark.OTHER_LANGUAGE)) {
            Lang other = labels.lang().other();
            word.out()
                    .start("w:lang")
                    .attribute("w:val", other == Lang.EN ? "en-US" : "ja-JP")
                    .attribute("w:eastAsia", other == Lang.EN ? "en-US" : "ja-JP")
                    .end("w:lang");
        }
    }
}
