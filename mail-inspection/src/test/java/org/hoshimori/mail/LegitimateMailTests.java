package org.hoshimori.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mail that looks like what attackers imitate, sent by those who really send it: never dangerous. */
class LegitimateMailTests {

    private static Letter verified(String from, String domain) {
        return Letter.from(from)
                .header(
                        "Authentication-Results",
                        "mx.example1.co.jp; spf=pass smtp.mailfrom=" + domain + "; dkim=pass header.d=" + domain
                                + "; dmarc=pass header.from=" + domain);
    }

    private static String page(String... linksAndWords) {
        StringBuilder html = new StringBuilder("<html><body>");
        for (int i = 0; i + 1 < linksAndWords.length; i += 2) {
            html.append("<p><a href='")
                    .append(linksAndWords[i])
                    .append("'>")
                    .append(linksAndWords[i + 1])
                    .append("</a></p>");
        }
        return html.append("</body></html>").toString();
    }

    static Stream<Letter> letters() {
        return List.of(
                verified("GitHub <noreply@github.com>", "github.com")
                        .subject("[GitHub] A new device signed in to your account")
                        .html(page(
                                "https://github.com/settings/security",
                                "Review your account: unusual sign-in? Reset your password immediately")),
                verified("Google <no-reply@accounts.google.com>", "accounts.google.com")
                        .subject("Security alert")
                        .html(page(
                                "https://accounts.google.com/AccountChooser",
                                "Suspicious activity in your account. Verify your account within 24 hours")),
                verified("Shop Weekly <news@shop.example.com>", "shop.example.com")
                        .header("List-Unsubscribe", "<https://shop.us1.list-manage.com/unsubscribe>")
                        .header("Return-Path", "<bounce@mail1.mcsv.net>")
                        .subject("Win a gift card! Last chance, special offer ends today")
                        .html(page(
                                "https://shop.us1.list-manage.com/track/click?u=1",
                                "Save up to 40 %, order now, claim your gift card")),
                verified("Service <no-reply@service.example.com>", "service.example.com")
                        .subject("Reset your password")
                        .html(
                                page(
                                        "https://u123.ct.sendgrid.net/ls/click?upn=1",
                                        "Reset your password within 24 hours. If you did not ask for it, sign in to your account")),
                verified("Amazon.co.jp <auto-confirm@amazon.co.jp>", "amazon.co.jp")
                        .subject("ご注文の確認")
                        .html(page("https://www.amazon.co.jp/gp/css/order", "ご注文ありがとうございます。お荷物のお届け予定を確認してください")),
                verified("DocuSign via DocuSign <dse@docusign.net>", "docusign.net")
                        .header("Reply-To", "Taro <taro@gmail.com>")
                        .subject("Please sign: purchase order")
                        .html(page("https://na4.docusign.net/Signing/x", "REVIEW DOCUMENT")),
                verified("Yamada (via Google Drive) <drive-shares-dm-noreply@google.com>", "google.com")
                        .header("Reply-To", "yamada@gmail.com")
                        .subject("議事録を共有しました")
                        .html(page("https://docs.google.com/document/d/1", "開く")),
                verified("楽天カード株式会社 <info@mail.rakuten-card.co.jp>", "mail.rakuten-card.co.jp")
                        .subject("カード利用のお知らせ")
                        .html(page(
                                "https://www.rakuten-card.co.jp/e-navi/", "ご請求金額の確認はこちら。不正利用にご注意ください。パスワードを入力してログイン")),
                Letter.from("Aunt Mary <mary.smith55@yahoo.com>")
                        .subject("Photos from the holiday")
                        .html(page("https://photos.app.goo.gl/x", "Photos")),
                Letter.from("Small Company <info@small.example.net>")
                        .header("Authentication-Results", "mx; spf=none; dkim=none; dmarc=none")
                        .subject("Invoice 4711")
                        .text("Please find attached our invoice.")
                        .attach("invoice.pdf"),
                verified("Zoom <no-reply@zoom.us>", "zoom.us")
                        .subject("Your webinar starts in 24 hours: claim your free seat")
                        .html(page("https://us02web.zoom.us/w/1", "Join now")),
                verified("IPA <isec-info@ipa.go.jp>", "ipa.go.jp")
                        .subject("重要なセキュリティ情報")
                        .text("脆弱性対策情報を公開しました。早急に更新してください。https://www.ipa.go.jp/security/"),
                Letter.from("Mail Delivery System <MAILER-DAEMON@mx.example1.co.jp>")
                        .header("Return-Path", "<>")
                        .subject("Undelivered Mail Returned to Sender")
                        .text("Your message could not be delivered. The mailbox is full."))
                .stream();
    }

    @ParameterizedTest
    @MethodSource("letters")
    void isNotDangerous(Letter letter) {
        notDangerous(letter.inspect());
    }

    @ParameterizedTest
    @MethodSource("letters")
    void isNotDangerousWhereTheServerChecksNothing(Letter letter) {
        notDangerous(letter.without("Authentication-Results").inspect());
    }

    private static void notDangerous(Inspection inspection) {
        assertThat(inspection.verdict())
                .as(inspection.subject() + " " + inspection.score() + " "
                        + inspection.facts().stream().map(f -> f.name().id()).toList())
                .isNotEqualTo(Verdict.DANGEROUS);
    }
}
