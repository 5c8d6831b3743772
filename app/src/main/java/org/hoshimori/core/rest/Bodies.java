package org.hoshimori.core.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.hoshimori.core.api.Problems;
import org.hoshimori.proof.Hash;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.StdSerializer;

/** Bodies of calls and answers, and the tags of what is told. */
final class Bodies {

    /** Bytes of a body at most. */
    static final int MOST = 1 << 20;

    private static final int TAG_BYTES = 15;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(20)
                            .maxDocumentLength(MOST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .addModule(new SimpleModule().addSerializer(new EnumCodes()))
            .build();

    private Bodies() {}

    /** Writes what an enum holds as it is read: {@code part-time}. */
    @SuppressWarnings("rawtypes")
    private static final class EnumCodes extends StdSerializer<Enum> {

        EnumCodes() {
            super(Enum.class);
        }

        @Override
        public void serialize(Enum value, JsonGenerator out, SerializationContext context) {
            out.writeString(Members.code(value));
        }
    }

    static byte[] written(Object told) {
        return JSON.writeValueAsBytes(told);
    }

    static ResponseEntity<byte[]> json(HttpStatus status, byte[] body, Locale locale) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Content-Language", locale.getLanguage())
                .header("Cache-Control", "private, no-cache")
                .header("Vary", "Accept-Language, Authorization, Cookie")
                .body(body);
    }

    /** What stands for exactly this told so: any change of what is told makes another. */
    static String tag(byte[] body) {
        byte[] hash = Hash.sha256(body).bytes();
        byte[] first = java.util.Arrays.copyOf(hash, TAG_BYTES);
        return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(first) + '"';
    }

    /** The bytes that were sent, not too many. */
    static byte[] sent(HttpServletRequest request) {
        try {
            byte[] body = request.getInputStream().readNBytes(MOST + 1);
            if (body.length > MOST) {
                throw Refused.of(HttpStatus.CONTENT_TOO_LARGE, "too-large", MOST >> 20);
            }
            return body;
        } catch (IOException e) {
            throw Refused.of(HttpStatus.BAD_REQUEST, "malformed");
        }
    }

    /** The object that was sent; nothing at all is one without members. */
    static ObjectNode object(HttpServletRequest request, byte[] body) {
        if (body.length == 0) {
            return JSON.createObjectNode();
        }
        String type = request.getContentType();
        if (type == null || !MediaType.APPLICATION_JSON.equalsTypeAndSubtype(type(type))) {
            throw Refused.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "media-type", "application/json");
        }
        try {
            JsonNode read = JSON.readTree(body);
            if (read instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw new Refused(HttpStatus.BAD_REQUEST, "malformed", List.<Problems.Wrong>of());
        }
        throw Refused.of(HttpStatus.BAD_REQUEST, "malformed");
    }

    private static MediaType type(String said) {
        try {
            return MediaType.parseMediaType(said);
        } catch (RuntimeException e) {
            return MediaType.ALL;
        }
    }
}
