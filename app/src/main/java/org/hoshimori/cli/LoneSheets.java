package org.hoshimori.cli;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.hoshimori.chapters.assets.AssetSheetAlone;
import org.hoshimori.core.sheets.Importable;
import org.hoshimori.core.sheets.Vocabulary;
import org.springframework.context.MessageSource;

/** Registers into which a table can be looked at where no installation is. */
final class LoneSheets {

    private LoneSheets() {}

    /** The words of tables, without the application. */
    static MessageSource words() {
        return new SheetWords("sheets", "assets-sheet");
    }

    static Optional<Importable<?>> find(String register, MessageSource words) {
        return register.equals("assets")
                ? Optional.of(new AssetSheetAlone(new Vocabulary(words), LocalDate.now(ZoneId.of("Asia/Tokyo"))))
                : Optional.empty();
    }
}
