package org.hoshimori.core.scim;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What SCIM says of itself (RFC 7643, 5 to 7), and lists. */
final class ScimDocuments {

    private static final String LIST = "urn:ietf:params:scim:api:messages:2.0:ListResponse";
    private static final int MOST = 100;

    private ScimDocuments() {}

    static ObjectNode list(List<ObjectNode> users, long total, long first) {
        ObjectNode list = UserJson.JSON.createObjectNode();
        list.putArray("schemas").add(LIST);
        list.put("totalResults", total);
        list.put("startIndex", first);
        list.put("itemsPerPage", users.size());
        ArrayNode all = list.putArray("Resources");
        users.forEach(all::add);
        return list;
    }

    static ObjectNode configuration() {
        ObjectNode configuration = UserJson.JSON.createObjectNode();
        configuration.putArray("schemas").add("urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig");
        configuration.putObject("patch").put("supported", true);
        configuration
                .putObject("bulk")
                .put("supported", false)
                .put("maxOperations", 0)
                .put("maxPayloadSize", 0);
        configuration.putObject("filter").put("supported", true).put("maxResults", MOST);
        configuration.putObject("changePassword").put("supported", false);
        configuration.putObject("sort").put("supported", false);
        configuration.putObject("etag").put("supported", true);
        configuration
                .putArray("authenticationSchemes")
                .addObject()
                .put("type", "oauthbearertoken")
                .put("name", "Bearer")
                .put("description", "API token with the scope scim")
                .put("primary", true);
        return configuration;
    }

    static ObjectNode types() {
        ObjectNode type = UserJson.JSON.createObjectNode();
        type.putArray("schemas").add("urn:ietf:params:scim:schemas:core:2.0:ResourceType");
        type.put("id", "User").put("name", "User").put("endpoint", "/Users").put("schema", UserJson.USER);
        type.putArray("schemaExtensions")
                .addObject()
                .put("schema", UserJson.ENTERPRISE)
                .put("required", false);
        return list(List.of(type), 1, 1);
    }

    static ObjectNode schemas() {
        ObjectNode user = schema(UserJson.USER, "User");
        ArrayNode attributes = user.putArray("attributes");
        attribute(attributes, "userName", "string", true).put("uniqueness", "server");
        attribute(attributes, "displayName", "string", false);
        ArrayNode name = attribute(attributes, "name", "complex", true).putArray("subAttributes");
        attribute(name, "familyName", "string", true);
        attribute(name, "givenName", "string", false);
        ObjectNode emails = attribute(attributes, "emails", "complex", false).put("multiValued", true);
        ArrayNode email = emails.putArray("subAttributes");
        attribute(email, "value", "string", true);
        attribute(email, "primary", "boolean", false);
        attribute(attributes, "userType", "string", false);
        attribute(attributes, "preferredLanguage", "string", false);
        attribute(attributes, "active", "boolean", false);
        ObjectNode enterprise = schema(UserJson.ENTERPRISE, "EnterpriseUser");
        ArrayNode more = enterprise.putArray("attributes");
        attribute(more, "employeeNumber", "string", false);
        attribute(more, "department", "string", false);
        return list(List.of(user, enterprise), 2, 1);
    }

    private static ObjectNode schema(String id, String name) {
        ObjectNode schema = UserJson.JSON.createObjectNode();
        schema.putArray("schemas").add("urn:ietf:params:scim:schemas:core:2.0:Schema");
        return schema.put("id", id).put("name", name);
    }

    private static ObjectNode attribute(ArrayNode attributes, String name, String type, boolean required) {
        return attributes
                .addObject()
                .put("name", name)
                .put("type", type)
                .put("multiValued", false)
                .put("required", required)
                .put("caseExact", false)
                .put("mutability", "readWrite")
                .put("returned", "default")
                .put("uniqueness", "none");
    }
}
