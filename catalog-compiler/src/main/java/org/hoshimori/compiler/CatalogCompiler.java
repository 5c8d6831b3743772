package org.hoshimori.compiler;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hoshimori.catalog.Catalog;
import org.hoshimori.catalog.CatalogJson;
import org.hoshimori.yaml.YamlException;

/**
 * The compiler's command: {@code CatalogCompiler FOLDER RESOURCES SOURCES} reads the catalog's folder and writes the
 * compiled catalog among the resources and the typed parameter classes among the sources. Exit code 1, with one line per
 * problem, if the catalog is not whole.
 */
public final class CatalogCompiler {

    private CatalogCompiler() {}

    /** Runs the command. */
    public static void main(String[] args) throws IOException {
        System.exit(run(List.of(args), System.err));
    }

    /** Compiles; returns the exit code. Nothing is written unless the catalog is whole. */
    public static int run(List<String> args, PrintStream err) throws IOException {
        if (args.size() != 3) {
            err.println("usage: CatalogCompiler FOLDER RESOURCES SOURCES");
            return 2;
        }
        Problems problems = new Problems();
        try {
            Catalog catalog = read(Path.of(args.getFirst()), problems);
            if (problems.lines().isEmpty()) {
                emit(catalog, Path.of(args.get(1)), Path.of(args.get(2)));
            }
        } catch (YamlException e) {
            problems.add(e.place(), e.code() + " " + e.arguments());
        }
        problems.lines().forEach(err::println);
        return problems.lines().isEmpty() ? 0 : 1;
    }

    static Catalog read(Path folder, Problems problems) throws IOException {
        Catalog catalog = new CatalogReader(folder, problems).read();
        new CatalogChecks(catalog, problems).run();
        return catalog;
    }

    private static void emit(Catalog catalog, Path resources, Path sources) throws IOException {
        write(resources.resolve(CatalogJson.RESOURCE.substring(1)), CatalogJson.write(catalog));
        Path folder = sources.resolve("org/hoshimori/catalog/parameters");
        for (Map.Entry<String, String> each : ParameterClasses.write(catalog).entrySet()) {
            write(folder.resolve(each.getKey() + ".java"), each.getValue().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.write(file, content);
    }
}
