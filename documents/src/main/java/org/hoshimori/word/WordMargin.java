package org.hoshimori.word;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** What stands beside the text: comments with their answers, and the file's custom properties. */
final class WordMargin {

    private static final int MOST_COMMENTS = 5_000;

    private WordMargin() {}

    /** A comment while it is read; Word ties answers to the last paragraph of what they answer. */
    private static final class Open {
        private String id = "";
        private String author = "";
        private String at = "";
        private String paragraph = "";
        private final StringBuilder text = new StringBuilder();
    }

    /** Whose answer a comment is, and whether it is settled. */
    private record Discussion(String parent, boolean done) {}

    static List<WordComment> comments(WordFile file) {
        List<Open> comments = file.beside("comments.xml").map(WordMargin::read).orElse(List.of());
        Map<String, Discussion> threads =
                file.beside("commentsExtended.xml").map(WordMargin::threads).orElse(Map.of());
        Map<String, String> byParagraph = new HashMap<>();
        comments.forEach(c -> byParagraph.put(c.paragraph, c.id));
        return comments.stream()
                .map(c -> {
                    Discussion thread = threads.getOrDefault(c.paragraph, new Discussion("", false));
                    @Nullable String parent = thread.parent().isEmpty() ? null : byParagraph.get(thread.parent());
                    return new WordComment(
                            c.id, c.author, c.at, c.text.toString().strip(), parent, thread.done());
                })
                .toList();
    }

    private static List<Open> read(XMLStreamReader xml) {
        List<Open> comments = new ArrayList<>();
        Open open = new Open();
        boolean inText = false;
        try {
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamReader.START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "comment" -> {
                            open = new Open();
                            open.id = WordBody.attribute(xml, "id");
                            open.author = WordBody.attribute(xml, "author");
                            open.at = WordBody.attribute(xml, "date");
                            comments.add(open);
                        }
                        case "p" -> {
                            open.paragraph = WordBody.attribute(xml, "paraId");
                            if (!open.text.isEmpty()) {
                                open.text.append('\n');
                            }
                        }
                        case "t" -> inText = true;
                        default -> {}
                    }
                } else if (event == XMLStreamReader.END_ELEMENT) {
                    inText = false;
                } else if (event == XMLStreamReader.CHARACTERS && inText) {
                    open.text.append(xml.getText());
                }
                if (comments.size() > MOST_COMMENTS) {
                    throw new WordUnreadable(WordUnreadable.Problem.TOO_LARGE);
                }
            }
        } catch (XMLStreamException e) {
            throw new WordUnreadable(WordUnreadable.Problem.DAMAGED);
        }
        return comments;
    }

    private static Map<String, Discussion> threads(XMLStreamReader xml) {
        Map<String, Discussion> threads = new HashMap<>();
        try {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT
                        && xml.getLocalName().equals("commentEx")) {
                    threads.put(
                            WordBody.attribute(xml, "paraId"),
                            new Discussion(
                                    WordBody.attribute(xml, "paraIdParent"),
                                    WordBody.attribute(xml, "done").equals("1")));
                }
            }
        } catch (XMLStreamException e) {
            throw new WordUnreadable(WordUnreadable.Problem.DAMAGED);
        }
        return threads;
    }

    static Map<String, String> properties(WordFile file) {
        Map<String, String> properties = new HashMap<>();
        file.part("docProps/custom.xml").ifPresent(xml -> {
            String name = "";
            try {
                while (xml.hasNext()) {
                    int event = xml.next();
                    if (event == XMLStreamReader.START_ELEMENT
                            && xml.getLocalName().equals("property")) {
                        name = WordBody.attribute(xml, "name");
                    } else if (event == XMLStreamReader.CHARACTERS
                            && !xml.getText().isBlank()) {
                        properties.put(name, xml.getText().strip());
                    }
                }
            } catch (XMLStreamException e) {
                throw new WordUnreadable(WordUnreadable.Problem.DAMAGED);
            }
        });
        return properties;
    }
}
