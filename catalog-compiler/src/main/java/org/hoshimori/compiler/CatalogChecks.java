package org.hoshimori.compiler;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hoshimori.catalog.Catalog;
import org.hoshimori.catalog.Chapter;
import org.hoshimori.catalog.Clause;
import org.hoshimori.catalog.Condition;
import org.hoshimori.catalog.Duty;
import org.hoshimori.catalog.Entry;
import org.hoshimori.catalog.Parameter;
import org.hoshimori.catalog.ParameterType;
import org.hoshimori.catalog.Table;
import org.hoshimori.catalog.Template;
import org.hoshimori.catalog.Text;
import org.hoshimori.catalog.Value;
import org.hoshimori.catalog.Words;
import org.jspecify.annotations.Nullable;

/** What must hold across the catalog's files: ids once, references known, conditions readable, sample values of known posts. */
final class CatalogChecks {

    private final Catalog catalog;
    private final Problems problems;
    private final Set<String> clauses;
    private final Map<String, Parameter> parameters = new HashMap<>();
    private final Set<String> tables;
    private final Set<String> words = new HashSet<>();
    private final Set<String> actors = new HashSet<>();
    private final Set<String> posts;

    CatalogChecks(Catalog catalog, Problems problems) {
        this.catalog = catalog;
        this.problems = problems;
        this.clauses = catalog.clauses().map(Clause::id).collect(Collectors.toSet());
        catalog.parameters().forEach(p -> parameters.put(p.id(), p));
        this.tables = catalog.tables().map(Table::id).collect(Collectors.toSet());
        this.posts = catalog.posts().stream().map(Catalog.Named::code).collect(Collectors.toSet());
        actors.addAll(posts);
        catalog.groups().forEach(g -> actors.add(g.code()));
        catalog.chapters().stream()
                .flatMap(Chapter::entries)
                .filter(e -> !(e instanceof Table))
                .forEach(e -> words.add(e.id()));
    }

    void run() {
        idsStandOnce();
        for (Chapter chapter : catalog.chapters()) {
            chapter.entries().forEach(e -> entry(chapter, e));
            chapter.allParameters().forEach(p -> parameter(chapter, p));
        }
        catalog.posts().forEach(p -> template(p.code(), p.title()));
        catalog.rules().forEach(this::rule);
    }

    private void idsStandOnce() {
        Set<String> seen = new HashSet<>();
        for (Chapter chapter : catalog.chapters()) {
            chapter.entries().forEach(e -> {
                // A clause and its single duty share an id; nothing else may.
                String id = e instanceof Clause ? "#" + e.id() : e.id();
                if (!seen.add(id)) {
                    problems.add(chapter.id(), "the id " + e.id() + " stands twice");
                }
            });
            chapter.allParameters().forEach(p -> {
                if (!seen.add(p.id())) {
                    problems.add(chapter.id(), "the id " + p.id() + " stands twice");
                }
            });
        }
    }

    private void entry(Chapter chapter, Entry entry) {
        if (!entry.id().startsWith(chapter.id() + "-") && !entry.id().startsWith(chapter.id() + ".")) {
            problems.add(chapter.id(), entry.id() + " does not begin with its chapter's mnemonic");
        }
        condition(entry.id(), entry.when());
        switch (entry) {
            case Clause clause -> {
                template(clause.id(), clause.title());
                clause.contents().stream()
                        .filter(e -> !e.id().startsWith(clause.id()))
                        .forEach(e -> problems.add(
                                chapter.id(), e.id() + " does not begin with its clause's id " + clause.id()));
                clause.parameters().stream()
                        .filter(p -> !p.clause().equals(clause.id()))
                        .forEach(p -> problems.add(chapter.id(), p.id() + " is not a parameter of " + clause.id()));
            }
            case Duty duty -> duty(duty);
            case Text text -> template(text.id(), text.words());
            case Table table -> table(table);
        }
    }

