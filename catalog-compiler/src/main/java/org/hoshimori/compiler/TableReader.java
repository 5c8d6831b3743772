package org.hoshimori.compiler;

import static org.hoshimori.compiler.ChapterReader.coded;
import static org.hoshimori.compiler.ChapterReader.optional;
import static org.hoshimori.compiler.ChapterReader.strings;
import static org.hoshimori.compiler.ChapterReader.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hoshimori.catalog.Origin;
import org.hoshimori.catalog.ParameterType;
import org.hoshimori.catalog.Table;
import org.hoshimori.catalog.Words;
import org.hoshimori.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** Reads tables, whose rows stand in the structure file (as ids) or in the text files (as words). */
final class TableReader {

    private static final Set<String> KEYS = Set.of("table", "columns", "rows", "open", "when", "space", "origin");

    private final BothTexts texts;
    private final Problems problems;

    TableReader(BothTexts texts, Problems problems) {
        this.texts = texts;
        this.problems = problems;
    }

    Table read(YamlNode node, boolean space) {
        node.onlyKeys(KEYS);
        Map<String, YamlNode> map = node.map();
        String id = text(map, "table");
        Words caption = texts.words(id);
        List<List<String>> ja = texts.jaTable(id);
        List<List<String>> en = texts.enTable(id);
        List<YamlNode> columnNodes =
                map.containsKey("columns") ? map.getOrDefault("columns", node).list() : List.of();
        int width = columnNodes.size() + 1;
        if (!shaped(node, id, ja, en, width)) {
            return new Table(
                    id,
                    caption,
                    List.of(),
                    List.of(),
                    ChapterReader.openness(map, problems),
                    null,
                    space,
                    Origin.SOURCE);
        }
        List<Table.Column> columns = new ArrayList<>();
        for (int i = 1; i < width; i++) {
            columns.add(column(
                    columnNodes.get(i - 1),
                    new Words(ja.getFirst().get(i), en.getFirst().get(i))));
        }
        YamlNode rows = map.get("rows");
        return new Table(
                id,
                caption,
                List.copyOf(columns),
                rows != null && rows.isList() ? arranged(rows, columns.size()) : worded(node, id, ja, en, columns),
                ChapterReader.openness(map, problems),
                optional(map, "when"),
                space || ChapterReader.flag(map, "space"),
                map.containsKey("origin") && text(map, "origin").equals("ours") ? Origin.OURS : Origin.SOURCE);
    }

    private boolean shaped(YamlNode node, String id, List<List<String>> ja, List<List<String>> en, int width) {
        boolean shaped = true;
        if (ja.isEmpty() || en.isEmpty() || width == 1) {
            problems.add(node.place(), id + " lacks columns, or the head line with their labels in a text file");
            return false;
        }
        List<String> jaIds = ja.stream().skip(1).map(List::getFirst).toList();
        List<String> enIds = en.stream().skip(1).map(List::getFirst).toList();
        if (!jaIds.equals(enIds)) {
            problems.add(node.place(), id + ": rows differ between the languages: " + jaIds + " and " + enIds);
            shaped = false;
        }
        for (List<List<String>> rows : List.of(ja, en)) {
            for (List<String> row : rows) {
                if (row.size() != width) {
                    problems.add(node.place(), id + ": row " + row.getFirst() + " has not " + width + " cells");
                    shaped = false;
                }
            }
        }
        return shaped;
    }

    private Table.Column column(YamlNode node, Words label) {
        node.onlyKeys(Set.of("id", "type", "unit", "choices"));
        Map<String, YamlNode> map = node.map();
        YamlNode type = map.get("type");
        return new Table.Column(
                text(map, "id"),
                label,
                type == null ? ParameterType.TEXT : coded(type, ParameterType::of, ParameterType.TEXT, problems),
                optional(map, "unit"),
                strings(map.get("choices")));
    }

    private List<Table.Row> arranged(YamlNode rows, int width) {
        List<Table.Row> result = new ArrayList<>();
        for (YamlNode node : rows.list()) {
            node.onlyKeys(Set.of("id", "cells"));
            List<Table.Cell> cells = new ArrayList<>();
            YamlNode list = node.map().get("cells");
            for (YamlNode cell : list == null ? List.<YamlNode>of() : list.list()) {
                cells.add(new Table.Cell(
                        null, strings(cell).stream().filter(r -> !r.isEmpty()).toList()));
            }
            if (cells.size() != width) {
                problems.add(node.place(), "the row has " + cells.size() + " cells, the table " + width + " columns");
            }
            result.add(new Table.Row(text(node.map(), "id"), List.copyOf(cells)));
        }
        return List.copyOf(result);
    }

    private List<Table.Row> worded(
            YamlNode node, String id, List<List<String>> ja, List<List<String>> en, List<Table.Column> columns) {
        List<Table.Row> rows = new ArrayList<>();
        for (int r = 1; r < ja.size(); r++) {
            List<Table.Cell> cells = new ArrayList<>();
            for (int c = 0; c < columns.size(); c++) {
                String inJa = ja.get(r).get(c + 1);
                String inEn = en.get(r).get(c + 1);
                if (columns.get(c).type() != ParameterType.TEXT && !inJa.equals(inEn)) {
                    problems.add(node.place(), id + "." + ja.get(r).getFirst() + ": " + inJa + " is not " + inEn);
                }
                cells.add(new Table.Cell(words(inJa, inEn), List.of()));
            }
            rows.add(new Table.Row(ja.get(r).getFirst(), List.copyOf(cells)));
        }
        if (rows.isEmpty()) {
            problems.add(node.place(), id + " has no rows");
        }
        return List.copyOf(rows);
    }

    private static @Nullable Words words(String ja, String en) {
        return ja.isEmpty() && en.isEmpty() ? null : new Words(ja, en);
    }
}
