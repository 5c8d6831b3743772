package org.hoshimori.core.scim;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.hoshimori.core.organization.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A person as SCIM's user, and what of a user is a person's. */
final class UserJson {

    static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    static final JsonMapper JSON = JsonMapper.builder().build();

    private UserJson() {}

    static ObjectNode of(Person person, Optional<String> externalId, LocalDate today) {
        ObjectNode user = JSON.createObjectNode();
        user.putArray("schemas").add(USER).add(ENTERPRISE);
        user.put("id", person.id().toString());
        externalId.ifPresent(id -> user.put("externalId", id));
        user.put("userName", person.mail());
        user.putObject("name")
                .put("formatted", person.name().full())
                .put("familyName", person.name().family())
                .put("givenName", person.name().given());
        user.put("displayName", person.name().full());
        user.putArray("emails")
                .addObject()
                .put("value", person.mail())
                .put("type", "work")
                .put("primary", true);
        user.put("userType", person.employment().code());
        user.put("preferredLanguage", person.language());
        user.put("active", person.worksOn(today));
        ObjectNode enterprise = user.putObject(ENTERPRISE).put("employeeNumber", person.staffNumber());
        person.inDepartment().ifPresent(d -> enterprise.put("department", d.toString()));
        user.putObject("meta")
                .put("resourceType", "User")
                .put("location", "/scim/v2/Users/" + person.id())
                .put("version", "W/\"" + person.version() + "\"");
        return user;
    }

    /** A text at a place; empty where there is none. */
    static String text(JsonNode user, String... path) {
        JsonNode at = user;
        for (String step : path) {
            at = at.path(step);
        }
        return at.isString() ? at.asString().strip() : "";
    }

    /** The address of mail: the primary one, or the first; the user name where none is given. */
    static String mail(JsonNode user) {
        JsonNode emails = user.path("emails");
        return StreamSupport.stream(emails.spliterator(), false)
                .filter(e -> e.path("primary").asBoolean(false))
                .findFirst()
                .or(() -> StreamSupport.stream(emails.spliterator(), false).findFirst())
                .map(e -> text(e, "value"))
                .filter(v -> !v.isEmpty())
                .orElse(text(user, "userName"));
    }

    /** Whether it is active; some providers send the word instead of the truth. */
    static boolean active(JsonNode user) {
        JsonNode active = user.path("active");
        return active.isMissingNode()
                || active.isNull()
                || (active.isBoolean() ? active.asBoolean() : !active.asString().equalsIgnoreCase("false"));
    }
}
