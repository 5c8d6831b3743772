package org.hoshimori.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.json.JsonMapper;

/** The compiled catalog as JSON: written by the compiler at build, read by the product at start. */
public final class CatalogJson {

    /** Name of the compiled catalog among the resources of its jar. */
    public static final String RESOURCE = "/org/hoshimori/catalog/catalog.json";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private CatalogJson() {}

    /** The catalog's compiled form, UTF-8, on one line. */
    public static byte[] write(Catalog catalog) {
        return MAPPER.writeValueAsBytes(catalog);
    }

    /** Reads what {@link #write} wrote. */
    public static Catalog read(InputStream json) {
        return MAPPER.readValue(json, Catalog.class);
    }

    /** The catalog on the class path. */
    public static Catalog shipped() {
        try (InputStream in = CatalogJson.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the compiled catalog is not on the class path");
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
