package org.hoshimori.cli;

import java.nio.file.Path;
import java.util.Map;
import org.hoshimori.logarchive.Archive;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What every command about logs takes. */
final class LogsOptions {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @CommandLine.Option(names = "--archive", required = true, paramLabel = "DIR", descriptionKey = "logs.archive")
    private Path archive = Path.of("");

    /** How a command prints. */
    enum Format {
        text,
        json
    }

    Path folder() {
        return archive;
    }

    Archive open() {
        return Archive.open(archive);
    }

    /** A result as one JSON object that names its version. */
    static String json(Object result) {
        ObjectNode object = JSON.createObjectNode();
        object.put("version", 1);
        ObjectNode rest = JSON.valueToTree(result);
        object.setAll(rest);
        return JSON.writeValueAsString(object);
    }

    static String line(Map<String, ?> object) {
        return JSON.writeValueAsString(object);
    }

    static String line(Object object) {
        return JSON.writeValueAsString(object);
    }

    /** What another process of ours answered. */
    static <T> T read(JsonNode answer, Class<T> type) {
        return JSON.treeToValue(answer, type);
    }
}
