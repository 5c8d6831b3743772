package org.hoshimori.cli;

import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine;

/** Which files may be attached. */
final class AttachmentOptions {

    private static final int LARGEST = 2_000;
    private static final long MEGA = 1_000_000;

    @CommandLine.Option(
            names = "--attachment-limit",
            paramLabel = "MB",
            defaultValue = "50",
            descriptionKey = "attachment-limit")
    private int limit;

    @CommandLine.Option(names = "--clamd", paramLabel = "HOST:PORT", defaultValue = "", descriptionKey = "clamd")
    private String clamd = "";

    /** In the application's names; refuses what can't be. */
    Map<String, Object> settings() {
        if (limit < 1 || limit > LARGEST) {
            throw new Refused("serve-attachment-limit", Integer.toString(limit), Integer.toString(LARGEST));
        }
        if (!clamd.isEmpty() && !clamd.matches("[^:\\s]+:[1-9][0-9]{0,4}|\\[[0-9a-fA-F:]+]:[1-9][0-9]{0,4}")) {
            throw new Refused("serve-clamd", Errors.oneLine(clamd));
        }
        Map<String, Object> settings = new HashMap<>();
        settings.put("hoshimori.attachments.most", limit * MEGA);
        settings.put("hoshimori.attachments.clamd", clamd);
        return settings;
    }
}
