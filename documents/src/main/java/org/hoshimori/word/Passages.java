package org.hoshimori.word;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the headings of a document, those that Word knows and those that are only typed, and what stands under each. */
final class Passages {

    private static final int LONGEST_HEADING = 60;

    private static final String DIGITS = "[0-9０-９一二三四五六七八九十百]+";
    private static final String DECIMAL = "[0-9０-９]{1,3}(?:[.．－-][0-9０-９]{1,3}){0,5}";

    /** Numbers that begin an article, a chapter or a section. */
    private static final Pattern NUMBER = Pattern.compile("^\\s*(第\\s*" + DIGITS + "\\s*(?:編|章|節|款|条)(?:の" + DIGITS
            + ")*|" + DECIMAL + "[.．、)）]?(?=[\\s　「【（(]|[^0-9０-９.．年月日時分秒回名人文字か以%％]))[\\s　]*");

    /** Numbers of items. */
    private static final Pattern ITEM = Pattern.compile("^\\s*([(（](?:" + DIGITS
            + "|[a-zア-ンあ-ん])[)）]|[①-⑳]|[ア-ン][.．、)）\\s　]" + "|[a-z][.)．]|[・●■◆▪•‣※]|[○-](?=[\\s　]))[\\s　]*");

    /** A heading in round brackets above or within an article. */
    private static final Pattern BRACKETED =
            Pattern.compile("^\\s*[(（〔\\[【＜<]([^()（）〔〕\\[\\]【】＜＞<>]{1,40})[)）〕\\]】＞>]\\s*");

    private final List<Open> passages = new ArrayList<>();
    private final Map<Integer, Map<Integer, String>> columns = new HashMap<>();
    private Open current = new Open(0, "", "", List.of());
    private String announced = "";

    /** A passage that still grows. */
    private record Open(int level, String number, String heading, List<String> above, List<Passage.Line> lines) {
        Open(int level, String number, String heading, List<String> above) {
            this(level, number, heading, above, new ArrayList<>());
        }
    }

    static List<Passage> of(List<WordParagraph> paragraphs) {
        Passages passages = new Passages();
        passages.passages.add(passages.current);
        paragraphs.forEach(passages::add);
        return passages.passages.stream()
                .filter(p -> !p.heading().isEmpty() || !p.lines().isEmpty())
                .map(p -> new Passage(p.level(), p.number(), p.heading(), p.above(), List.copyOf(p.lines())))
                .toList();
    }

    private void add(WordParagraph paragraph) {
        String text = paragraph.text().strip();
        if (text.isEmpty()) {
            return;
        }
        if (paragraph.cell().table() > 0) {
            cell(paragraph, text);
            return;
        }
        Matcher number = NUMBER.matcher(text);
        String typed = number.find() ? number.group(1).strip() : "";
        String rest = typed.isEmpty() ? text : text.substring(number.end()).strip();
        if (paragraph.outline() > 0) {
            open(paragraph.outline(), typed, bare(rest));
        } else if (typed.isEmpty()
                && isTitle(text)
                && BRACKETED.matcher(text).replaceFirst("").isEmpty()) {
            announced = bare(text);
        } else if (!typed.isEmpty() && isTitle(rest)) {
            open(level(typed), typed, bare(rest));
        } else if (typed.startsWith("第")) {
            Matcher title = BRACKETED.matcher(rest);
            boolean titled = title.find();
            open(level(typed), typed, titled ? title.group(1).strip() : announced);
            line(paragraph, titled ? rest.substring(title.end()).strip() : rest);
        } else {
            line(paragraph, text);
        }
    }

    private void cell(WordParagraph paragraph, String text) {
        WordParagraph.Cell cell = paragraph.cell();
        Map<Integer, String> heads = columns.computeIfAbsent(cell.table(), k -> new HashMap<>());
        if (cell.row() == 0) {
            heads.merge(cell.column(), text, String::concat);
        }
        current.lines.add(new Passage.Line(
                "", text, paragraph.style(), cell, cell.row() == 0 ? "" : heads.getOrDefault(cell.column(), "")));
    }

    private void line(WordParagraph paragraph, String text) {
        if (!announced.isEmpty() && !announced.equals(current.heading)) {
            open(current.level == 0 ? 1 : current.lines.isEmpty() ? current.level + 1 : current.level, "", announced);
        }
        announced = "";
        Matcher item = ITEM.matcher(text);
        boolean numbered = item.find();
        Matcher decimal = NUMBER.matcher(text);
        if (!numbered && decimal.find() && !decimal.group(1).startsWith("第")) {
            current.lines.add(new Passage.Line(
                    decimal.group(1), text.substring(decimal.end()).strip(), paragraph.style(), paragraph.cell(), ""));
            return;
        }
        current.lines.add(new Passage.Line(
                numbered ? item.group(1).strip() : "",
                numbered ? text.substring(item.end()).strip() : text,
                paragraph.style(),
                paragraph.cell(),
                ""));
    }

    private void open(int level, String number, String heading) {
        List<String> above = new ArrayList<>();
        int below = level;
        for (int i = passages.size() - 1; i >= 0 && below > 1; i--) {
            Open before = passages.get(i);
            if (before.level > 0 && before.level < below) {
                above.addFirst(before.heading);
                below = before.level;
            }
        }
        current = new Open(level, number, heading, List.copyOf(above));
        passages.add(current);
        announced = "";
    }

    /** A typed number's level: chapters above sections above articles; decimals by their dots. */
    private static int level(String number) {
        if (number.contains("編") || number.contains("章")) {
            return 1;
        }
        if (number.startsWith("第")) {
            return number.contains("条") ? 3 : 2;
        }
        return 1
                + (int) number.replaceAll("[.．、)）]$", "")
                        .chars()
                        .filter(c -> ".．－-".indexOf(c) >= 0)
                        .count();
    }

    /** A heading is short and no sentence. */
    private static boolean isTitle(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_HEADING
                && !text.matches("(?s).*[。、，;；:：\n\t].*")
                && !text.matches(".*(?:する|ない|ます|です|こと|だ|よう)$");
    }

    private static String bare(String heading) {
        Matcher bracketed = BRACKETED.matcher(heading);
        return bracketed.matches() ? bracketed.group(1).strip() : heading.strip();
    }
}
