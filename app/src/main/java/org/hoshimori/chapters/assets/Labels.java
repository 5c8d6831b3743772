package org.hoshimori.chapters.assets;

import io.nayuki.qrcodegen.QrCode;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.hoshimori.catalog.parameters.AstParameters;
import org.hoshimori.core.regulation.RegulationInForce;
import org.hoshimori.core.regulation.Revision;
import org.hoshimori.documents.LabelSheet;
import org.hoshimori.documents.Logo;
import org.springframework.stereotype.Component;

/** How an asset's confidentiality is shown ({@code ast-1.2}): the name of its folder, and a label to stick on. */
@Component
class Labels {

    /** Stand in the parameter {@code ast-1.2_folder-label} for what an asset puts there. */
    private static final List<String> LEVEL = List.of("呼び名", "label");

    private static final List<String> FOLDER = List.of("フォルダー名", "folder name");

    /** What no folder of Windows may be called. */
    private static final Pattern FORBIDDEN = Pattern.compile("[\\\\/:*?\"<>|\\p{Cntrl}]+|[. ]+$");

    private static final int MODULE = 8;
    private static final int MARGIN = 2;

    private final RegulationInForce regulation;

    Labels(RegulationInForce regulation) {
        this.regulation = regulation;
    }

    /** What its folder may be called, in the form that the regulation in force gives. */
    String folder(Asset asset, AssetWords.Said said, Locale locale) {
        Revision now = regulation.now();
        String form = now.value(AstParameters.FOLDER_LABEL)
                .map(words -> now.wording(locale).say(words))
                .orElse("");
        String level = said.level(asset.rating().values().confidentiality());
        String folder = FORBIDDEN.matcher(asset.name()).replaceAll("_");
        String marked = replaced(replaced(form, LEVEL, level), FOLDER, folder);
        return marked.contains(level) && marked.contains(folder) ? marked : "【" + level + "】" + folder;
    }

    private static String replaced(String text, List<String> placeholders, String by) {
        for (String placeholder : placeholders) {
            if (text.contains(placeholder)) {
                return text.replace(placeholder, by);
            }
        }
        return text;
    }

    /** A label: a top-secret asset's name is not stuck where everybody passes. */
    LabelSheet.Label label(Asset asset, AssetWords.Said said, String address) {
        return new LabelSheet.Label(
                said.level(asset.rating().values().confidentiality()),
                asset.rating().values().confidentiality(),
                asset.nameConfidential() ? "" : asset.name(),
                asset.code(),
                picture(address),
                List.of(said.department(asset.department())));
    }

    private static Logo picture(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        int side = (code.size + 2 * MARGIN) * MODULE;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, side, side);
        pen.setColor(Color.BLACK);
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    pen.fillRect((x + MARGIN) * MODULE, (y + MARGIN) * MODULE, MODULE, MODULE);
                }
            }
        }
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Logo.of(out.toByteArray());
    }
}
