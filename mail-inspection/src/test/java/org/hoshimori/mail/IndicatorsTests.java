package org.hoshimori.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Each of the 18 indicators: where its sentence holds, and where it only nearly does. */
class IndicatorsTests {

    private static final byte[] PROGRAM = new byte[200];

    static {
        PROGRAM[0] = 'M';
        PROGRAM[1] = 'Z';
    }

    private static Letter stranger() {
        return Letter.from("山田 太郎 <yamada@somewhere.example.jp>");
    }

    private static void holds(Indicator indicator, Letter letter) {
        Judgement judgement = letter.inspect().on(indicator);
        assertThat(judgement.state()).as(judgement.toString()).isEqualTo(Judgement.State.HOLDS);
        assertThat(judgement.where()).isNotEmpty();
        assertThat(judgement.reason().text(Locale.JAPANESE))
                .isNotBlank()
                .isNotEqualTo(judgement.reason().text(Locale.ENGLISH));
    }

    private static void doesNotHold(Indicator indicator, Letter letter) {
        Judgement judgement = letter.inspect().on(indicator);
        assertThat(judgement.state()).as(judgement.toString()).isNotEqualTo(Judgement.State.HOLDS);
    }

    @Test
    void aRequestOfAStrangerThatWantsItsPaperOpenedIsTheFirstTheme() {
        String text = "突然のご連絡失礼いたします。月刊宇宙の山田と申します。取材のお願いについて、企画書を添付いたしますのでご覧ください。";
        holds(Indicator.THEME_1, stranger().subject("取材のお願い").text(text).attach("企画書.docx"));
        doesNotHold(Indicator.THEME_1, stranger().subject("取材のお願い").text("取材をお願いしたく、一度お電話いただけますか。"));
    }

    @Test
    void minutesThatNobodyAskedForTempt() {
        holds(
                Indicator.THEME_2,
                stranger().subject("役員会議事録").text("先日の役員会の議事録を添付でお送りします。").attach("議事録.pdf"));
        doesNotHold(Indicator.THEME_2, stranger().subject("役員会について").text("次の役員会は木曜日です。"));
    }

    @Test
    void aNoticeInThePublicNameCountsOnlyWithANotice() {
        holds(
                Indicator.THEME_3,
                Letter.from("厚生労働省 <info@kansen.example.com>")
                        .subject("インフルエンザの流行状況について")
                        .text("感染症の流行状況をお知らせします。詳しくは https://kansen.example.com/ をご覧ください。"));
        doesNotHold(Indicator.THEME_3, stranger().subject("昼食会").text("厚生労働省の近くの店で昼食会をします。"));
    }

    @Test
    void personnelNewsForEverybodyIsTheFourthTheme() {
        holds(
                Indicator.THEME_4,
                stranger()
                        .subject("【重要】人事異動のお知らせ")
                        .text("社員各位 来月の人事異動を添付のとおりお知らせします。")
                        .attach("人事.xlsx"));
        doesNotHold(Indicator.THEME_4, stranger().subject("異動のごあいさつ").text("このたび異動しました。今後ともよろしくお願いいたします。"));
    }

    @Test
    void anUnexpectedParcelIsTheFifthTheme() {
        holds(
                Indicator.THEME_5,
                Letter.from("Delivery <notice@parcel.example.com>")
                        .subject("Delivery notification: your parcel is waiting")
                        .text("We were unable to deliver your parcel. Click the link: https://parcel.example.com/x"));
        doesNotHold(Indicator.THEME_5, stranger().subject("打合せ").text("資料は来週の打合せでお渡しします。"));
    }

    @Test
    void aFullMailboxThatWantsThePasswordIsTheSixthTheme() {
        holds(
                Indicator.THEME_6,
                stranger()
                        .subject("メールボックスの容量が上限に達しました")
                        .text("容量超過のため送受信が停止されます。24時間以内に下記URLからIDとパスワードを入力してください。https://mail.example.com/login"));
        doesNotHold(Indicator.THEME_6, stranger().subject("備品について").text("会議室の鍵は総務が保管しています。ご確認ください。"));
    }

