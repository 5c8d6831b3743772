package org.hoshimori.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedFolderTests {

    @TempDir
    private Path temporary;

    private Path shared;
    private DataFolder first;

    @BeforeEach
    void make() throws IOException {
        shared = Files.createDirectory(temporary.resolve("shared"));
        first = DataFolder.open(temporary.resolve("first"));
    }

    @Test
    void keepsWhatNodesHaveInCommonThere() {
        SharedFolder.join(first, shared);
        DataFolder second = node("second", first);
        SharedFolder.join(second, shared);

        assertThat(second.files()).isEqualTo(first.files()).isEqualTo(shared.resolve("files"));
        assertThat(second.evidence()).isEqualTo(first.evidence());
        assertThat(second.backups()).isEqualTo(first.backups());
        assertThat(second.postgres()).isEqualTo(second.root().resolve("postgres"));
    }

    @Test
    void isRememberedByTheDataFolder() {
        SharedFolder.join(first, shared);

        assertThat(DataFolder.open(first.root()).files()).isEqualTo(shared.resolve("files"));
    }

    @Test
    void refusesAFolderThatIsNotMounted() throws IOException {
        SharedFolder.join(first, shared);
        Files.move(shared, temporary.resolve("elsewhere"));
        Files.createDirectory(shared);

        refuses("storage-shared-missing", () -> DataFolder.open(first.root()).files());
        refuses("storage-shared-missing", () -> SharedFolder.join(first, shared));
        assertThat(shared).isEmptyDirectory();
    }

    @Test
    void refusesTheFolderOfOthers() throws IOException {
        DataFolder other = DataFolder.open(temporary.resolve("other"));
        SharedFolder.join(first, shared);
        refuses("storage-shared-other", () -> SharedFolder.join(other, shared));

        Path documents = Files.createDirectory(temporary.resolve("documents"));
        Files.writeString(documents.resolve("plan.txt"), "ours");
        refuses("storage-foreign-folder", () -> SharedFolder.join(other, documents));
    }

    @Test
    void refusesToLeaveBehindWhatANodeHasKept() throws IOException {
        Path file = Files.createDirectories(first.files().resolve("ab")).resolve("abcd");
        Files.writeString(file, "attachment");

        refuses("storage-shared-own", () -> SharedFolder.join(first, shared));
        assertThat(first.files()).as("still its own").isEqualTo(first.root().resolve("files"));

        Files.move(first.files(), shared.resolve("files"));
        SharedFolder.join(first, shared);
        assertThat(first.files().resolve("ab/abcd")).hasContent("attachment");
    }

    private DataFolder node(String name, DataFolder like) {
        DataFolder folder = DataFolder.open(temporary.resolve(name));
        new Secrets(like).all().forEach((secret, value) -> new Secrets(folder).keep(secret, () -> value));
        return folder;
    }

    private static void refuses(String code, Runnable act) {
        assertThatExceptionOfType(StorageRefused.class)
                .isThrownBy(act::run)
                .extracting(StorageRefused::code)
                .isEqualTo(code);
    }
}
