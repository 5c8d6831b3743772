package org.hoshimori.core.sheets;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The parts of an .xlsx, each unpacked once before anything is read: what the archive says of their sizes may be a lie. On the way it
 * finds the merged cells, which stand behind the rows.
 */
final class XlsxParts {

    /** So large a sheet of 100,000 rows may be unpacked. */
    private static final long MOST_UNPACKED = 512L << 20;

    /** The texts of all sheets are held at once. */
    private static final long MOST_TEXTS = 128L << 20;

    private static final long MOST_RELATIONS = 1L << 20;
    private static final int MOST_PARTS = 2_000;
    private static final int MOST_SPANS = 100_000;
    private static final int LONGEST_SPAN = 200;
    private static final String TEXTS = "xl/sharedStrings.xml";
    private static final Pattern SPAN =
            Pattern.compile("mergeCell\\s[^>]{0,100}?ref=\"([A-Z]{1,3})(\\d{1,7}):([A-Z]{1,3})(\\d{1,7})\"");
    private static final Pattern RELATION = Pattern.compile("<[^>]*?Relationship\\s[^>]*>");
    private static final Pattern ID = Pattern.compile("\\sId=\"([^\"]*)\"");
    private static final Pattern TARGET = Pattern.compile("\\sTarget=\"/?(?:xl/)?([^\"]*)\"");

    private final Map<String, List<Sheet.Span>> spans = new HashMap<>();
    private final Map<String, String> parts = new HashMap<>();
    private long size;

    private XlsxParts() {}

    static XlsxParts of(Path file) throws IOException {
        XlsxParts parts = new XlsxParts();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_PARTS) {
                throw new Unreadable(SheetFile.Problem.SWELLS, "");
            }
            if (zip.getEntry("[Content_Types].xml") == null || zip.getEntry("xl/workbook.xml") == null) {
                throw new Unreadable(otherTable(zip) ? SheetFile.Problem.OTHER_TABLE : SheetFile.Problem.NO_TABLE, "");
            }
            for (ZipEntry part : Collections.list(zip.entries())) {
                if (!part.getName().startsWith("xl/media/")) {
                    try (InputStream in = zip.getInputStream(part)) {
                        parts.unpack(part.getName(), in);
                    }
                }
            }
        } catch (ZipException | EOFException e) {
            throw new Unreadable(SheetFile.Problem.DAMAGED, "");
        }
        return parts;
    }

    /** Tables of LibreOffice, Numbers and Excel's binary format. */
    private static boolean otherTable(ZipFile zip) {
        return zip.getEntry("xl/workbook.bin") != null
                || zip.getEntry("content.xml") != null
                || zip.getEntry("Index/Document.iwa") != null;
    }

    /** The merged cells of the sheet that the workbook knows by this id. */
    List<Sheet.Span> spans(String sheet) {
        return spans.getOrDefault("xl/" + parts.getOrDefault(sheet, ""), List.of());
    }

    private void unpack(String name, InputStream in) throws IOException {
        boolean sheet = name.startsWith("xl/worksheets/") && name.endsWith(".xml");
        boolean relations = name.equals("xl/_rels/workbook.xml.rels");
        byte[] away = new byte[64 << 10];
        long own = 0;
        String before = "";
        for (int read = in.read(away); read >= 0; read = in.read(away)) {
            size += read;
            own += read;
            if (size > MOST_UNPACKED || own > (name.equals(TEXTS) ? MOST_TEXTS : relations ? MOST_RELATIONS : size)) {
                throw new Unreadable(SheetFile.Problem.SWELLS, name);
            }
            if (sheet || relations) {
                String text = before + new String(away, 0, read, StandardCharsets.ISO_8859_1);
                int seen = sheet ? spansIn(name, text) : 0;
                before = sheet ? text.substring(Math.max(seen, text.length() - LONGEST_SPAN)) : text;
            }
        }
        if (relations) {
            RELATION.matcher(before).results().forEach(r -> relation(r.group()));
        }
    }

    /** Where the last one ends. */
    private int spansIn(String part, String text) {
        List<Sheet.Span> found = spans.computeIfAbsent(part, _ -> new ArrayList<>());
        int seen = 0;
        if (text.contains("mergeCell ")) {
            for (Matcher span = SPAN.matcher(text); span.find() && found.size() < MOST_SPANS; seen = span.end()) {
                found.add(new Sheet.Span(
                        column(span.group(1)),
                        Integer.parseInt(span.group(2)),
                        column(span.group(3)),
                        Integer.parseInt(span.group(4))));
            }
        }
        return seen;
    }

    private void relation(String element) {
        Matcher id = ID.matcher(element);
        Matcher target = TARGET.matcher(element);
        if (id.find() && target.find()) {
            parts.put(id.group(1), target.group(1));
        }
    }

    private static int column(String letters) {
        int column = 0;
        for (int i = 0; i < letters.length(); i++) {
            column = column * 26 + letters.charAt(i) - 'A' + 1;
        }
        return column - 1;
    }
}
