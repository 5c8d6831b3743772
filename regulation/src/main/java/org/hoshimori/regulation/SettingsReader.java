package org.hoshimori.regulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hoshimori.catalog.Catalog;
import org.hoshimori.catalog.Parameter;
import org.hoshimori.catalog.ParameterType;
import org.hoshimori.catalog.Value;
import org.hoshimori.catalog.Values;
import org.jspecify.annotations.Nullable;

/** Lays the values of the tailorings over the samples. */
final class SettingsReader {

    private static final String EFFECTIVE_ON = "reg_effective-on";
    private static final String REVISED_ON = "_revised-on";

    private final Catalog catalog;
    private final Set<String> posts;
    private final List<Misfit> misfits;

    SettingsReader(Catalog catalog, Set<String> posts, List<Misfit> misfits) {
        this.catalog = catalog;
        this.posts = posts;
        this.misfits = misfits;
    }

    Map<String, Setting> read(List<Tailoring> tailorings) {
        Map<String, Setting> settings = new LinkedHashMap<>();
        catalog.parameters().forEach(p -> settings.put(p.id(), new Setting(p, p.sample(), null)));
        for (Tailoring tailoring : tailorings) {
            tailoring.values().forEach((id, given) -> set(settings, id, given));
        }
        dateChapters(settings);
        return settings;
    }

    /** A chapter that has no revision date of its own bears the regulation's effective date. */
    private static void dateChapters(Map<String, Setting> settings) {
        Setting effective = settings.get(EFFECTIVE_ON);
        if (effective == null || effective.value() == null) {
            return;
        }
        settings.replaceAll((id, setting) -> id.endsWith(REVISED_ON) && setting.value() == null
                ? new Setting(setting.parameter(), effective.value(), effective.setBy())
                : setting);
    }

    private void set(Map<String, Setting> settings, String id, Tailoring.Given given) {
        Setting before = settings.get(id);
        if (before == null) {
            misfits.add(new Misfit(given.place(), "unknown-parameter", id));
            return;
        }
        Value value = value(before.parameter(), given);
        if (value != null) {
            settings.put(id, new Setting(before.parameter(), value, given.place()));
        }
    }

    private @Nullable Value value(Parameter parameter, Tailoring.Given given) {
        if (parameter.type() == ParameterType.TEXT) {
            if (given.words() == null) {
                misfits.add(new Misfit(
                        given.place(), "wrong-type", parameter.id(), "text", String.join(", ", given.texts())));
                return null;
            }
            return new Value.OfText(given.words());
        }
        if (given.texts().size() > 1 && !parameter.type().several()) {
            misfits.add(new Misfit(given.place(), "one-only", parameter.id(), String.join(", ", given.texts())));
            return null;
        }
        List<String> known = ofPosts(parameter)
                ? List.copyOf(posts)
                : parameter.choices().stream().map(Parameter.Choice::code).toList();
        try {
            return Values.parse(parameter.type(), known, given.texts());
        } catch (IllegalArgumentException e) {
            String wrong = String.join(", ", given.texts());
            boolean code = ofPosts(parameter) || !parameter.choices().isEmpty();
            misfits.add(
                    code
                            ? new Misfit(
                                    given.place(),
                                    "unknown-choice",
                                    parameter.id(),
                                    code(e, wrong),
                                    String.join(", ", known.stream().sorted().toList()))
                            : new Misfit(
                                    given.place(),
                                    "wrong-type",
                                    parameter.id(),
                                    parameter.type().code(),
                                    wrong));
            return null;
        }
    }

    /** The one code of several that is unknown, or all that was written. */
    private static String code(IllegalArgumentException refused, String written) {
        String message = refused.getMessage();
        return message == null ? written : message;
    }

    private static boolean ofPosts(Parameter parameter) {
        return parameter.type() == ParameterType.POST || parameter.type() == ParameterType.POSTS;
    }
}
