package org.hoshimori.chapters.assets;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hoshimori.core.estate.Levels;
import org.hoshimori.core.legal.Laws;
import org.hoshimori.core.organization.Department;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.DepartmentRegister;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the codes of the register are called on a page: in its language, and as the regulation in force calls them. */
@Component
class AssetWords {

    private static final Pattern DEPARTMENT = Pattern.compile("department:([0-9a-f-]{36})");
    private static final Pattern AND = Pattern.compile(", ");

    private final Levels levels;
    private final Laws laws;
    private final DepartmentRegister departments;
    private final MessageSource messages;

    AssetWords(Levels levels, Laws laws, DepartmentRegister departments, MessageSource messages) {
        this.levels = levels;
        this.laws = laws;
        this.departments = departments;
        this.messages = messages;
    }

    /** For a page on which these assets stand. */
    Said on(List<Asset> assets, Locale locale) {
        List<Department> open = departments.open();
        Map<DepartmentId, Department> known =
                open.stream().collect(Collectors.toMap(Department::id, d -> d, (a, b) -> a));
        List<DepartmentId> closed = assets.stream()
                .flatMap(a -> Stream.concat(Stream.of(a.department()), a.scope().departments().stream()))
                .filter(d -> !known.containsKey(d))
                .distinct()
                .toList();
        if (!closed.isEmpty()) {
            known.putAll(departments.find(closed));
        }
        return new Said(locale, levels.words(locale), laws.titles(locale), open, known, messages);
    }

    /**
     * The words of a page.
     *
     * @param levels of confidentiality, from 1
     * @param laws by their codes
     * @param open departments of today, as they are listed
     */
    record Said(
            Locale locale,
            List<String> levels,
            Map<String, String> laws,
            List<Department> open,
            Map<DepartmentId, Department> known,
            MessageSource messages) {

        public String level(int value) {
            return levels.get(value - 1);
        }

        public String department(DepartmentId id) {
            return Optional.ofNullable(known.get(id))
                    .map(d -> d.nameIn(locale.getLanguage()))
                    .orElse("?");
        }

        public String users(UserScope scope) {
            String departments = scope.everybody()
                    ? say("asset.everybody")
                    : scope.departments().stream().map(this::department).collect(Collectors.joining(say("asset.and")));
            return departments.isEmpty() || scope.outsiders().isEmpty()
                    ? departments + scope.outsiders()
                    : departments + say("asset.and") + scope.outsiders();
        }

        public String law(String code) {
            return laws.getOrDefault(code, code);
        }

        public String laws(List<String> codes) {
            return codes.stream().map(this::law).collect(Collectors.joining(say("asset.and")));
        }

        public String answers(List<String> codes) {
            return codes.stream().map(c -> say("answer." + c)).collect(Collectors.joining("\n"));
        }

        /** What the record, a filter or a file says of a field, as the page says it. */
        public String value(String field, String value) {
            if (value.isEmpty()) {
                return "";
            }
            return switch (field) {
                case "confidentiality" -> value.matches("[1-3]") ? value + " " + level(Integer.parseInt(value)) : value;
                case "importance" -> value.equals("0") ? say("asset.importance-follows") : value;
                case "legal" ->
                    AND.splitAsStream(value)
                            .map(c -> c.equals("any") ? say("asset.any") : law(c))
                            .collect(Collectors.joining(say("asset.and")));
                case "answers" ->
                    AND.splitAsStream(value).map(c -> say("answer." + c)).collect(Collectors.joining(say("asset.and")));
                case "department" -> department(DepartmentId.of(value));
                case "medium", "personal", "marking", "state", "want" -> say(field + "." + value);
                case "everybody" -> say("asset.yes-no." + value);
                default -> value;
            };
        }

        /** What a record holds of a field, ids by name. */
        public String of(String field, Object value) {
            String text = value instanceof List<?> several
                    ? several.stream().map(String::valueOf).collect(Collectors.joining(", "))
                    : String.valueOf(value);
            String said = value(field, text);
            String named = DEPARTMENT
                    .matcher(said)
                    .replaceAll(m -> Matcher.quoteReplacement(department(DepartmentId.of(m.group(1)))));
            return named.isEmpty() ? "–" : named;
        }

        private String say(String code) {
            return String.valueOf(messages.getMessage(code, null, code, locale));
        }
    }
}
