package org.hoshimori.core.posture;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A report as JSON, for programs. */
public final class PostureJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PostureJson() {}

    /** {@code {"share":{…},"clauses":[…]}}. */
    public static String of(PostureReport report) {
        ObjectNode root = JSON.createObjectNode();
        root.putObject("share")
                .put("executed", report.share().executed())
                .put("person", report.share().person())
                .put("text", report.share().text());
        var clauses = root.putArray("clauses");
        for (ClauseState clause : report.clauses()) {
            clauses.addObject()
                    .put("id", clause.id())
                    .put("state", clause.state().code())
                    .put("ok", clause.ok())
                    .put("alarm", clause.alarm())
                    .put("skip", clause.skip())
                    .put("excepted", clause.excepted())
                    .put("overdue", clause.overdue())
                    .put("mechanism", clause.mechanism())
                    .put(
                            "evaluatedAt",
                            clause.evaluatedAt() == null
                                    ? null
                                    : clause.evaluatedAt().toString());
        }
        return root.toString();
    }
}
