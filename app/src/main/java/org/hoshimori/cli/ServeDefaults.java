package org.hoshimori.cli;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * Settings that the command line does not give: {@code --public-url} is {@code HOSHIMORI_PUBLIC_URL} in the environment, and
 * {@code public-url} in the file {@code hoshimori.conf} of the working folder, or the one that {@code HOSHIMORI_CONF} names.
 */
final class ServeDefaults implements CommandLine.IDefaultValueProvider {

    private final Properties file;

    ServeDefaults() {
        this.file = read(Path.of(System.getenv().getOrDefault("HOSHIMORI_CONF", "hoshimori.conf")));
    }

    private static Properties read(Path path) {
        Properties properties = new Properties();
        if (Files.isRegularFile(path)) {
            try (Reader in = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
                properties.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return properties;
    }

    @Override
    public @Nullable String defaultValue(CommandLine.Model.ArgSpec argument) {
        if (!(argument instanceof CommandLine.Model.OptionSpec option) || option.usageHelp()) {
            return null;
        }
        String name = option.longestName().replaceFirst("^--", "");
        String environment = System.getenv("HOSHIMORI_" + name.replace('-', '_').toUpperCase(Locale.ROOT));
        return environment != null ? environment : file.getProperty(name);
    }
}
