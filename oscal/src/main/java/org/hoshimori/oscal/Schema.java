package org.hoshimori.oscal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The shape of catalogs and profiles (OSCAL 1.0 to 1.2): which JSON key stands for which XML element or attribute, and
 * in which order. A line is {@code type = fields}; a field is {@code @attribute}, {@code #key-of-the-text}, or
 * {@code element[*[keys]][!][:type]}, where {@code *} means many (JSON key: the plural), {@code !} that XML wraps them
 * in an element named as the JSON key.
 */
final class Schema {

    private static final String SHAPES = """
            catalog = @uuid metadata param* control* group* back-matter
            profile = @uuid metadata import* merge modify back-matter
            metadata = title:line published:text last-modified:text version:text oscal-version:text \
            revision*! document-id* prop* link* role* location* party*parties \
            responsible-party*responsible-parties action* remarks:blocks
            revision = title:line published:text last-modified:text version:text oscal-version:text prop* link* \
            remarks:blocks
            document-id = @scheme #identifier
            role = @id title:line short-name:text description:blocks prop* link* remarks:blocks
            location = @uuid title:line address email-address*email-addresses:text telephone-number* url*:text prop* \
            link* remarks:blocks
            party = @uuid @type name:text short-name:text external-id* prop* link* \
            email-address*email-addresses:text telephone-number* address*addresses location-uuid*:text \
            member-of-organization*:text remarks:blocks
            external-id = @scheme #id
            telephone-number = @type #number
            address = @type addr-line*:text city:text state:text postal-code:text country:text
            responsible-party = @role-id party-uuid*:text prop* link* remarks:blocks
            action = @uuid @date @type @system prop* link* responsible-party*responsible-parties remarks:blocks
            prop = @name @uuid @ns @value @class @group remarks:blocks
            link = @href @rel @media-type @resource-fragment text:line
            param = @id @class @depends-on prop* link* label:line usage:blocks constraint* guideline* value*:text \
            select remarks:blocks
            constraint = description:blocks test*
            test = expression:text remarks:blocks
            guideline = prose:prose
            select = @how-many choice*choice:line
            part = @id @name @ns @class title:line prop* prose:prose part* link*
            group = @id @class title:line param* prop* link* part* group* control*
            control = @id @class title:line param* prop* link* part* control*
            back-matter = resource*
            resource = @uuid title:line description:blocks prop* document-id* citation rlink* base64 remarks:blocks
            citation = text:line prop* link*
            rlink = @href @media-type hash*hashes
            hash = @algorithm #value
            base64 = @filename @media-type #value
            import = @href include-all include-controls*include-controls exclude-controls*exclude-controls
            include-all =
            include-controls = @with-child-controls with-id*:text matching*matching
            exclude-controls = @with-child-controls with-id*:text matching*matching
            matching = @pattern
            merge = combine flat as-is:flag custom
            combine = @method
            flat =
            custom = group*:custom-group insert-controls*insert-controls
            custom-group = @id @class title:line param* prop* link* part* group*:custom-group \
            insert-controls*insert-controls
            insert-controls = @order include-all include-controls*include-controls exclude-controls*exclude-controls
            modify = set-parameter* alter*
            set-parameter = @param-id @class @depends-on prop* link* label:line usage:blocks constraint* guideline* \
            value*:text select
            alter = @control-id remove* add*
            remove = @by-name @by-class @by-id @by-item-name @by-ns
            add = @position @by-id title:line param* prop* link* part*
            """;

    private static final Set<String> SIMPLE = Set.of("text", "line", "blocks", "prose", "flag");
    private static final Map<String, Shape> BY_NAME = parse();

    private Schema() {}

    /** How a field's value is written. */
    enum Form {
        ATTRIBUTE,
        /** The element's own text. */
        CONTENT,
        TEXT,
        FLAG,
        /** One line of markup. */
        LINE,
        /** Blocks of markup within the element. */
        BLOCKS,
        /** Blocks of markup directly among the element's siblings. */
        PROSE,
        ASSEMBLY
    }

    /** A field: its XML name, its JSON key, whether it repeats and is wrapped, and the type of an assembly. */
    record Field(String xml, String json, boolean many, boolean wrapped, Form form, String type) {}

    /** The fields of a type, in XML order. */
    record Shape(String name, List<Field> fields, Map<String, Field> byXml, Map<String, Field> byJson) {

        @Nullable
        Field prose() {
            return first(Form.PROSE);
        }

        @Nullable
        Field content() {
            return first(Form.CONTENT);
        }

        private @Nullable Field first(Form form) {
            for (Field field : fields) {
                if (field.form == form) {
                    return field;
                }
            }
            return null;
        }
    }

    static @Nullable Shape shape(String type) {
        return BY_NAME.get(type);
    }

    /** The same fields in the schema's order, unknown ones last. */
    static Map<String, Object> ordered(String type, Map<String, Object> fields) {
        Shape shape = BY_NAME.get(type);
        if (shape == null) {
            return fields;
        }
        Map<String, Object> ordered = new LinkedHashMap<>();
        for (Field field : shape.fields) {
            Object value = fields.get(field.json);
            if (value != null) {
                ordered.put(field.json, value);
            }
        }
        fields.forEach(ordered::putIfAbsent);
        return ordered;
    }

    private static Map<String, Shape> parse() {
        Map<String, Shape> shapes = new HashMap<>();
        SHAPES.lines().forEach(line -> {
            String[] sides = line.split("=", 2);
            String name = sides[0].trim();
            List<Field> fields = new ArrayList<>();
            Map<String, Field> byXml = new HashMap<>();
            Map<String, Field> byJson = new HashMap<>();
            for (String word : sides[1].trim().split(" +", -1)) {
                if (!word.isEmpty()) {
                    Field field = field(word);
                    fields.add(field);
                    byXml.put(field.wrapped ? field.json : field.xml, field);
                    byJson.put(field.json, field);
                }
            }
            shapes.put(name, new Shape(name, Collections.unmodifiableList(fields), byXml, byJson));
        });
        return Map.copyOf(shapes);
    }

    private static Field field(String word) {
        if (word.startsWith("@")) {
            return new Field(word.substring(1), word.substring(1), false, false, Form.ATTRIBUTE, "");
        }
        if (word.startsWith("#")) {
            return new Field("", word.substring(1), false, false, Form.CONTENT, "");
        }
        int colon = word.indexOf(':');
        String type = colon < 0 ? "" : word.substring(colon + 1);
        String names = colon < 0 ? word : word.substring(0, colon);
        boolean wrapped = names.endsWith("!");
        names = wrapped ? names.substring(0, names.length() - 1) : names;
        int star = names.indexOf('*');
        String xml = star < 0 ? names : names.substring(0, star);
        String plural = star < 0 ? names : names.substring(star + 1);
        String json = plural.isEmpty() ? xml + "s" : plural;
        Form form = switch (type) {
            case "text" -> Form.TEXT;
            case "line" -> Form.LINE;
            case "blocks" -> Form.BLOCKS;
            case "prose" -> Form.PROSE;
            case "flag" -> Form.FLAG;
            default -> Form.ASSEMBLY;
        };
        String assembly = SIMPLE.contains(type) ? "" : type.isEmpty() ? xml : type;
        return new Field(xml, json, star >= 0, wrapped, form, assembly);
    }
}
