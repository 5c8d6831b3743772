package org.hoshimori.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import org.hoshimori.catalog.CatalogJson;
import org.hoshimori.catalog.Duty;
import org.hoshimori.catalog.Lang;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.Wording;
import org.junit.jupiter.api.Test;

class EditedTests {

    private static final Regulation SAMPLE = Regulation.resolve(CatalogJson.shipped());

    private static Edited edited(String id, String text) {
        return Edited.of(SAMPLE, Lang.JA, id, text).orElseThrow();
    }

    @Test
    void readsAChangedNumberAsAValue() {
        Edited edited = edited("acc-9.3.p.length", "14文字以上としなければならない。");
        assertThat(edited.values())
                .singleElement()
                .satisfies(v -> assertThat(v.parameter() + "=" + v.texts()).isEqualTo("acc-9.3.p_min-length=[14]"));
    }

    @Test
    void keepsValuesInsertedInChangedWords() {
        Edited edited = edited(
                "acc-9.3.p.length",
                SAMPLE.setting("acc-9.3.p_min-length").orElseThrow().value().code() + "文字以上、できれば長くしなければならない。");
        assertThat(edited.values()).isEmpty();
        assertThat(edited.words()).isEqualTo("{acc-9.3.p_min-length}文字以上、できれば長くしなければならない。");
    }

    @Test
    void keepsPostsAndLinksInserted() {
        String said =
                new Wording(SAMPLE, Lang.JA).say(((Duty) SAMPLE.entry("acc-3").orElseThrow()).words());
        Edited edited = edited("acc-3", said.replace("承認を得なければ", "書面による承認を得なければ"));
        assertThat(edited.words()).contains("{@system-administrator}", "{acc-3_approver}の書面による承認", "[[acc-9.3]]");
    }

    @Test
    void takesBracesForWhatTheyAre() {
        assertThat(edited("acc-9.3.p.length", "{x}と[[y]]を書く。").words()).doesNotContain("{x}", "[[y]]");
    }
}
