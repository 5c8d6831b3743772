package org.hoshimori.documents;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hoshimori.catalog.Lang;

/** Writes a statement of applicability as a spreadsheet: a sheet of clauses and a sheet of parameters. */
final class ApplicabilityWriter {

    private final ApplicabilityStatement statement;
    private final Labels labels;

    private ApplicabilityWriter(ApplicabilityStatement statement) {
        this.statement = statement;
        this.labels = Labels.in(statement.lang());
    }

    static byte[] write(ApplicabilityStatement statement) throws IOException {
        return new ApplicabilityWriter(statement).file();
    }

    private byte[] file() throws IOException {
        Sheet clauses = clauses();
        Sheet parameters = parameters();
        String font = statement.lang() == Lang.JA ? "BIZ UDPGothic" : "Arial";
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", resource("content-types.xml"));
        parts.put("_rels/.rels", resource("package-rels.xml"));
        parts.put("xl/workbook.xml", workbook(clauses, parameters));
        parts.put("xl/_rels/workbook.xml.rels", resource("workbook-rels.xml"));
        parts.put("xl/styles.xml", resource("styles.xml").replace("@font@", font));
        parts.put("xl/worksheets/sheet1.xml", clauses.markup());
        parts.put("xl/worksheets/sheet2.xml", parameters.markup());
        OfficeProperties properties = new OfficeProperties(
                statement.lang(),
                labels.get("soa.title") + " – " + CleanText.of(statement.regulation()),
                CleanText.of(statement.company()),
                CleanText.of(statement.revision()),
                statement.dated());
        parts.put("docProps/core.xml", properties.core());
        parts.put("docProps/app.xml", properties.application());
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        parts.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return SteadyZip.of(bytes);
    }

    private static String resource(String name) {
        return Resources.text("sheet/" + name);
    }

    private String workbook(Sheet clauses, Sheet parameters) {
        Markup out = new Markup();
        out.raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        out.start("workbook")
                .attribute("xmlns", "http://schemas.openxmlformats.org/spreadsheetml/2006/main")
                .attribute("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships");
        out.start("bookViews")
                .start("workbookView")
                .attribute("activeTab", "0")
                .end("workbookView")
                .end();
        List<String> names = List.of(labels.get("soa.sheet.clauses"), labels.get("soa.sheet.parameters"));
        out.start("sheets");
        for (int i = 0; i < names.size(); i++) {
            String number = Integer.toString(i + 1);
            out.start("sheet").attribute("name", names.get(i)).attribute("sheetId", number);
            out.attribute("r:id", "rId" + number).end("sheet");
        }
        out.end().start("definedNames");
        filter(out, 0, names.get(0), clauses);
        filter(out, 1, names.get(1), parameters);
        titles(out, 0, names.get(0));
        titles(out, 1, names.get(1));
        return out.end().end().toString();
    }

    private static void filter(Markup out, int sheet, String name, Sheet content) {
        out.start("definedName").attribute("name", "_xlnm._FilterDatabase");
        out.attribute("localSheetId", Integer.toString(sheet)).attribute("hidden", "1");
        out.text("'" + name + "'!" + content.absoluteTable()).end();
    }

    /** The table's head repeats on every printed page. */
    private static void titles(Markup out, int sheet, String name) {
        out.start("definedName")
                .attribute("name", "_xlnm.Print_Titles")
                .attribute("localSheetId", Integer.toString(sheet));
        out.text("'" + name + "'!$" + (Sheet.HEAD + 1) + ":$" + (Sheet.HEAD + 1))
                .end();
    }

    private Sheet clauses() {
        List<Sheet.Row> rows = statement.clauses().stream()
                .map(c -> new Sheet.Row(
                        List.of(
                                c.id(),
                                c.chapter(),
                                c.number(),
                                c.title(),
                                labels.get(c.applies() ? "soa.applies.yes" : "soa.applies.no"),
                                c.reason(),
                                lived(c),
                                String.join(" ", c.csf()),
                                String.join("\n", c.annexA()),
                                String.join("\n", c.values())),
                        !c.applies()))
                .toList();
        return sheet(
                List.of(
                        column("id", 14),
                        column("chapter", 20),
                        column("number", 8),
                        column("clause", 30),
                        column("applies", 11),
                        column("reason", 28),
                        column("lived", 26),
                        column("csf", 14),
                        column("annex", 16),
                        column("values", 52)),
                rows,
                4);
    }

    private Sheet sheet(List<Sheet.Column> columns, List<Sheet.Row> rows, int frozen) {
        List<String> about =
                new ArrayList<>(List.of(statement.company(), statement.regulation(), statement.revision()));
        if (!statement.effectiveOn().isEmpty()) {
            about.add(labels.get("effective-on") + " " + statement.effectiveOn());
        }
        String whose = String.join("　", about);
        return new Sheet(labels.get("soa.title"), whose, whose, columns, rows, frozen);
    }

    private Sheet.Column column(String label, int width) {
        return new Sheet.Column(labels.get("soa." + label), width);
    }

    private String lived(ApplicabilityStatement.Clause clause) {
        List<String> ways = new ArrayList<>();
        way(ways, "soa.lived.executed", clause.executed());
        way(ways, "soa.lived.person", clause.person());
        way(ways, "soa.lived.text", clause.text());
        return String.join("\n", ways);
    }

    private void way(List<String> ways, String label, int count) {
        if (count > 0) {
            ways.add(labels.get(label) + " (" + count + ")");
        }
    }

    private Sheet parameters() {
        List<Sheet.Row> rows = statement.parameters().stream()
                .map(p -> new Sheet.Row(
                        List.of(
                                p.id(),
                                p.clause(),
                                p.label(),
                                p.value(),
                                p.sample(),
                                p.unit(),
                                labels.get(
                                        switch (p.state()) {
                                            case SET -> "soa.state.set";
                                            case SAMPLE -> "soa.state.sample";
                                            case FILL -> "soa.state.fill";
                                            case CHOOSE -> "soa.state.choose";
                                        }),
                                p.setBy()),
                        false))
                .toList();
        return sheet(
                List.of(
                        column("parameter", 32),
                        column("parameter.clause", 14),
                        column("parameter.label", 34),
                        column("parameter.value", 36),
                        column("parameter.sample", 36),
                        column("parameter.unit", 12),
                        column("parameter.state", 16),
                        column("parameter.set-by", 26)),
                rows,
                1);
    }
}
