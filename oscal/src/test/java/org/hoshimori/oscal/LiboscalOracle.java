package org.hoshimori.oscal;

import gov.nist.secauto.metaschema.core.metapath.item.node.IDocumentNodeItem;
import gov.nist.secauto.metaschema.databind.io.Format;
import gov.nist.secauto.metaschema.databind.io.SerializationFeature;
import gov.nist.secauto.oscal.lib.OscalBindingContext;
import gov.nist.secauto.oscal.lib.model.Catalog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** NIST's Java library as a second opinion. */
final class LiboscalOracle {

    private LiboscalOracle() {}

    /** The profile resolved by the library, read back by us. */
    static OscalCatalog resolved(Path profile) throws Exception {
        IDocumentNodeItem document =
                new gov.nist.secauto.oscal.lib.profile.resolver.ProfileResolver().resolve(profile.toAbsolutePath());
        return ours((Catalog) document.getValue());
    }

    /** Any catalog read by the library, in any format, and written by it as JSON or XML, read back by us. */
    static OscalCatalog reread(Path file, Format as) throws IOException {
        return ours(OscalBindingContext.instance().loadCatalog(file.toAbsolutePath()), as);
    }

    private static OscalCatalog ours(Catalog catalog) throws IOException {
        return ours(catalog, Format.JSON);
    }

    private static OscalCatalog ours(Catalog catalog, Format as) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        var serializer = OscalBindingContext.instance().newSerializer(as, Catalog.class);
        serializer.set(SerializationFeature.SERIALIZE_ROOT, true);
        serializer.serialize(catalog, out);
        // The library spells out the namespace that is meant anyway.
        String text = out.toString(StandardCharsets.UTF_8).replace(" ns=\"" + Prop.OSCAL_NS + "\"", "");
        return (OscalCatalog) OscalReader.read("liboscal", text.getBytes(StandardCharsets.UTF_8));
    }
}
