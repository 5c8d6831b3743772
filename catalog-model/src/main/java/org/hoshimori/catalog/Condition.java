package org.hoshimori.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A condition on parameters and clauses, such as {@code itu-5.1_private-use = forbid}: terms joined by {@code and} or by
 * {@code or}, not mixed.
 */
public record Condition(boolean all, List<Term> terms) {

    private static final Set<String> UNARY = Set.of("is-open", "unset", "set");
    private static final Set<String> OF_CLAUSE = Set.of("present", "untouched", "excluded");
    private static final Set<String> BINARY = Set.of("=", "!=", "<", "<=", ">", ">=", "has");
    private static final Pattern BY_WORD = Pattern.compile("\\S+");

    /**
     * One comparison.
     *
     * @param operator of the grammar in {@code catalog/README.md}
     * @param subject a parameter's id, or of {@code present}, {@code untouched} and {@code excluded} a clause's
     * @param operand a value or another parameter's id; null of operators that need none
     */
    public record Term(
            String operator, String subject, @Nullable String operand) {}

    /** What a condition asks about. */
    public interface Facts {
        /** The value in force, if there is one. */
        Optional<Value> value(String parameter);

        /** Whether the operator has set it. */
        boolean isSet(String parameter);

        /** Whether the sample leaves it open and the operator has not set it. */
        boolean isOpen(String parameter);

        /** Whether the clause stands in the regulation. */
        boolean isPresent(String clause);

        /** Whether the clause stands as in the sample. */
        boolean isUntouched(String clause);
    }

    /**
     * Reads a condition.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    public static Condition parse(String text) {
        List<String> words = new ArrayList<>();
        Matcher m = BY_WORD.matcher(text);
        while (m.find()) {
            words.add(m.group());
        }
        List<Term> terms = new ArrayList<>();
        String joint = null;
        int i = 0;
        while (i < words.size()) {
            if (!terms.isEmpty()) {
                String word = words.get(i++);
                boolean isJoint = word.equals("and") || word.equals("or");
                if (!isJoint || (joint != null && !joint.equals(word))) {
                    throw new IllegalArgumentException("expected one kind of and/or, found " + word + " in: " + text);
                }
                joint = word;
            }
            if (i >= words.size()) {
                throw new IllegalArgumentException("incomplete condition: " + text);
            }
            i = term(words, i, terms, text);
        }
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("incomplete condition: " + text);
        }
        return new Condition(!"or".equals(joint), List.copyOf(terms));
    }

    private static int term(List<String> words, int i, List<Term> terms, String text) {
        String first = words.get(i);
        if (OF_CLAUSE.contains(first) && i + 1 < words.size()) {
            terms.add(new Term(first, words.get(i + 1), null));
            return i + 2;
        }
        if (UNARY.contains(first) && i + 1 < words.size()) {
            terms.add(new Term(first, words.get(i + 1), null));
            return i + 2;
        }
        if (i + 1 < words.size() && UNARY.contains(words.get(i + 1))) {
            terms.add(new Term(words.get(i + 1), first, null));
            return i + 2;
        }
        if (i + 2 < words.size() && BINARY.contains(words.get(i + 1))) {
            terms.add(new Term(words.get(i + 1), first, words.get(i + 2)));
            return i + 3;
        }
        throw new IllegalArgumentException("not understood near '" + first + "' in: " + text);
    }

    /** Whether it holds. A comparison with a value that is not there does not hold, except {@code !=}. */
    public boolean holds(Facts facts) {
        return all
                ? terms.stream().allMatch(t -> holds(t, facts))
                : terms.stream().anyMatch(t -> holds(t, facts));
    }

    private static boolean holds(Term term, Facts facts) {
        return switch (term.operator()) {
            case "present" -> facts.isPresent(term.subject());
            case "excluded" -> !facts.isPresent(term.subject());
            case "untouched" -> facts.isUntouched(term.subject());
            case "is-open" -> facts.isOpen(term.subject());
            case "set" -> facts.isSet(term.subject());
            case "unset" -> !facts.isSet(term.subject());
            default -> compare(term, facts);
        };
    }

    private static boolean compare(Term term, Facts facts) {
        Optional<Value> left = facts.value(term.subject());
        String operand = term.operand() == null ? "" : term.operand();
        Optional<Value> other = operand.contains("_") ? facts.value(operand) : Optional.empty();
        if (left.isEmpty() || (operand.contains("_") && other.isEmpty())) {
            return term.operator().equals("!=");
        }
        String code = left.get().code();
        String right = other.map(Value::code).orElse(operand);
        return switch (term.operator()) {
            case "=" -> code.equals(right);
            case "!=" -> !code.equals(right);
            case "has" ->
                left.get() instanceof Value.OfCodes codes && codes.codes().contains(right);
            case "<" -> magnitude(code) < magnitude(right);
            case "<=" -> magnitude(code) <= magnitude(right);
            case ">" -> magnitude(code) > magnitude(right);
            default -> magnitude(code) >= magnitude(right);
        };
    }

    private static long magnitude(String code) {
        return code.startsWith("P") ? Span.parse(code).approximateSeconds() : Long.parseLong(code);
    }

    /** Ids of parameters (with an underscore) and clauses that it names. */
    public List<String> ids() {
        List<String> ids = new ArrayList<>();
        for (Term term : terms) {
            ids.add(term.subject());
            if (term.operand() != null && term.operand().contains("_")) {
                ids.add(term.operand());
            }
        }
        return List.copyOf(ids);
    }
}
