package org.hoshimori.regulation;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hoshimori.catalog.Chapter;
import org.hoshimori.catalog.Clause;
import org.hoshimori.catalog.Duty;
import org.hoshimori.catalog.Entry;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.Parameter;
import org.hoshimori.catalog.ParameterType;
import org.hoshimori.catalog.Table;
import org.hoshimori.catalog.Template;
import org.hoshimori.catalog.Text;
import org.hoshimori.catalog.Value;
import org.hoshimori.catalog.Words;
import org.jspecify.annotations.Nullable;

/** Says a regulation's sentences in one language, with values, titles and references inserted. */
public final class Wording {

    /** A choice's words may insert further parameters; deeper than this is a cycle. */
    private static final int MAX_DEPTH = 6;

    private static final DateTimeFormatter ENGLISH_DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final Regulation regulation;
    private final Lang lang;

    /** Wording of this regulation in this language. */
    public Wording(Regulation regulation, Lang lang) {
        this.regulation = regulation;
        this.lang = lang;
    }

    /** The words with everything inserted, as plain text; line breaks as {@code \n}. */
    public String say(Words words) {
        return pieces(words).stream().map(Piece::text).collect(Collectors.joining());
    }

    /** The words in pieces that tell what was inserted. */
    public List<Piece> pieces(Words words) {
        List<Piece> pieces = new ArrayList<>();
        append(pieces, words.in(lang), 0);
        return List.copyOf(pieces);
    }

    private void append(List<Piece> pieces, String text, int depth) {
        for (Template.Part part : Template.parse(text).parts()) {
            switch (part) {
                case Template.Plain(String plain) -> pieces.add(new Piece.Plain(plain));
                case Template.Insert(String parameter) -> pieces.add(inserted(parameter, depth));
                case Template.PostTitle(String post) -> {
                    if (depth < MAX_DEPTH) {
                        append(
                                pieces,
                                regulation.title(post).map(w -> w.in(lang)).orElse(post),
                                depth + 1);
                    }
                }
                case Template.Link(String clause) -> pieces.add(reference(clause));
                case Template.Break _ -> pieces.add(new Piece.Break());
            }
        }
    }

    private Piece inserted(String parameter, int depth) {
        return regulation
                .setting(parameter)
                .<Piece>map(s -> new Piece.Inserted(parameter, value(s, depth), s.state()))
                .orElseGet(() -> new Piece.Plain(
                        regulation.table(parameter).map(t -> say(t.caption())).orElse(parameter)));
    }

    /** A parameter's value in words; a blank to fill in where there is none. */
    public String value(Setting setting) {
        return value(setting, 0);
    }

    private String value(Setting setting, int depth) {
        Parameter parameter = setting.parameter();
        return setting.value() == null ? blank(parameter) : value(parameter, setting.value(), depth);
    }

    /** A value of this parameter in words. */
    public String value(Parameter parameter, Value value) {
        return value(parameter, value, 0);
    }

    private String value(Parameter parameter, Value value, int depth) {
        return switch (value) {
            case Value.OfText(Words words) -> deeper(words.in(lang), depth);
            case Value.OfInteger(long number) ->
                switch (parameter.type()) {
                    case MONTH -> month((int) number);
                    default -> Long.toString(number);
                };
            case Value.OfSpan(var span) ->
                switch (parameter.type()) {
                    case RHYTHM -> span.rhythmIn(lang);
                    default -> span.in(lang);
                };
            case Value.OfDate(LocalDate date) -> date(date);
            case Value.OfBoolean(boolean yes) -> lang == Lang.JA ? (yes ? "はい" : "いいえ") : (yes ? "yes" : "no");
            case Value.OfCodes(List<String> codes) -> codes(parameter, codes, depth);
        };
    }

    private String codes(Parameter parameter, List<String> codes, int depth) {
        boolean posts = parameter.choices().isEmpty();
        List<String> said = codes.stream()
                .map(code -> posts
                        ? deeper(title(code), depth)
                        : parameter
                                .choice(code)
                                .map(c -> deeper(c.words().in(lang), depth))
                                .orElse(code))
                .toList();
        return join(said, posts || parameter.anyOf());
    }

