package org.hoshimori.journeys;

import java.time.LocalDate;
import java.time.ZoneId;
import org.hoshimori.CompleteTailoring;
import org.hoshimori.journeys.Journey.Somebody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The life of an asset: out of a spreadsheet, rated, taken out with permission and back, and its medium destroyed. */
@ExtendWith(Journeys.class)
class AssetsJourney {

    private static final String TABLE = """
            情報資産管理台帳（2026年度）,,,,,,,
            ※機密性は3:極秘 2:社外秘 1:公開,,,,,,,
            管理番号,業務分類,情報資産名称,管理部署,媒体・保存先,評価値,,
            ,,,,,機密性,完全性,可用性
            K-001,運用,軌道計画,管制部,ノートパソコン,２,2,2
            K-002,運用,時刻表,管制部,書類,1,1,1
            """;

    private static final String GO_ON = "選んだものを加えて、必要な措置を表示する";

    @Test
    void anAssetIsTakenInRatedTakenOutAndItsMediumDestroyed(Journey journey) throws Exception {
        Served served = journey.emptyServer();
        Visitor officer = journey.visitor("officer", served).opens(served.firstLink());
        Journey.ADMINISTRATOR.enters(officer);
        Journey.ADMINISTRATOR.enrols(officer);
        officer.follows("控えたので進む");
        Somebody president = new Somebody("社本", "長", "shamoto@example.jp", "");
        Somebody deputy = new Somebody("代田", "理人", "shirota@example.jp", "Karasu8-yama+Hoshi");
        Somebody taker = new Somebody("持田", "出", "mochida@example.jp", "Tanuki7-odori+Kaze");
        Journey.invitation(officer, president);
        Visitor ofDeputy = settles(journey, served, officer, deputy);
        Visitor ofTaker = settles(journey, served, officer, taker);
        officer.follows("規程")
                .hands("テーラリング", "tailoring.yaml", CompleteTailoring.text())
                .presses("採用する")
                .sees("施行中");
        officer.follows("役職と委員会")
                .follows("代表取締役を任命する")
                .types("就任者を探す言葉", president.name())
                .becomes(president.name())
                .chooses(president.name())
                .types("代理を探す言葉", deputy.name())
                .becomes(deputy.name())
                .chooses(deputy.name())
                .presses("任命する");
        officer.follows("部門").follows("部門を作る").fills("部門の名前", "管制部").presses("保存する");
        officer.follows("従業員")
                .follows(taker.name())
                .follows("変更する")
                .picks("部門", "管制部")
                .presses("保存する");

        officer.opens("/exchange/assets")
                .hands("表のファイル", "台帳.csv", TABLE)
                .presses("読み取る")
                .sees("新しい行2件、変わる行0件、同じ行0件、誤りのある行0件")
                .presses("書き込む")
                .sees("新しい行2件");
        officer.opens("/assets")
                .follows("軌道計画")
                .follows("評価し直す")
                .chooses("漏えいすると、取引先や顧客に大きな影響がある")
                .chooses("改ざん・誤り・破損があると")
                .chooses("滅失・紛失・利用不能になると")
                .presses("評価する")
                .misses("違う値にする理由を入力してください");

        String today = LocalDate.now(ZoneId.of("Asia/Tokyo")).toString();
        ofTaker.logsIn(taker.mail(), taker.password())
                .follows("持出し")
                .follows("持出しを申請する")
                .fills("資産を探す（名称・管理番号）", "軌道計画")
                .presses("検索")
                .chooses("K-001")
                .presses(GO_ON)
                .picks("K-001 軌道計画 極秘", "ノートパソコン")
                .presses(GO_ON)
                .chooses("ノートパソコン: 携行中は")
                .fills("目的", "打合せ")
                .fills("持出し先", "顧客先")
                .fills("返却予定日", today)
                .presses("申請する")
                .sees("規程が求める措置がそろっていません")
                .chooses("ノートパソコン: データを暗号化した")
                .presses("申請する")
                .sees("許可待ち");
        ofDeputy.logsIn(deputy.mail(), deputy.password())
                .follows("申請・承認")
                .follows("情報資産の持出し: 顧客先（" + today + "から）")
                .fills("コメント・理由", "本人が出張中のため")
                .presses("この内容で決裁する")
                .sees("（代理）");
        ofTaker.opens("/take-outs")
                .follows("顧客先")
                .fills("持ち出すときの状態（封印番号など）", "封印 1")
                .presses("持ち出したことを署名する")
                .sees("持出し中");
        officer.opens("/take-outs/gate").sees("顧客先");
        served.timePasses(
                "UPDATE takeouts.take_out SET leaves_on = current_date - 3, returns_on = current_date - 2 WHERE state = 'out'",
                "take-outs.remind");
        ofTaker.opens("/notices").waitsFor("返却が遅れています", 30);
        officer.opens("/take-outs/gate")
                .sees("返却遅れ")
                .follows("顧客先")
                .fills("受け取ったときの状態", "異常なし")
                .presses("返却を受け取ったことを署名する")
                .sees("返却済み");

        ofTaker.follows("廃棄・再利用")
                .follows("廃棄・再利用を登録する")
                .picks("媒体", "HDD・SSD")
                .picks("方法", "クイックフォーマット")
                .fills("媒体の番号（ラベル・製造番号）", "WD-0001")
                .presses("登録する")
                .sees("認めていません")
                .sees("破壊、細断又は完全消去")
                .picks("方法", "破壊")
                .presses("登録する")
                .sees("WD-0001")
                .hands("廃棄証明書・消去の記録など", "証明書.txt", "破壊済み")
                .presses("添付する")
                .sees("証明書.txt");
        officer.follows("証跡").sees("媒体の廃棄").sees("情報資産の返却");
    }

    private static Visitor settles(Journey journey, Served served, Visitor officer, Somebody somebody) {
        return journey.visitor(somebody.given(), served)
                .opens(Journey.invitation(officer, somebody))
                .fills("パスワード", somebody.password())
                .presses("設定する");
    }
}
