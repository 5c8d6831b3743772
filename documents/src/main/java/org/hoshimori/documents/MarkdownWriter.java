package org.hoshimori.documents;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes Markdown as GitHub renders it: headings, lists, tables, and an anchor wherever a link may lead. */
final class MarkdownWriter {

    private final Document document;
    private final Labels labels;
    private final Set<String> ids;
    private final StringBuilder out = new StringBuilder(1 << 16);
    private boolean inStep;

    private MarkdownWriter(Document document) {
        this.document = document;
        this.labels = Labels.in(document.lang());
        this.ids = document.ids();
    }

    static byte[] write(Document document) {
        MarkdownWriter writer = new MarkdownWriter(document);
        writer.front();
        document.chapters().forEach(writer::chapter);
        return (writer.out.toString().strip() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private void front() {
        out.append("# ").append(words(document.title())).append("\n\n");
        if (document.draft()) {
            out.append("> **")
                    .append(labels.get("draft.long"))
                    .append("** ")
                    .append(labels.get("legend.lead"))
                    .append("\n\n");
        }
        table(
                List.of(labels.get("company"), labels.get("revision"), labels.get("effective-on")),
                List.of(List.of(words(document.company()), words(document.revision()), words(document.effectiveOn()))));
        legend();
        paragraphs("notice", document.notice());
        paragraphs("attribution", document.attribution());
        history();
        contents();
    }

    private void legend() {
        if (document.draft()) {
            heading(2, List.of(), labels.get("legend"));
            table(
                    List.of(labels.get("legend.mark"), labels.get("legend.meaning")),
                    FrontMarkup.Sample.all(labels).stream()
                            .map(s -> List.of(words(new Phrase(List.of(s.run()))), escaped(s.meaning())))
                            .toList());
        }
    }

    private void paragraphs(String label, List<Phrase> paragraphs) {
        if (!paragraphs.isEmpty()) {
            heading(2, List.of(), labels.get(label));
            paragraphs.forEach(p -> out.append(words(p)).append("\n\n"));
        }
    }

    private void history() {
        if (!document.history().isEmpty()) {
            heading(2, List.of(), labels.get("history"));
            table(
                    List.of(labels.get("history.revision"), labels.get("history.date"), labels.get("history.changes")),
                    document.history().stream()
                            .map(e -> List.of(words(e.revision()), words(e.date()), words(e.changes())))
                            .toList());
        }
    }

    private void contents() {
        heading(2, List.of(), labels.get("contents"));
        for (Chapter chapter : document.chapters()) {
            out.append("- [")
                    .append(escaped(labels.chapter(chapter)))
                    .append("](#")
                    .append(chapter.id())
                    .append(")\n");
            for (Outline.Entry section : Outline.of(chapter, 1)) {
                out.append("  - [").append(escaped(section.words()));
                out.append("](#").append(section.id()).append(")\n");
            }
        }
        out.append('\n');
    }

    private void chapter(Chapter chapter) {
        String number = chapter.number().isEmpty() ? "" : escaped(labels.get("chapter", chapter.number())) + " ";
        heading(2, List.of(chapter.id()), number + words(chapter.title()));
        if (chapter.headed()) {
            table(
                    List.of(labels.get("revised-on"), labels.get("scope"), labels.get("csf")),
                    List.of(List.of(
                            words(chapter.revisedOn()),
                            words(chapter.scope()),
                            escaped(String.join(" ", chapter.csf())))));
        }
        Block before = new Block.PageBreak();
        for (Block block : chapter.blocks()) {
            if (isList(before) && !isList(block)) {
                out.append('\n');
            }
            block(block, before);
            before = block;
        }
        out.append('\n');
    }

    private static boolean isList(Block block) {
        return block instanceof Block.Item || block instanceof Block.Step;
    }

    private void block(Block block, Block before) {
        switch (block) {
            case Block.Section section ->
                heading(2 + section.level(), section.ids(), number(section.number()) + words(section.title()));
            case Block.Paragraph paragraph ->
                out.append(anchors(paragraph.ids()))
                        .append(words(paragraph.words()))
                        .append("\n\n");
            case Block.Item item -> item(item, before);
            case Block.Step step -> {
                if (step.number() == 1 && isList(before)) {
                    out.append("\n<!-- -->\n\n");
                }
                out.append(step.number())
                        .append(". ")
                        .append(anchors(step.ids()))
                        .append(words(step.words()))
                        .append('\n');
            }
            case Block.Note note ->
                out.append("> ")
                        .append(anchors(note.ids()))
                        .append(labels.get("note"))
                        .append(' ')
                        .append(words(note.words()))
                        .append("\n\n");
            case Block.Heading heading ->
                out.append("**")
                        .append(anchors(heading.ids()))
                        .append(escaped(labels.get("heading", heading.words().plain())))
                        .append("**\n\n");
            case Block.Grid grid -> grid(grid);
            case Block.Excluded excluded -> {
                heading(2 + excluded.level(), excluded.ids(), number(excluded.number()) + words(excluded.title()));
                out.append('*')
                        .append(escaped(labels.excluded(excluded.reason())))
                        .append("*\n\n");
            }
            case Block.Chart chart -> {
                out.append(anchors(chart.ids())).append(words(chart.caption())).append("\n\n");
                posts(chart.posts(), 0);
                out.append('\n');
            }
            case Block.PageBreak _ -> {}
        }
    }

    private void item(Block.Item item, Block before) {
        inStep = before instanceof Block.Step || (inStep && before instanceof Block.Item);
        if (item.level() == 2) {
            out.append(inStep ? "   " : "  ");
        } else if (inStep) {
            out.append('\n');
            inStep = false;
        }
        out.append("- ").append(anchors(item.ids())).append(words(item.words())).append('\n');
    }

    /** A section's number in a heading, where digits and dots mean nothing to Markdown. */
    private static String number(String number) {
        String printed = Labels.section(number);
        return (printed.matches("[0-9.]+") ? printed : escaped(printed)) + " ";
    }

    private void posts(List<Block.Chart.Post> posts, int depth) {
        for (Block.Chart.Post post : posts) {
            String holders = post.holders().stream().map(this::words).collect(Collectors.joining(labels.comma()));
            out.append("  ".repeat(depth)).append("- ").append(words(post.title()));
            out.append(holders.isEmpty() ? "" : " – " + holders).append('\n');
            posts(post.reports(), depth + 1);
        }
    }

    private void grid(Block.Grid grid) {
        String anchors = anchors(grid.ids());
        if (!grid.caption().isEmpty()) {
            out.append(anchors)
                    .append("**")
                    .append(escaped(grid.caption().plain()))
                    .append("**\n\n");
        } else if (!anchors.isEmpty()) {
            out.append(anchors).append("\n\n");
        }
        table(
                grid.columns().stream().map(c -> words(c.label())).toList(),
                grid.rows().stream()
                        .map(r -> r.cells().stream()
                                .map(c ->
                                        c.paragraphs().stream().map(this::words).collect(Collectors.joining("<br>")))
                                .toList())
                        .toList());
    }

    private void table(List<String> head, List<List<String>> rows) {
        row(head);
        row(head.stream().map(h -> "---").toList());
        rows.forEach(this::row);
        out.append('\n');
    }

    private void row(List<String> cells) {
        out.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private void heading(int level, List<String> anchored, String words) {
        if (!anchored.isEmpty()) {
            out.append(anchors(anchored)).append("\n\n");
        }
        out.append("#".repeat(Math.min(6, level))).append(' ').append(words).append("\n\n");
    }

    private static String anchors(List<String> anchored) {
        return anchored.stream().map(id -> "<a id=\"" + id + "\"></a>").collect(Collectors.joining());
    }

    private String words(Phrase phrase) {
        return new MarkdownPhrase(labels, ids, document.draft()).of(phrase);
    }

    private static String escaped(String text) {
        return MarkdownPhrase.escaped(text);
    }
}
