package org.hoshimori.core.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingsTests {

    private static final String TEXT = "管理番号,情報資産名称,管理部署\r\nA-1,顧客名簿（控え）,営業部\r\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-31j", "EUC-JP", "ISO-2022-JP", "UTF-16LE", "UTF-16BE", "UTF-16"})
    void findsTheEncodingWithoutBeingTold(String charset) {
        assertThat(Encodings.text(TEXT.getBytes(Charset.forName(charset)))).isEqualTo(TEXT);
    }

    @Test
    void knowsTheLettersThatOnlyWindowsHas() {
        String letters = "①②㈱№髙﨑～－,Ⅲ\r\n";
        assertThat(Encodings.text(letters.getBytes(Charset.forName("windows-31j"))))
                .isEqualTo(letters);
    }

    @Test
    void takesHalfWidthKatakanaForWhatTheyAre() {
        String kana = "ｶﾝﾘﾊﾞﾝｺﾞｳ,ﾒｲｼｮｳ\r\nｱ-1,ｺｷｬｸ\r\n";
        assertThat(Encodings.text(kana.getBytes(Charset.forName("windows-31j"))))
                .isEqualTo(kana);
    }

    @Test
    void namesTheLineFromWhichItCannotRead() {
        byte[] good = ("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8);
        byte[] spoiled = Arrays.copyOf(good, good.length + 2);
        spoiled[good.length] = (byte) 0xE3;
        spoiled[good.length + 1] = ',';
        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> Encodings.text(spoiled))
                .satisfies(e -> assertThat(e.why()).isEqualTo(SheetFile.Problem.ENCODING))
                .satisfies(e -> assertThat(e.where()).isEqualTo("A3"));
    }

    @Test
    void takesNoPictureForText() {
        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> Encodings.text(new byte[] {'G', 'I', 'F', '8', 0, 0, 1, 0}))
                .satisfies(e -> assertThat(e.why()).isEqualTo(SheetFile.Problem.NO_TABLE));
    }
}
