package org.hoshimori.chapters.disposals;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.Table;
import org.hoshimori.catalog.parameters.AstParameters;
import org.hoshimori.core.regulation.Revision;

/**
 * What a revision's tables allow ({@code ast-3.1_methods}, {@code ast-3.2_methods}): the operator may have changed their rows, so
 * that their words are read.
 */
public final class DisposalRule {

    private static final Pattern BETWEEN = Pattern.compile("[・、,，/／\\n]|\\band\\b|\\bor\\b|及び|又は");
    private static final Long INTERNAL = 2L;
    private static final int MEDIUM = 0;
    private static final int ALLOWED = 1;
    private static final int FORBIDDEN = 2;

    private DisposalRule() {}

    /** What is done with the medium in the end. */
    public enum Act {
        DISPOSE("ast-3.1"),
        REUSE("ast-3.2");

        private final String clause;

        Act(String clause) {
            this.clause = clause;
        }

        public String clause() {
            return clause;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Act> find(String code) {
            return Arrays.stream(values()).filter(a -> a.code().equals(code)).findFirst();
        }
    }

    /** What the tables say. */
    sealed interface Verdict {
        /** It is among the allowed ones, or the rule does not reach so low a level. */
        record Allowed() implements Verdict {}

        /**
         * It is not.
         *
         * @param allowed what the table allows instead, in the regulation's words; empty if nothing
         */
        record Refused(String clause, String allowed) implements Verdict {}
    }

    /** Judges a method; {@code level} is the highest confidentiality of what was on the medium, 1 to 3. */
    static Verdict judge(Revision revision, Act act, Medium medium, Method method, int level, Locale locale) {
        if (level < revision.value(AstParameters.LEVELS).orElse(INTERNAL)) {
            return new Verdict.Allowed();
        }
        Optional<Table.Row> row = revision.regulation().table(act.clause() + "_methods").stream()
                .flatMap(t -> t.rows().stream())
                .filter(r -> medium.among(named(r)))
                .findFirst();
        boolean allowed = row.filter(r -> cells(r, ALLOWED).anyMatch(method::in)
                        && cells(r, FORBIDDEN).noneMatch(method::in))
                .isPresent();
        return allowed
                ? new Verdict.Allowed()
                : new Verdict.Refused(
                        act.clause(), row.map(r -> shown(r, locale)).orElse(""));
    }

    private static List<String> named(Table.Row row) {
        return cells(row, MEDIUM)
                .flatMap(BETWEEN::splitAsStream)
                .map(String::strip)
                .toList();
    }

    private static Stream<String> cells(Table.Row row, int column) {
        return Stream.of(Lang.JA, Lang.EN).map(lang -> folded(text(row, column, lang)));
    }

    private static String text(Table.Row row, int column, Lang lang) {
        return Optional.ofNullable(row.cells().get(column).words())
                .map(w -> w.in(lang))
                .orElse("");
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static String shown(Table.Row row, Locale locale) {
        String words = text(row, ALLOWED, Revision.language(locale)).strip();
        return words.matches("[－–—-]?") ? "" : words;
    }
}
