package org.hoshimori.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hoshimori.catalog.CatalogJson;
import org.hoshimori.catalog.Lang;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.word.TestWord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A small company's regulation, shorter than the sample, in its own tone, order and numbering, with clauses merged and left out. */
class OwnWordsTests {

    private static Recognition text;

    @BeforeAll
    static void read() {
        text = Recognition.of(
                Regulation.resolve(CatalogJson.shipped()),
                Lang.JA,
                new TestWord()
                        .paragraph("株式会社ほしぞら　情報セキュリティ規程")
                        .heading(1, "第1章　組織")
                        .paragraph("第1条（委員会）　当社は、情報セキュリティ対策を推進するため、情報セキュリティ委員会を設置します。")
                        .paragraph("２　委員会は、対策の状況を把握し、指針を見直すため、毎月会議を開催します。")
                        .paragraph("第2条（点検）　点検責任者は、毎年11月に、この規程の実施状況について点検を行い、結果を情報セキュリティ委員会に報告します。")
                        .heading(1, "第2章　従業員")
                        .paragraph("第3条（誓約）　従業員は、入社時に秘密保持に関する誓約書を会社に提出しなければなりません。")
                        .heading(1, "第3章　アカウントとパスワード")
                        .paragraph("第4条（アカウント）　システム管理者は、利用者一人につき一つに限ってアカウントを発行します。")
                        .paragraph("２　アカウントを二人以上で共有してはいけません。")
                        .paragraph("３　システム管理者は、退職や異動などでアカウントが不要になったときは、翌日から起算して３日以内に、そのアカウントを削除または無効にします。")
                        .paragraph("第5条（パスワード）　一般アカウントのパスワードは、次のとおりとします。")
                        .paragraph("(1) 12文字以上とすること。")
                        .paragraph("(2) 自分の名前、電話番号、誕生日など、他人が言い当てられるものは使わないこと。")
                        .paragraph("(3) 5回の失敗でロックアウトし、30分間は解除しないように設定すること。")
                        .heading(1, "第4章　事故への対応")
                        .paragraph("第6条（報告）　情報セキュリティインシデントを発見した者は、直ちにインシデント対応責任者に報告しなければなりません。")
                        .heading(1, "第5章　社用車")
                        .paragraph("第7条（社用車）　社用車の鍵は総務部の金庫に入れ、運転日報を毎日記入します。")
                        .read()
                        .passages());
    }

    private static Found found(String words) {
        return text.found().stream()
                .filter(f -> f.own().contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError(words));
    }

    private static Map<String, List<String>> values() {
        return text.byParameter().values().stream()
                .map(List::getFirst)
                .collect(Collectors.toMap(ValueFound::parameter, ValueFound::texts));
    }

    @Test
    void findsTheClausesInOtherWords() {
        assertThat(found("委員会を設置").clause()).isEqualTo("org-1.b");
        assertThat(found("一人につき一つ").clause()).isEqualTo("acc-2.a");
        assertThat(found("共有して").clause()).isEqualTo("acc-2.a");
        assertThat(found("不要になった").clause()).isEqualTo("acc-4.b");
        assertThat(found("言い当て").id()).endsWith(".guessable");
        assertThat(found("ロックアウト").id()).endsWith(".lockout");
        assertThat(found("直ちに").chapter()).isEqualTo("inc");
    }

    @Test
    void readsTheValues() {
        assertThat(values())
                .containsEntry("acc-4.b_disable-within", List.of("P3D"))
                .containsEntry("acc-9.3.g_min-length", List.of("12"))
                .containsEntry("acc-9.3.g_lockout-threshold", List.of("5"))
                .containsEntry("acc-9.3.g_lockout-duration", List.of("PT30M"));
    }

    @Test
    void keepsValuesAliveInTheCompanysWords() {
        assertThat(found("不要になった").words())
                .contains("翌日から起算して{acc-4.b_disable-within}以内に")
                .startsWith("{@system-administrator}は");
    }

    @Test
    void offersWhatIsItsOwnAndSaysWhatIsMissing() {
        assertThat(text.added()).anySatisfy(a -> assertThat(a.text()).contains("社用車の鍵"));
        assertThat(text.added())
                .as("three sentences of the sample made into one are like none of them")
                .anySatisfy(a -> assertThat(a.text()).contains("会議を開催"));
        assertThat(text.found()).noneMatch(f -> f.own().contains("社用車"));
        assertThat(text.missing()).extracting(Missing::chapter).contains("tel", "sys", "sup", "phy");
    }
}