    @Test
    void freeMailIsNamed() {
        holds(
                Indicator.SENDER_1,
                Letter.from("Taro <taro@gmail.com>").subject("x").text("hello"));
        holds(
                Indicator.SENDER_1,
                Letter.from("Taro <taro@yahoo.co.jp>").subject("x").text("hello"));
        doesNotHold(
                Indicator.SENDER_1,
                Letter.from("Taro <taro@gmail.example.com>").subject("x").text("hello"));
    }

    @Test
    void theSignaturesAddressIsComparedWithTheSender() {
        String signed =
                "よろしくお願いいたします。\n\n--------------------\n株式会社サンプル\n山田 太郎\nTEL 03-3501-1511\nE-mail: yamada@%s\n--------------------\n";
        holds(Indicator.SENDER_2, stranger().subject("x").text(signed.formatted("sample-corp.co.jp")));
        doesNotHold(Indicator.SENDER_2, stranger().subject("x").text(signed.formatted("somewhere.example.jp")));
        assertThat(stranger()
                        .subject("x")
                        .text("署名のない短いメールです。")
                        .inspect()
                        .on(Indicator.SENDER_2)
                        .state())
                .isEqualTo(Judgement.State.UNKNOWN);
    }

    @Test
    void unnaturalJapaneseIsMeasured() {
        holds(Indicator.BODY_1, stranger().subject("x").text("親愛なるお客様、あなたのアカウントが制限されました。ユ一ザ一のログインをを確認してください。"));
        doesNotHold(
                Indicator.BODY_1,
                stranger().subject("x").text("いつもお世話になっております。先日ご依頼いただいた見積書を添付いたします。ご査収のほどよろしくお願いいたします。"));
    }

    @Test
    void foreignIdeographsAreNamed() {
        holds(Indicator.BODY_2, stranger().subject("x").text("お客様の账户に问题がありますので、ご確認をお願いいたします。よろしくお願いします。"));
        doesNotHold(Indicator.BODY_2, stranger().subject("x").text("髙橋様、﨑山様、澤田様、いつもお世話になっております。よろしくお願いいたします。"));
    }

    @Test
    void aRealNameWithinAForeignAddressIsBorrowed() {
        holds(
                Indicator.BODY_3,
                stranger().subject("x").text("https://www.amazon.co.jp.account-check.example.com/ をご確認ください"));
        holds(Indicator.BODY_3, stranger().subject("x").text("see https://paypa1.com/login"));
        doesNotHold(Indicator.BODY_3, stranger().subject("x").text("https://www.amazon.co.jp/dp/1 をご確認ください"));
    }

    @Test
    void theShownAddressIsComparedWithTheTarget() {
        String html = "<p>こちら <a href=\"https://%s/x\">https://www.example.co.jp/</a></p>";
        holds(Indicator.BODY_4, stranger().subject("x").html(html.formatted("evil.example.net")));
        doesNotHold(Indicator.BODY_4, stranger().subject("x").html(html.formatted("www.example.co.jp")));
    }

    @Test
    void numbersThatCannotExistMakeASignatureWrong() {
        String signed = "よろしくお願いいたします。\n--------------------\n株式会社サンプル\nTEL: %s\nFAX: %s\n--------------------\n";
        holds(Indicator.BODY_5, stranger().subject("x").text(signed.formatted("03-1234-567", "03-3501-1512")));
        holds(Indicator.BODY_5, stranger().subject("x").text(signed.formatted("03-0501-1511", "03-3501-1512")));
        holds(Indicator.BODY_5, stranger().subject("x").text(signed.formatted("03-3501-1511", "03-3501-1511")));
        doesNotHold(Indicator.BODY_5, stranger().subject("x").text(signed.formatted("03-3501-1511", "03-3501-1512")));
    }

