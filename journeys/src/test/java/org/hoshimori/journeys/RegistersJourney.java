package org.hoshimori.journeys;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Journeys.class)
class RegistersJourney {

    private static final String TABLE = """
            機器管理台帳,,,,
            ※毎年4月に棚卸し,,,,
            機器No.,品名,種別,機密区分,設置場所
            J-001,ノート一号,ノートパソコン,社外秘,執務室
            J-002,サーバ一号,サーバ,極秘,サーバー室
            """;

    @Test
    void aTableIsTakenInLookedAtAndCorrected(Journey journey) {
        Visitor administrator = journey.administrator();
        administrator
                .follows("表の取込み・書出し")
                .follows("機器・媒体を取り込む")
                .hands("表のファイル", "機器台帳.csv", TABLE.replace("サーバ,極秘", "帆船,極秘"))
                .presses("読み取る")
                .sees("新しい行1件、変わる行0件、同じ行0件、誤りのある行1件")
                .sees("「帆船」は選べません")
                .unfolds("4列を読み取りました（読まない列は1列）。直すときはここを開きます")
                .sees("機器No.")
                .presses("やめる")
                .hands("表のファイル", "機器台帳.csv", TABLE)
                .presses("読み取る")
                .sees("新しい行2件、変わる行0件、同じ行0件、誤りのある行0件")
                .presses("書き込む")
                .sees("新しい行2件、変わった行0件")
                .follows("台帳を見る")
                .types("名称・番号・メモ", "一号")
                .becomes("2件")
                .looksBeside("サーバ一号", "ノート一号", "3 極秘", "2 社外秘")
                .follows("サーバ一号")
                .sees("3 極秘")
                .sees("台帳への登録")
                .follows("変更する")
                .fills("メモ", "二段目の棚")
                .presses("保存する")
                .sees("台帳の変更")
                .sees("– → 二段目の棚");
        administrator
                .follows("表の取込み・書出し")
                .follows("機器・媒体を取り込む")
                .hands("表のファイル", "機器台帳.csv", TABLE)
                .presses("読み取る")
                .sees("書き込むことはありません。");
    }
}
