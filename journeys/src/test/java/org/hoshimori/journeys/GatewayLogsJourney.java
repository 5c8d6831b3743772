package org.hoshimori.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Journeys.class)
class GatewayLogsJourney {

    private static final String SPAN = "2026年3月2日(月) – 2026年3月4日(水)";
    private static final String BEACON =
            "10.1.0.3 が 198.51.100.9 のポート 8443 へ約 300.0 秒ごとに 40 回つなぎました（そろい方 1.0、2026-03-04 10:00〜2026-03-04 13:15）。";
    private static final String DEVICE =
            "台帳にない機器 de:ad:be:ef:00:77（名前 game）が 10.1.0.77 として 2026-03-03 10:05〜2026-03-03 10:05 に 1 回アドレスを受けました。";

    @Test
    void logsAreImportedVerifiedReviewedAndReported(Journey journey) throws IOException {
        Visitor administrator = journey.administrator();
        Path archive = journey.data().resolve("logs");
        administrator.opens("/logs").sees("通信ログは、まだ取り込まれていません。").sees("hoshimori logs import --archive " + archive);
        registers(archive.resolve("registers"));
        Path files = Files.createTempDirectory("hoshimori-journey-logs");
        Files.writeString(files.resolve("conn.log"), connections());
        Files.writeString(files.resolve("dhcpd.log"), """
                2026-03-02T10:00:00+09:00 dhcp dhcpd[1]: DHCPACK on 10.1.0.1 to aa:bb:cc:00:00:01 (pc1) via eth0
                2026-03-03T10:05:00+09:00 dhcp dhcpd[1]: DHCPACK on 10.1.0.77 to de:ad:be:ef:00:77 (game) via eth0
                """);
        Served.runs("logs", "import", "--archive", archive, files);

        administrator
                .opens("/logs")
                .sees("zeek")
                .sees("途切れ（6時間以上）")
                .presses("いま検証する")
                .waitsFor("記録のとおり", 30)
                .fills("確認した内容（任意）", "途切れは、保守のための停止です。")
                .presses("保管状況を確認した")
                .sees("途切れは、保守のための停止です。")
                .follows("レビュー")
                .fills("最初の日", "2026-03-04")
                .fills("最後の日", "2026-03-02")
                .presses("調べる")
                .sees("最初の日と最後の日を入力してください。");
        reviewed(administrator)
                .sees("未確認のものが2件あります。")
                .follows(BEACON)
                .sees("遠隔操作の合図")
                .presses("記録する")
                .sees("説明済みかインシデントかを選んでください。")
                .chooses("説明済み")
                .presses("記録する")
                .sees("理由を書いてください。")
                .fills("理由", "監視の通信で、申請済み。")
                .presses("記録する")
                .sees("次からのレビューでも覚えています。")
                .follows("レビュー結果へ戻る")
                .follows(DEVICE)
                .chooses("インシデント")
                .fills("理由", "持ち主が分からない端末。")
                .presses("記録する")
                .sees("インシデント");

        reviewed(administrator)
                .sees("監視の通信で、申請済み。")
                .sees("持ち主が分からない端末。")
                .fills("所見（任意）", "端末は切り離した。")
                .presses("レビューを完了する")
                .sees("レビューを完了しました。")
                .sees("端末は切り離した。");
        assertThat(new String(administrator.takes("PDF"), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF");
        assertThat(new String(administrator.takes("Word"), StandardCharsets.ISO_8859_1))
                .startsWith("PK");
        administrator.waitsForFile(archive.resolve("marks.jsonl"), 30);
        assertThat(Served.runs(
                        "logs",
                        "review",
                        "--archive",
                        archive,
                        "--registers",
                        archive.resolve("registers"),
                        "--from",
                        "2026-03-02",
                        "--until",
                        "2026-03-04"))
                .contains("見つかったもの 2 件、うち印の付いたもの 2 件");
        administrator.opens("/record").sees("見つかった通信の確認").sees("通信ログのレビューの完了");
    }

    private static Visitor reviewed(Visitor administrator) {
        return administrator
                .opens("/logs/reviews")
                .fills("最初の日", "2026-03-02")
                .fills("最後の日", "2026-03-04")
                .presses("調べる")
                .waitsForTheEndOf("を調べています", 60)
                .follows(SPAN)
                .sees("許可なく接続された機器・無線機器はないか");
    }

    private static void registers(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("networks.csv"), "cidr,name,zone,managed\n10.1.0.0/16,office,office,yes\n");
        Files.writeString(
                folder.resolve("devices.csv"),
                "mac,ip,hostname\naa:bb:cc:00:00:01,10.1.0.1,pc1\naa:bb:cc:00:00:03,10.1.0.3,pc3\n");
    }

    /** A beacon on the third day, and little else. */
    private static String connections() {
        StringBuilder lines = new StringBuilder("""
                #separator \\x09
                #unset_field\t-
                #path\tconn
                #fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tservice\torig_bytes\tresp_bytes\tconn_state
                #types\ttime\tstring\taddr\tport\taddr\tport\tenum\tstring\tcount\tcount\tstring
                """);
        Instant morning = Instant.parse("2026-03-02T00:10:00Z");
        for (int i = 0; i < 30; i++) {
            line(lines, i, morning.plusSeconds(i * 7_000L + i * i * 13L), "203.0.113." + i, 443);
        }
        Instant beacon = Instant.parse("2026-03-04T01:00:00Z");
        for (int i = 0; i < 40; i++) {
            line(lines, 100 + i, beacon.plusSeconds(i * 300L), "198.51.100.9", 8_443);
        }
        return lines.toString();
    }

    private static void line(StringBuilder lines, int number, Instant at, String to, int port) {
        lines.append(String.format(
                Locale.ROOT,
                "%d.5\tC%d\t10.1.0.3\t%d\t%s\t%d\ttcp\t-\t220\t900\tSF%n",
                at.getEpochSecond(),
                number,
                2_000 + number,
                to,
                port));
    }
}
