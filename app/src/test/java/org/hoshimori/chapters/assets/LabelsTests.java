package org.hoshimori.chapters.assets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.hoshimori.ApplicationTest;
import org.hoshimori.core.organization.DepartmentId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class LabelsTests {

    private static final DepartmentId ANY = DepartmentId.of("00000000-0000-0000-0000-00000000000a");

    private final Labels labels;
    private final AssetWords words;

    LabelsTests(@Autowired Labels labels, @Autowired AssetWords words) {
        this.labels = labels;
        this.words = words;
    }

    @Test
    void proposesAFolderNameInTheFormOfTheRegulation() {
        assertThat(folder("設計図面", 3, Locale.JAPANESE)).isEqualTo("【極秘】設計図面");
        assertThat(folder("会社案内", 1, Locale.JAPANESE)).isEqualTo("【公開】会社案内");
        assertThat(folder("Drawings", 2, Locale.ENGLISH)).startsWith("[").endsWith("] Drawings");
    }

    @Test
    void leavesOutWhatNoFolderMayBeCalled() {
        assertThat(folder("図面/改訂:2 <案>.", 2, Locale.JAPANESE)).isEqualTo("【社外秘】図面_改訂_2 _案__");
    }

    @Test
    void namesNothingTopSecretOnALabel() {
        assertThat(labels.label(TestAssets.described("秘密の表", ANY, 3), said(Locale.JAPANESE), "http://x/")
                        .name())
                .isEmpty();
        assertThat(labels.label(TestAssets.described("社内の表", ANY, 2), said(Locale.JAPANESE), "http://x/")
                        .name())
                .isEqualTo("社内の表");
    }

    private String folder(String name, int value, Locale locale) {
        return labels.folder(TestAssets.described(name, ANY, value), said(locale), locale);
    }

    private AssetWords.Said said(Locale locale) {
        return words.on(List.of(), locale);
    }
}
