package org.hoshimori.compiler;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hoshimori.catalog.Catalog;
import org.hoshimori.catalog.Chapter;
import org.hoshimori.catalog.Lang;
import org.hoshimori.yaml.Place;
import org.hoshimori.yaml.YamlException;
import org.hoshimori.yaml.YamlNode;

/** Reads a catalog's folder. */
final class CatalogReader {

    private static final String CSF = "12-csf";

    private final Path folder;
    private final Problems problems;
    private final List<Catalog.Named> registers = new ArrayList<>();
    private final List<Catalog.Named> posts = new ArrayList<>();
    private final List<Catalog.Named> groups = new ArrayList<>();
    private String version = "";

    CatalogReader(Path folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    Catalog read() throws IOException {
        List<Chapter> chapters = new ArrayList<>();
        for (String name : structureFiles()) {
            if (!name.equals(CSF)) {
                chapters.add(chapter(name));
            }
        }
        BothTexts csf = texts(CSF);
        YamlNode csfRoot = yaml(CSF);
        List<Catalog.Named> csfNames = new ArrayList<>();
        for (String key : List.of("functions", "categories")) {
            for (String code : ChapterReader.strings(csfRoot.map().get(key))) {
                csfNames.add(new Catalog.Named(code, csf.words(code)));
            }
        }
        csfNames.add(new Catalog.Named("note", csf.words("csf.note")));
        csf.optionalWords("csf");
        csf.reportUnused();
        compareCsf(csfRoot, chapters);
        return new Catalog(
                version,
                digest(),
                posts,
                groups,
                List.copyOf(registers),
                csfNames,
                ChapterReader.strings(csfRoot.map().get("common")),
                List.copyOf(chapters),
                rules());
    }

    private void compareCsf(YamlNode csf, List<Chapter> chapters) {
        YamlNode mapping = csf.map().get("chapters");
        Map<String, YamlNode> byChapter = mapping == null ? Map.of() : mapping.map();
        for (Chapter chapter : chapters) {
            List<String> expected = ChapterReader.strings(byChapter.get(chapter.id()));
            if (chapter.number() > 0 && !chapter.csf().equals(expected)) {
                problems.add(csf.place(), chapter.id() + ": csf " + chapter.csf() + " is not " + expected);
            }
        }
    }

    private List<String> structureFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(f -> f.matches("\\d\\d-.*\\.yaml"))
                    .map(f -> f.substring(0, f.length() - ".yaml".length()))
                    .sorted()
                    .toList();
        }
    }

    private Chapter chapter(String name) throws IOException {
        BothTexts texts = texts(name);
        ChapterReader reader = new ChapterReader(texts, problems);
        YamlNode root = yaml(name);
        Chapter chapter = reader.read(root);
        for (Catalog.Named register : reader.registers(root)) {
            if (registers.stream().noneMatch(r -> r.code().equals(register.code()))) {
                registers.add(register);
            }
        }
        posts.addAll(reader.named(root, "posts", "@"));
        groups.addAll(reader.named(root, "groups", "@"));
        if (root.map().containsKey("version")) {
            version = ChapterReader.text(root.map(), "version");
        }
        texts.reportUnused();
        return chapter;
    }

    private List<Catalog.Rule> rules() throws IOException {
        BothTexts texts = texts("lint");
        List<Catalog.Rule> rules = new ArrayList<>();
        YamlNode list = yaml("lint").map().get("rules");
        for (YamlNode node : list == null ? List.<YamlNode>of() : list.list()) {
            node.onlyKeys(Set.of("id", "at", "severity", "when", "suggest"));
            Map<String, YamlNode> map = node.map();
            String id = ChapterReader.text(map, "id");
            YamlNode suggest = map.get("suggest");
            List<Catalog.Remedy> remedies = suggest == null
                    ? List.of()
                    : suggest.map().entrySet().stream()
                            .map(e -> new Catalog.Remedy(
                                    e.getKey(), String.join(", ", ChapterReader.strings(e.getValue()))))
                            .toList();
            rules.add(new Catalog.Rule(
                    id,
                    ChapterReader.strings(map.get("at")),
                    ChapterReader.text(map, "severity"),
                    ChapterReader.text(map, "when"),
                    remedies,
                    texts.words(id),
                    texts.words(id + ":suggestion")));
        }
        texts.reportUnused();
        return List.copyOf(rules);
    }

    private BothTexts texts(String name) throws IOException {
        return new BothTexts(text(name + ".ja.md", Lang.JA), text(name + ".en.md", Lang.EN), problems);
    }

    private TextFile text(String name, Lang lang) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            problems.add(name, "is missing");
            return TextFile.read(name, "", lang, problems);
        }
        return TextFile.read(name, content(file), lang, problems);
    }

    private YamlNode yaml(String name) throws IOException {
        String file = name + ".yaml";
        return YamlNode.read(file, content(folder.resolve(file)))
                .orElseThrow(() -> new YamlException(new Place(file, 1, 1), "yaml.empty"));
    }

    private static String content(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new YamlException(new Place(name, 1, 1), "no such file");
        } catch (CharacterCodingException e) {
            throw new YamlException(new Place(name, lineOfBrokenText(Files.readAllBytes(file)), 1), "not UTF-8");
        }
    }

    /** What is broken decodes to U+FFFD, which no catalog holds. */
    private static int lineOfBrokenText(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        int at = Math.max(0, text.indexOf('\uFFFD'));
        return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    private String digest() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (Path file : files.filter(CatalogReader::counts)
                    .sorted(Comparator.comparing(Path::getFileName))
                    .toList()) {
                byte[] content = Files.readAllBytes(file);
                sha256.update((file.getFileName() + "\0" + content.length + "\0").getBytes(StandardCharsets.UTF_8));
                sha256.update(content);
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean counts(Path file) {
        String name = file.getFileName().toString();
        return Arrays.asList(".yaml", ".ja.md", ".en.md").stream().anyMatch(name::endsWith);
    }
}
