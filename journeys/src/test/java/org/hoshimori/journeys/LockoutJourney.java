package org.hoshimori.journeys;

import org.hoshimori.journeys.Journey.Somebody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Journeys.class)
class LockoutJourney {

    /** Of a general account, as the sample has it ({@code acc-9.3.g_lockout-threshold}). */
    private static final int THRESHOLD = 5;

    @Test
    void whoeverIsLockedOutIsReleasedByAnAdministrator(Journey journey) {
        Somebody owner = new Somebody("鈴木", "錠", "suzuki@example.jp", "Hayabusa9-sora+Umi");
        Visitor administrator = journey.administrator();
        Visitor visitor = journey.employee(administrator, owner);

        for (int i = 0; i < THRESHOLD; i++) {
            visitor.logsIn(owner.mail(), "wrong-" + i).sees("ログインできません。");
        }
        visitor.logsIn(owner.mail(), owner.password()).isAt("/log-in").sees("ログインできません。");

        administrator.follows("従業員").follows(owner.name()).follows("アカウントを見る").sees("までロックされています");
        administrator.presses("ロックを解除する").misses("ロックされています");
        visitor.logsIn(owner.mail(), owner.password()).isAt("/").sees(owner.name());
        administrator.follows("証跡").sees("ロックの解除");
    }
}
