package org.hoshimori;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import org.springframework.modulith.docs.Documenter.CanvasOptions;
import org.springframework.modulith.docs.Documenter.DiagramOptions;

/** {@code docs/modules} is generated, here; {@code bin/modules} renews it. */
class ModulePagesTests {

    private static final Path KEPT = Path.of("../docs/modules");

    @TempDir
    private Path temp;

    @Test
    void thePagesOfTheModulesAreUpToDate() throws IOException {
        Path folder = Boolean.getBoolean("modules.renew") ? KEPT : temp;
        DiagramOptions uml = DiagramOptions.defaults().withStyle(DiagramOptions.DiagramStyle.UML);
        // Not all at once: that writes into the classes as well, and what is shipped would depend on whether tests ran.
        new Documenter(
                        ApplicationModules.of(Application.class),
                        Documenter.Options.defaults().withOutputFolder(folder.toString()))
                .writeModulesAsPlantUml(uml)
                .writeIndividualModulesAsPlantUml(uml)
                .writeModuleCanvases(CanvasOptions.defaults())
                .writeAggregatingDocument(uml, CanvasOptions.defaults());
        inOrder(folder);
        Files.writeString(folder.resolve("README.md"), ModuleIndex.of(ApplicationModules.of(Application.class)));
        assertThat(pages(KEPT))
                .as("docs/modules is out of date: run bin/modules and commit what it changes")
                .isEqualTo(pages(folder));
        assertThat(pages(KEPT).get("README.md"))
                .contains("`PeopleRegister`", "`PersonJoined`", "core.identity --> core.organization");
    }

    /** The documenter writes the arrows of a diagram in an order that changes. */
    private static void inOrder(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".puml")).toList()) {
                List<String> lines = Files.readAllLines(file);
                Iterator<String> arrows =
                        lines.stream().filter(l -> l.contains(" --> ")).sorted().iterator();
                lines.replaceAll(l -> l.contains(" --> ") ? arrows.next() : l);
                Files.write(file, lines);
            }
        }
    }

    private static Map<String, String> pages(Path folder) throws IOException {
        Map<String, String> pages = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    pages.put(file.getFileName().toString(), Files.readString(file));
                }
            }
        }
        return pages;
    }
}
