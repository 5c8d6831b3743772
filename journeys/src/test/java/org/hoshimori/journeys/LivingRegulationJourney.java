package org.hoshimori.journeys;

import java.time.LocalDate;
import java.time.ZoneId;
import org.hoshimori.CompleteTailoring;
import org.hoshimori.journeys.Journey.Somebody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The circle turns twice: tailored, tried against what is there, approved, in force for everybody, and read; then a duty lies too
 * long, and a check that fails leads through a corrective action to the next revision.
 */
@ExtendWith(Journeys.class)
class LivingRegulationJourney {

    private static final String CHECK = "権限が一人に集まっていない";

    @Test
    void whatTheRegulationSaysIsLivedAndWhatIsNotLivedChangesIt(Journey journey) throws Exception {
        Served served = journey.emptyServer();
        Visitor officer = journey.visitor("officer", served).opens(served.firstLink());
        Journey.ADMINISTRATOR.enters(officer);
        Journey.ADMINISTRATOR.enrols(officer);
        officer.follows("控えたので進む");
        Somebody absent = new Somebody("留守", "守", "rusu@example.jp", "");
        Somebody deputy = new Somebody("代田", "理人", "shirota@example.jp", "Karasu8-yama+Hoshi");
        Somebody president = new Somebody("社本", "長", "shamoto@example.jp", "Hayabusa9-sora+Umi");
        Somebody employee = new Somebody("失敗", "多", "shippai@example.jp", "Tanuki7-odori+Kaze");
        Journey.invitation(officer, absent);
        Visitor ofDeputy = settles(journey, served, officer, deputy);
        Visitor ofPresident = settles(journey, served, officer, president);
        Visitor ofEmployee = settles(journey, served, officer, employee);
        officer.follows("規程")
                .hands("テーラリング", "tailoring.yaml", CompleteTailoring.text())
                .presses("採用する")
                .sees("施行中");
        appoints(officer, "情報セキュリティ責任者", absent.name(), deputy.name());
        appoints(officer, "代表取締役", president.name(), null);
        for (int i = 0; i < 2; i++) {
            ofEmployee.logsIn(employee.mail(), "wrong-" + i).sees("ログインできません。");
        }

        officer.follows("規程の改訂").fills("案の名前", "ロックを厳しく").presses("改訂案を作る").sees("作成中");
        officer.follows("4 アクセス制御及び認証")
                .answers("acc-9.3.g_lockout-threshold", "二回")
                .presses("保存する")
                .sees("整数で書いてください")
                .answers("acc-9.3.g_lockout-threshold", "2")
                .presses("保存する")
                .follows("ロックを厳しく");
        officer.follows("変更点を見る").sees("厳しく");
        officer.follows("この改訂で何が起きるか").sees("アカウントがロックされます").sees(employee.name());
        officer.follows("ロックを厳しく").presses("承認を申請する").sees("承認待ち");

        ofDeputy.logsIn(deputy.mail(), deputy.password());
        decidesAsDeputy(ofDeputy, "ロックを厳しく");
        ofPresident.logsIn(president.mail(), president.password());
        decides(ofPresident, "ロックを厳しく");

        ofEmployee.logsIn(employee.mail(), employee.password()).isAt("/log-in").sees("ログインできません。");
        ofPresident
                .follows("今日")
                .sees("規程の第2版を読んで確認する")
                .opens("/regulation/acknowledge")
                .presses("読んで内容を確認しました")
                .sees("この版は確認済みです");
        officer.opens("/regulation/acknowledgements").sees("1人が確認しました");
        officer.follows("証跡").sees("改訂案を採用した");

        served.timePasses(
                "UPDATE duties.duty SET due_on = current_date - 10 WHERE state = 'open'", "duties.remind");
        ofPresident.opens("/notices").waitsFor("実施されていません。担当者に確かめてください。", 30);
        officer.opens("/record?act=duty.escalated/1").sees("期限切れの報告");

        officer.opens("/findings?q=" + CHECK)
                .follows(Journey.ADMINISTRATOR.name())
                .follows("是正処置を計画する")
                .chooses("規程が不十分または有効でない")
                .fills("行うこと（手順）", "少人数なので、一人が持てる権限の数を見直す")
                .types("責任者を探す言葉", deputy.name())
                .becomes(deputy.name())
                .chooses(deputy.name())
                .fills("期限", LocalDate.now(ZoneId.of("Asia/Tokyo")).plusDays(30).toString())
                .chooses("規程の改訂が必要")
                .presses("計画する")
                .sees("是正中");
        String finding = officer.place();
        officer.follows("改訂案を作る").presses("改訂案を作る").sees("作成中");
        String draft = officer.place();
        officer.follows("4 アクセス制御及び認証").answers("acc-1.c_limit", "30").presses("保存する");
        officer.opens(draft).follows("この改訂で何が起きるか").sees("不適合がなくなります").sees(Journey.ADMINISTRATOR.name());
        officer.opens(draft).presses("承認を申請する").sees("承認待ち");
        decidesAsDeputy(ofDeputy, "acc-1.c の見直し");
        decides(ofPresident, "acc-1.c の見直し");
        officer.opens(finding)
                .waitsForTheEndOf("不適合", 15)
                .fills("行ったこと", "規程を改訂した")
                .presses("実施済みにする")
                .fills("効果の確認", "改訂後の点検で適合した")
                .presses("効果があった")
                .waitsFor("完了", 15);
        officer.opens("/record?act=action.closed/1").sees("是正処置の完了");
    }

    private static void decidesAsDeputy(Visitor deputy, String draft) {
        deputy.follows("申請・承認")
                .follows("規程の改訂「" + draft + "」")
                .presses("この内容で決裁する")
                .sees("代理で決める理由を書いてください。")
                .fills("コメント・理由", "本人が出張中のため")
                .presses("この内容で決裁する")
                .sees("本人が出張中のため")
                .sees("（代理）");
    }

    private static void decides(Visitor president, String draft) {
        president
                .follows("申請・承認")
                .follows("規程の改訂「" + draft + "」")
                .presses("この内容で決裁する")
                .sees("承認済み");
    }

    private static Visitor settles(Journey journey, Served served, Visitor officer, Somebody somebody) {
        return journey.visitor(somebody.given(), served)
                .opens(Journey.invitation(officer, somebody))
                .fills("パスワード", somebody.password())
                .presses("設定する");
    }

    private static void appoints(Visitor officer, String post, String holder, String deputy) {
        officer.follows("役職と委員会")
                .follows(post + "を任命する")
                .types("就任者を探す言葉", holder)
                .becomes(holder)
                .chooses(holder);
        if (deputy != null) {
            officer.types("代理を探す言葉", deputy).becomes(deputy).chooses(deputy);
        }
        officer.presses("任命する").sees(holder);
    }
}
