package org.hoshimori.compiler;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.hoshimori.catalog.Catalog;
import org.hoshimori.catalog.Chapter;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.Parameter;

/**
 * Writes one Java class per chapter with a typed key for each parameter, so that code that reads a parameter can neither
 * misspell its id nor mistake its type. A name that stands twice in a chapter carries its section: {@code
 * MIN_LENGTH_9_3_P}.
 */
final class ParameterClasses {

    private static final String KEY = "ParameterKey";

    private ParameterClasses() {}

    /** Java source by class name. */
    static Map<String, String> write(Catalog catalog) {
        Map<String, String> sources = new LinkedHashMap<>();
        for (Chapter chapter : catalog.chapters()) {
            String name = capital(chapter.id()) + "Parameters";
            sources.put(name, source(name, chapter));
        }
        return sources;
    }

    private static String source(String name, Chapter chapter) {
        List<Parameter> parameters = chapter.allParameters().toList();
        Map<String, Long> counts =
                parameters.stream().collect(Collectors.groupingBy(p -> constant(p.name()), Collectors.counting()));
        StringBuilder out = new StringBuilder("package org.hoshimori.catalog.parameters;\n\n");
        out.append("import org.hoshimori.catalog.ParameterKey;\n\n");
        out.append("/** Parameters of chapter ")
                .append(chapter.id())
                .append(" – ")
                .append(doc(chapter.title().in(Lang.EN)));
        out.append(". Generated from the catalog. */\npublic final class ")
                .append(name)
                .append(" {\n");
        out.append("    private ").append(name).append("() {}\n");
        for (Parameter parameter : parameters) {
            String constant = constant(parameter.name());
            if (counts.getOrDefault(constant, 0L) > 1) {
                constant += "_" + words(section(parameter, chapter));
            }
            out.append("\n    /** ").append(doc(parameter.label().in(Lang.EN))).append(". */\n");
            out.append("    public static final ")
                    .append(declaration(parameter, constant))
                    .append(";\n");
            if (!parameter.choices().isEmpty()) {
                out.append(choices(parameter, constant));
            }
        }
        return out.append("}\n").toString();
    }

    private static String section(Parameter parameter, Chapter chapter) {
        String clause = parameter.clause();
        return clause.equals(chapter.id())
                ? clause
                : clause.substring(chapter.id().length() + 1);
    }

    private static String declaration(Parameter parameter, String constant) {
        String id = '"' + parameter.id() + '"';
        return switch (parameter.type()) {
            case TEXT -> KEY + ".OfText " + constant + " = new " + KEY + ".OfText(" + id + ")";
            case POST -> KEY + ".OfPost " + constant + " = new " + KEY + ".OfPost(" + id + ")";
            case POSTS -> KEY + ".OfPosts " + constant + " = new " + KEY + ".OfPosts(" + id + ")";
            case MONTH -> KEY + ".OfMonth " + constant + " = new " + KEY + ".OfMonth(" + id + ")";
            case DATE -> KEY + ".OfDate " + constant + " = new " + KEY + ".OfDate(" + id + ")";
            case INTEGER -> KEY + ".OfInteger " + constant + " = new " + KEY + ".OfInteger(" + id + ")";
            case DURATION, RHYTHM -> KEY + ".OfSpan " + constant + " = new " + KEY + ".OfSpan(" + id + ")";
            case BOOLEAN -> KEY + ".OfBoolean " + constant + " = new " + KEY + ".OfBoolean(" + id + ")";
            case CHOICE -> choiceKey("OfChoice", constant, id);
            case CHOICES -> choiceKey("OfChoices", constant, id);
        };
    }

    private static String choiceKey(String kind, String constant, String id) {
        String type = typeName(constant);
        return KEY + "." + kind + "<" + type + "> " + constant + " = new " + KEY + "." + kind + "<>(" + id + ", " + type
                + ".class)";
    }

    private static String choices(Parameter parameter, String constant) {
        StringBuilder out = new StringBuilder("\n    /** Alternatives of " + parameter.id() + ". */\n    public enum ");
        out.append(typeName(constant)).append(" {\n");
        out.append(parameter.choices().stream()
                .map(c -> "        /** " + doc(c.words().in(Lang.EN)) + ". */\n        " + constant(c.code()))
                .collect(Collectors.joining(",\n")));
        return out.append("\n    }\n").toString();
    }

    private static String constant(String text) {
        String name = words(text);
        return Character.isDigit(name.charAt(0)) ? "N" + name : name;
    }

    private static String words(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    private static String typeName(String constant) {
        StringBuilder out = new StringBuilder();
        for (String word : constant.split("_", -1)) {
            out.append(capital(word.toLowerCase(Locale.ROOT)));
        }
        return out.toString();
    }

    private static String capital(String word) {
        return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static String doc(String text) {
        return text.replaceAll("\\{[^}]*}|\\[\\[[^]]*]]|<[^>]*>", "…")
                .replace("*/", "")
                .replace("@", "")
                .replace("&", "and")
                .replaceAll("[<>]", "")
                .replaceAll("\\.$", "");
    }
}