    private String join(List<String> said, boolean any) {
        if (said.size() == 1) {
            return said.getFirst();
        }
        if (lang == Lang.JA && !any) {
            return String.join("、", said);
        }
        String head = String.join(lang == Lang.JA ? "、" : ", ", said.subList(0, said.size() - 1));
        String joint = lang == Lang.JA ? "又は" : any ? " or " : " and ";
        return head + joint + said.getLast();
    }

    private String deeper(String text, int depth) {
        if (depth >= MAX_DEPTH) {
            return text;
        }
        List<Piece> pieces = new ArrayList<>();
        append(pieces, text, depth + 1);
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }

    private String month(int month) {
        return lang == Lang.JA ? month + "月" : Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    /** A date as this language writes it: {@code 2026年4月1日}, {@code 1 April 2026}. */
    public String date(LocalDate date) {
        return lang == Lang.JA
                ? date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日"
                : ENGLISH_DATE.format(date);
    }

    private String blank(Parameter parameter) {
        if (lang == Lang.EN) {
            return "____";
        }
        return switch (parameter.type()) {
            case MONTH -> "○月";
            case DATE -> "○年○月○日";
            case INTEGER -> "○";
            default -> "○○";
        };
    }

    /** What a table's cell says, line by line: its own words, a post's title, or the sentences that it arranges. */
    public List<List<Piece>> cell(Table.Column column, Table.Cell cell) {
        List<List<Piece>> lines = new ArrayList<>();
        if (cell.words() != null) {
            boolean post = column.type() == ParameterType.POST;
            lines.add(post ? List.of(new Piece.Plain(title(cell.words().in(lang)))) : pieces(cell.words()));
        }
        for (String id : cell.refs()) {
            regulation.entry(id).flatMap(Wording::wordsOf).ifPresent(words -> lines.add(pieces(words)));
        }
        return lines;
    }

    private static Optional<Words> wordsOf(Entry entry) {
        return switch (entry) {
            case Clause clause -> Optional.of(clause.title());
            case Duty duty -> Optional.of(duty.words());
            case Text text -> Optional.of(text.words());
            case Table _ -> Optional.empty();
        };
    }

    /** A cell as plain text, its lines parted by {@code \n}. */
    public String sayCell(Table.Column column, Table.Cell cell) {
        return cell(column, cell).stream()
                .map(line -> line.stream().map(Piece::text).collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    /** A post's or group's title in this language; the code itself where it has none. */
    public String title(String postOrGroup) {
        return regulation.title(postOrGroup).map(w -> deeper(w.in(lang), 0)).orElse(postOrGroup);
    }

    private Piece reference(String id) {
        boolean stands = regulation.clause(id).isPresent();
        return new Piece.Reference(id, nameOf(id), stands);
    }

    /** A clause's number and title as a reference prints them: {@code 第3章 3.1「媒体の廃棄」}, {@code 3.1 "Disposal" of chapter 3}. */
    public String nameOf(String id) {
        for (Chapter chapter : regulation.catalog().chapters()) {
            Clause numbered = null;
            for (Clause clause : chapter.clauses().toList()) {
                if (clause.number() != null && (id.equals(clause.id()) || id.startsWith(clause.id() + "."))) {
                    numbered = clause;
                }
                if (clause.id().equals(id)) {
                    return name(chapter, numbered, regulation.clause(id).orElse(clause));
                }
            }
        }
        return regulation.clause(id).map(c -> c.title().in(lang)).orElse(id);
    }

    private String name(Chapter chapter, @Nullable Clause section, Clause clause) {
        String number = section == null || section.number() == null ? "" : section.number();
        String title = clause.title().in(lang);
        return lang == Lang.JA
                ? "第" + chapter.number() + "章 " + (number.isEmpty() ? "" : number) + "「" + title + "」"
                : "chapter " + chapter.number() + (number.isEmpty() ? "" : ", " + number) + " \"" + title + "\"";
    }
}
