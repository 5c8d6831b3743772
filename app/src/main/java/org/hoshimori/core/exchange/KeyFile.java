package org.hoshimori.core.exchange;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.hoshimori.core.storage.DataFolder;
import org.hoshimori.core.storage.Secrets;
import org.hoshimori.core.storage.StorageRefused;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The keys of an installation in a file of their own: whoever has it and a backup can forge what comes after, so it is kept
 * apart from backups, by somebody else, best on paper or in a safe.
 *
 * @param type {@code hoshimori-keys/1}
 * @param note what it is, for who finds it
 * @param keys by their names
 */
public record KeyFile(String type, String note, Instant madeAt, Map<String, byte[]> keys) {

    private static final String TYPE = "hoshimori-keys/1";
    private static final String NOTE =
            "Keys of Hoshimori. Keep them secret, and apart from backups. / 星守の鍵です。" + "秘密にし、バックアップとは別の場所に保管してください。";

    /** Writes the keys of this folder into a new file, readable to its owner alone; makes those that are not there yet. */
    public static void write(DataFolder folder, Path to, Instant now) throws IOException {
        Secrets secrets = new Secrets(folder);
        BackupKey.of(secrets);
        byte[] json = JsonMapper.shared().writeValueAsBytes(new KeyFile(TYPE, NOTE, now, secrets.all()));
        try (FileChannel out = FileChannel.open(
                to,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            ByteBuffer rest = ByteBuffer.wrap(json);
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            out.force(true);
        }
    }

    /** Reads it; refuses what is no such file. */
    static KeyFile read(Path from) throws IOException {
        try {
            @Nullable KeyFile file = JsonMapper.shared().readValue(Files.readAllBytes(from), KeyFile.class);
            if (file != null && TYPE.equals(file.type) && !file.keys.isEmpty()) {
                return file;
            }
        } catch (JacksonException | NullPointerException e) {
            // Refused below.
        }
        throw new StorageRefused("restore-no-keys", from.toString());
    }

    /**
     * Gives the keys of an installation to another node of it, whose folder has none yet or these.
     *
     * @throws StorageRefused if it is no key file, or the folder has other keys
     */
    public static void give(Path from, DataFolder folder) throws IOException {
        KeyFile file = read(from);
        Secrets secrets = new Secrets(folder);
        file.into(secrets);
        secrets.all().forEach((name, key) -> {
            if (!Arrays.equals(key, file.keys.getOrDefault(name, key))) {
                throw new StorageRefused("keys-others", folder.root().toString(), from.toString());
            }
        });
    }

    /** Puts the keys into a folder; those of these names that are there already stay. */
    void into(Secrets secrets) {
        keys.forEach((name, key) -> {
            if (!name.matches("[a-z0-9][a-z0-9.-]{0,60}")) {
                throw new StorageRefused("restore-no-keys", name);
            }
            secrets.keep(name, () -> key);
        });
    }
}
