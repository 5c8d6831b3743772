package org.hoshimori.oscal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A parameter: a place in the prose that the organization fills, by values or by choosing. */
public record Param(
        String id,
        @Nullable String className,
        @Nullable String dependsOn,
        List<Prop> props,
        List<Link> links,
        @Nullable String label,
        @Nullable String usage,
        List<Constraint> constraints,
        List<Guideline> guidelines,
        List<String> values,
        @Nullable Select select,
        @Nullable String remarks,
        Map<String, Object> extra) {

    /** Keeps immutable copies. */
    public Param {
        props = List.copyOf(props);
        links = List.copyOf(links);
        constraints = List.copyOf(constraints);
        guidelines = List.copyOf(guidelines);
        values = List.copyOf(values);
        extra = Extra.copy(extra);
    }

    /** A parameter with a label and values; no value means that it is still open. */
    public static Param of(String id, @Nullable String label, List<String> values) {
        return new Param(
                id, null, null, List.of(), List.of(), label, null, List.of(), List.of(), values, null, null, Map.of());
    }

    /** The same parameter with these properties. */
    public Param withProps(List<Prop> changed) {
        return new Param(
                id,
                className,
                dependsOn,
                changed,
                links,
                label,
                usage,
                constraints,
                guidelines,
                values,
                select,
                remarks,
                extra);
    }

    /** The same parameter with these links. */
    public Param withLinks(List<Link> changed) {
        return new Param(
                id,
                className,
                dependsOn,
                props,
                changed,
                label,
                usage,
                constraints,
                guidelines,
                values,
                select,
                remarks,
                extra);
    }

    /** The same parameter with these values or this choice. */
    public Param withValues(List<String> newValues, @Nullable Select newSelect) {
        return new Param(
                id,
                className,
                dependsOn,
                props,
                links,
                label,
                usage,
                constraints,
                guidelines,
                newValues,
                newSelect,
                remarks,
                extra);
    }

    /** What a value must be: in words and as tests. */
    public record Constraint(@Nullable String description, List<Test> tests) {

        /** Keeps an immutable copy. */
        public Constraint {
            tests = List.copyOf(tests);
        }
    }

    /** A formal test of a value. */
    public record Test(String expression, @Nullable String remarks) {}

    /** Advice on choosing a value; Markdown. */
    public record Guideline(String prose) {}

    /** A set of choices; {@code howMany} is {@code one}, {@code one-or-more} or null, which means one. */
    public record Select(@Nullable String howMany, List<String> choices) {

        /** Keeps an immutable copy. */
        public Select {
            choices = List.copyOf(choices);
        }

        /** Whether several choices may be taken. */
        public boolean many() {
            return "one-or-more".equals(howMany);
        }
    }
}
