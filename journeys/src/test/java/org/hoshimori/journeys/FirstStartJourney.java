package org.hoshimori.journeys;

import org.hoshimori.journeys.Journey.Somebody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Journeys.class)
class FirstStartJourney {

    @Test
    void theFirstAdministratorEntersByTheLinkOfTheConsoleAndNobodyElseDoes(Journey journey)
            throws InterruptedException {
        Served served = journey.emptyServer();
        Somebody first = new Somebody("山田", "始", "yamada@example.jp", "Tanuki7-odori+Kaze");

        Visitor visitor = journey.visitor("first", served);
        visitor.opens("/people").isAt("/log-in");
        visitor.opens(served.firstLink()).sees("このページは一度だけ使えます");
        new Somebody("山田", "始", "nonsense", "weak").enters(visitor).sees("メールアドレスの形になっていません。");
        new Somebody("山田", "始", first.mail(), "weak").enters(visitor).sees("文字以上にしてください");
        first.enters(visitor).isAt("/log-in").sees("登録しました。");
        first.enrols(visitor);
        visitor.follows("控えたので進む").isAt("/people").sees(first.name()).sees("1人");
        visitor.follows(first.name()).sees(first.mail());
        visitor.follows("規程").sees("まだ規程を採用していません");
        visitor.follows("証跡").sees("アカウントの発行");

        journey.visitor("second", served).opens(served.firstLink()).sees("このページはありません");
        visitor.presses("ログアウト").isAt("/log-in").opens("/people").isAt("/log-in");
    }
}