    @Test
    void attachmentsAreSeenForWhatTheyAre() {
        Letter plain = stranger().subject("x").text("添付をご確認ください。").attach("資料.pdf");
        holds(Indicator.ATTACHMENT_1, plain);
        doesNotHold(Indicator.ATTACHMENT_2, plain);
        doesNotHold(Indicator.ATTACHMENT_3, plain);
        doesNotHold(Indicator.ATTACHMENT_4, plain);
        doesNotHold(Indicator.ATTACHMENT_5, plain);
        doesNotHold(Indicator.ATTACHMENT_1, stranger().subject("x").text("添付はありません。"));
        holds(Indicator.ATTACHMENT_2, stranger().subject("x").text("x").attach("setup.scr"));
        holds(Indicator.ATTACHMENT_3, stranger().subject("x").text("x").attach("資料.lnk"));
        holds(Indicator.ATTACHMENT_4, stranger().subject("x").text("x").attach("請求書.pdf", PROGRAM));
        holds(Indicator.ATTACHMENT_5, stranger().subject("x").text("x").attach("請求書.pdf.exe"));
        holds(Indicator.ATTACHMENT_5, stranger().subject("x").text("x").attach("請求書.pdf            .exe"));
        holds(Indicator.ATTACHMENT_5, stranger().subject("x").text("x").attach("請求書\u202Efdp.exe"));
    }

    @Test
    void whatTheReadersOwnGatewayPutInPlaceOfALinkIsNotTheSendersDoing() {
        for (String gateway : new String[] {
            "https://clicktime.symantec.com/39e8?u=http%3A%2F%2Fwww.shop.example.com%2Fa",
            "https://urldefense.proofpoint.com/v2/url?u=http-3A__www.shop.example.com_a&d=Dw",
            "https://urldefense.com/v3/__https://www.shop.example.com/a__;!!x$",
            "https://nam02.safelinks.protection.outlook.com/?url=http%3A%2F%2Fwww.shop.example.com%2Fa&data=05",
            "https://linkprotect.cudasvc.com/url?a=https%3a%2f%2fwww.shop.example.com%2fa&c=E"
        }) {
            doesNotHold(Indicator.BODY_4, stranger().html("<a href='" + gateway + "'>www.shop.example.com/a</a>"));
        }
        holds(
                Indicator.BODY_4,
                stranger()
                        .html(
                                "<a href='https://clicktime.symantec.com/3?u=http%3A%2F%2Fother.example.net%2Fa'>www.shop.example.com/a</a>"));
    }

    @Test
    void numbersOfOtherCountriesAreNotJudgedByJapansPlan() {
        Judgement judgement = Letter.from("Li Wei <li@lighting.example.cn>")
                .text("Best offer.\n\n--------\nLi Wei\nTel: 0760-2312136\nE-mail: li@lighting.example.cn\n")
                .inspect()
                .on(Indicator.BODY_5);
        assertThat(judgement.state()).isEqualTo(Judgement.State.UNKNOWN);
        assertThat(judgement.reason().text(Locale.ENGLISH)).contains("not Japanese");
    }

    @Test
    void anAddressToBeLeftAloneIsNoSignature() {
        doesNotHold(
                Indicator.SENDER_2,
                Letter.from("News <news@shop.example.com>")
                        .text("Buy now.\n\n--------\nTel: 03-3210-0001\nE-mail: remove-me@elsewhere.example.net\n"));
    }

    @Test
    void aBonusOfACasinoIsNoNoticeToTheStaff() {
        doesNotHold(
                Indicator.THEME_4,
                stranger().subject("100% bonus for you").text("Take your bonus: https://casino.example.com/"));
    }

    @Test
    void aBlankBehindAnAddressMakesNoOtherHost() {
        doesNotHold(
                Indicator.BODY_3,
                stranger().html("<a href='https://www.casasbahia.com.br&nbsp;'>www.casasbahia.com.br</a>"));
    }
}
