package org.hoshimori.journeys;

import org.hoshimori.journeys.Journey.Somebody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Journeys.class)
class PasskeyJourney {

    @Test
    void anAdministratorComesInByPasskeyWithoutACodeAndByPasswordAgainOnceItIsRemoved(Journey journey)
            throws Exception {
        Served served = journey.emptyServerAtAName();
        Somebody owner = new Somebody("岡", "鍵代", "oka@example.jp", "Tsubame3-hama+Kumo");
        Visitor visitor =
                journey.visitor("owner", served).carriesAnAuthenticator().opens(served.firstLink());
        owner.enters(visitor);
        owner.enrols(visitor);
        visitor.follows("控えたので進む").isAt("/");

        visitor.opens("/account").follows("パスキーを登録・確認する").sees("登録されたパスキーはありません");
        visitor.fills("名前", "会社のノートPC").pressesAndWaits("登録する", "パスキーを登録しました");
        visitor.sees("会社のノートPC").sees("まだ使っていません").presses("ログアウト");

        visitor.opens("/people").isAt("/log-in").pressesAndWaits("パスキーでログイン", "従業員を登録する");
        visitor.isAt("/people").opens("/account").sees("パスキー：成功");
        visitor.follows("パスキーを登録・確認する").misses("まだ使っていません");

        visitor.presses("パスキー「会社のノートPC」を外す").sees("パスキーを外しました").presses("ログアウト");
        visitor.opens("/log-in").pressesAndWaits("パスキーでログイン", "パスキーでログインできません").isAt("/log-in");
        visitor.logsIn(owner.mail(), owner.password()).isAt("/second-factor");
    }
}
