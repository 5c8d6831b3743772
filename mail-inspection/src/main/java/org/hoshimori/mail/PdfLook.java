package org.hoshimori.mail;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Looks into a PDF for addresses, actions, scripts and embedded files, object by object, without drawing a page. */
final class PdfLook {

    private static final int MOST_OBJECTS = 5_000;
    private static final long MOST_DOTS = 2_000_000;
    private static final int LARGEST = 12_000_000;

    private PdfLook() {}

    static void look(FileLooker into, byte[] content) {
        if (content.length > LARGEST) {
            return;
        }
        try (PDDocument document = Loader.loadPDF(
                new RandomAccessReadBuffer(content),
                "",
                null,
                null,
                MemoryUsageSetting.setupMainMemoryOnly(40_000_000).streamCache)) {
            if (document.isEncrypted()) {
                into.trait(FileLook.Trait.ENCRYPTED);
            }
            int seen = 0;
            for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
                if (seen++ > MOST_OBJECTS || into.room(0) == 0) {
                    return;
                }
                COSObject object = document.getDocument().getObjectFromPool(key);
                COSBase value = object == null ? null : object.getObject();
                if (value instanceof COSDictionary dictionary) {
                    dictionary(into, dictionary);
                }
            }
        } catch (InvalidPasswordException e) {
            into.trait(FileLook.Trait.ENCRYPTED);
        } catch (IOException e) {
            into.trait(FileLook.Trait.BROKEN);
        }
    }

    /** A picture of the size that codes have; whole pages that were scanned are larger. */
    private static void picture(FileLooker into, COSStream stream) {
        int width = stream.getInt(COSName.WIDTH, COSName.W, 0);
        int height = stream.getInt(COSName.HEIGHT, COSName.H, 0);
        boolean square = width < height * 3L && height < width * 3L;
        if (!square || !QrCode.plausible(width, height) || (long) width * height > MOST_DOTS || into.room(0) == 0) {
            return;
        }
        try {
            PDXObject object = PDXObject.createXObject(stream, null);
            if (object instanceof PDImageXObject image) {
                QrCode.in(image.getImage()).ifPresent(into::qrCode);
            }
        } catch (IOException | RuntimeException e) {
            // A picture that can't be read shows no code.
        }
    }

    private static void dictionary(FileLooker into, COSDictionary dictionary) {
        if (dictionary instanceof COSStream stream
                && dictionary.getNameAsString(COSName.SUBTYPE, "").equals("Image")) {
            picture(into, stream);
        }
        String action = dictionary.getNameAsString(COSName.S, "");
        if (action.equals("Launch") || action.equals("JavaScript") || dictionary.containsKey(COSName.JS)) {
            into.trait(FileLook.Trait.LAUNCH);
        }
        if (dictionary.getDictionaryObject(COSName.URI) instanceof COSString uri) {
            Url.of(uri.getString()).ifPresent(into::link);
        }
        COSDictionary inner = dictionary.getCOSDictionary(COSName.A);
        if (inner != null && inner.getDictionaryObject(COSName.URI) instanceof COSString uri) {
            Url.of(uri.getString()).ifPresent(into::link);
        }
        if (dictionary.getNameAsString(COSName.TYPE, "").equals("Filespec") && dictionary.containsKey(COSName.EF)) {
            into.trait(FileLook.Trait.EMBEDDED_FILE);
            String name = dictionary.getString(COSName.UF, dictionary.getString(COSName.F, ""));
            into.name(name);
        }
    }
}
