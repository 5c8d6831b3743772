package org.hoshimori.core.scim;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes a user as RFC 7644, 3.5.2 says: add, replace and remove, by a path or by the members of a value. */
final class Patch {

    /** {@code urn:…:User:department}, {@code name.familyName}, {@code emails[type eq "work"].value}. */
    private static final Pattern PATH =
            Pattern.compile("(?:(urn:[\\w.:-]+:User):)?(\\w+)(?:\\[[^\\]]*\\])?(?:\\.(\\w+))?");

    private static final int MOST = 50;

    private Patch() {}

    static void apply(ObjectNode user, JsonNode patch) {
        JsonNode operations = patch.path("Operations");
        if (!operations.isArray() || operations.size() > MOST) {
            throw wrong();
        }
        for (JsonNode operation : operations) {
            String op = UserJson.text(operation, "op").toLowerCase(Locale.ROOT);
            String path = UserJson.text(operation, "path");
            JsonNode value = operation.path("value");
            switch (op) {
                case "add", "replace" -> set(user, path, value);
                case "remove" -> remove(user, path);
                default -> throw wrong();
            }
        }
    }

    private static void set(ObjectNode user, String path, JsonNode value) {
        if (path.isEmpty()) {
            if (!value.isObject()) {
                throw wrong();
            }
            value.properties().forEach(member -> set(user, member.getKey(), member.getValue()));
            return;
        }
        if (path.equals(UserJson.ENTERPRISE) && value.isObject()) {
            value.properties().forEach(m -> object(user, path).set(m.getKey(), m.getValue()));
            return;
        }
        Matcher parts = parts(path);
        ObjectNode owner = parts.group(1) == null ? user : object(user, parts.group(1));
        String name = parts.group(2);
        String part = parts.group(3);
        if (part == null) {
            owner.set(name, value);
        } else if (name.equals("emails")) {
            ArrayNode emails = owner.putArray(name);
            emails.addObject().put("primary", true).set(part, value);
        } else {
            object(owner, name).set(part, value);
        }
    }

    private static void remove(ObjectNode user, String path) {
        if (path.isEmpty()) {
            throw new ScimRefused(HttpStatus.BAD_REQUEST, "noTarget", "scim.patch");
        }
        Matcher parts = parts(path);
        ObjectNode owner = parts.group(1) == null ? user : object(user, parts.group(1));
        if (parts.group(3) == null) {
            owner.remove(parts.group(2));
        } else if (owner.path(parts.group(2)) instanceof ObjectNode object) {
            object.remove(parts.group(3));
        }
    }

    private static Matcher parts(String path) {
        Matcher parts =
                PATH.matcher(path.startsWith(UserJson.USER + ":") ? path.substring(UserJson.USER.length() + 1) : path);
        if (!parts.matches()) {
            throw new ScimRefused(HttpStatus.BAD_REQUEST, "invalidPath", "scim.patch");
        }
        return parts;
    }

    private static ObjectNode object(ObjectNode owner, String name) {
        return owner.path(name) instanceof ObjectNode object ? object : owner.putObject(name);
    }

    private static ScimRefused wrong() {
        return new ScimRefused(HttpStatus.BAD_REQUEST, "invalidSyntax", "scim.patch");
    }
}
