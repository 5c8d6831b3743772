package org.hoshimori.documents;

/** Head and foot of Word's pages: company and title; edition, date and page of pages. */
final class WordMargins {

    private final Document document;
    private final Labels labels;

    WordMargins(Document document) {
        this.document = document;
        this.labels = Labels.in(document.lang());
    }

    String header() {
        WordMarkup word = new WordMarkup(new Bookmarks(document));
        word.paragraph("Header", () -> {
            word.run(document.company().plain());
            word.tab();
            word.run(document.title().plain());
        });
        return word.out().toString();
    }

    String footer() {
        WordMarkup word = new WordMarkup(new Bookmarks(document));
        word.paragraph("Footer", () -> {
            word.run(labels.edition(document));
            word.tab();
            word.field("PAGE", "1");
            word.run(" / ");
            word.field("NUMPAGES", "1");
        });
        return word.out().toString();
    }
}
