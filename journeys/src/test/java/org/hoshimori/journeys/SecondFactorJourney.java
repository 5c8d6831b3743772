package org.hoshimori.journeys;

import org.hoshimori.journeys.Journey.Somebody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Journeys.class)
class SecondFactorJourney {

    @Test
    void anAdministratorComesInByAppAndWithoutItByARecoveryCodeOnce(Journey journey) throws InterruptedException {
        Served served = journey.emptyServer();
        Somebody owner = new Somebody("伊藤", "鍵", "ito@example.jp", "Tsubame3-hama+Kumo");
        Visitor visitor = journey.visitor("owner", served).opens(served.firstLink());
        owner.enters(visitor);
        Authenticator app = owner.enrols(visitor);
        String recovery = visitor.reads(".codes code");
        visitor.follows("控えたので進む").isAt("/").presses("ログアウト");

        visitor.logsIn(owner.mail(), owner.password()).isAt("/second-factor");
        visitor.opens("/people").isAt("/second-factor");
        visitor.fills("確認コード", "000000").presses("確認する").sees("このコードでは確認できません");
        visitor.fills("確認コード", app.code()).presses("確認する").isAt("/people").presses("ログアウト");

        visitor.logsIn(owner.mail(), owner.password()).unfolds("認証アプリを使えないとき");
        visitor.fills("回復コード", recovery).presses("回復コードで確認する").isAt("/").presses("ログアウト");
        visitor.logsIn(owner.mail(), owner.password()).unfolds("認証アプリを使えないとき");
        visitor.fills("回復コード", recovery).presses("回復コードで確認する").sees("このコードでは確認できません");
    }
}