    private void duty(Duty duty) {
        template(duty.id(), duty.words());
        duty.actors().stream()
                .filter(a -> !actors.contains(a))
                .forEach(a -> problems.add(duty.id(), "unknown actor " + a));
        boolean known = duty.record().equals("none")
                || catalog.registers().stream().anyMatch(r -> r.code().equals(duty.record()));
        if (!known) {
            problems.add(duty.id(), "unknown record " + duty.record());
        }
        String rhythm = duty.rhythm();
        if (rhythm != null && !rhythm.matches("P.*") && !parameters.containsKey(rhythm)) {
            problems.add(duty.id(), "rhythm is neither a duration nor a parameter: " + rhythm);
        }
    }

    private void table(Table table) {
        for (Table.Row row : table.rows()) {
            for (Table.Cell cell : row.cells()) {
                if (cell.words() != null) {
                    template(table.id(), cell.words());
                }
                cell.refs().stream()
                        .filter(r -> !words.contains(r))
                        .forEach(r -> problems.add(table.id(), "row " + row.id() + " names the unknown " + r));
            }
        }
    }

    private void parameter(Chapter chapter, Parameter parameter) {
        condition(parameter.id(), parameter.when());
        boolean choice = parameter.type() == ParameterType.CHOICE || parameter.type() == ParameterType.CHOICES;
        if (choice == parameter.choices().isEmpty()) {
            problems.add(chapter.id(), parameter.id() + (choice ? " lacks choices" : " has choices but is none"));
        }
        boolean ofPosts = parameter.type() == ParameterType.POST || parameter.type() == ParameterType.POSTS;
        if (ofPosts && parameter.sample() instanceof Value.OfCodes(List<String> codes)) {
            codes.stream()
                    .filter(c -> !posts.contains(c))
                    .forEach(c -> problems.add(chapter.id(), parameter.id() + " names the unknown post " + c));
        }
        parameter.choices().forEach(c -> template(parameter.id(), c.words()));
    }

    private void rule(Catalog.Rule rule) {
        for (String id : rule.at()) {
            if (!clauses.contains(id) && !parameters.containsKey(id) && !tables.contains(id) && !words.contains(id)) {
                problems.add("lint.yaml", rule.id() + " is at the unknown " + id);
            }
        }
        if (!List.of("info", "warning", "error").contains(rule.severity())) {
            problems.add("lint.yaml", rule.id() + " has the unknown severity " + rule.severity());
        }
        condition(rule.id(), rule.when());
        for (Catalog.Remedy remedy : rule.suggest()) {
            if (!parameters.containsKey(remedy.parameter())) {
                problems.add("lint.yaml", rule.id() + " suggests the unknown " + remedy.parameter());
            }
        }
    }

    private void condition(String where, @Nullable String text) {
        if (text == null) {
            return;
        }
        try {
            Condition.parse(text).ids().stream()
                    .filter(id -> !parameters.containsKey(id) && !tables.contains(id) && !clauses.contains(id))
                    .forEach(id -> problems.add(where, "condition on the unknown " + id));
        } catch (IllegalArgumentException e) {
            problems.add(where, String.valueOf(e.getMessage()));
        }
    }

    private void template(String where, Words both) {
        for (String text : new String[] {both.ja(), both.en()}) {
            if (text != null) {
                Template.parse(text).parts().forEach(part -> part(where, part));
            }
        }
    }

    private void part(String where, Template.Part part) {
        switch (part) {
            case Template.Insert(String parameter) -> {
                if (!parameters.containsKey(parameter) && !tables.contains(parameter)) {
                    problems.add(where, "inserts the unknown parameter " + parameter);
                }
            }
            case Template.PostTitle(String post) -> {
                if (!actors.contains(post)) {
                    problems.add(where, "names the unknown post " + post);
                }
            }
            case Template.Link(String clause) -> {
                if (!clauses.contains(clause)) {
                    problems.add(where, "links to the unknown clause " + clause);
                }
            }
            case Template.Plain(String text) -> {
                if (text.contains("{") || text.contains("[[")) {
                    problems.add(where, "an insertion is not closed or badly named: " + text);
                }
            }
            case Template.Break _ -> {}
        }
    }
}
