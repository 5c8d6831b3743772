package org.hoshimori.journeys;

import org.hoshimori.journeys.Journey.Somebody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Journeys.class)
class DeputyJourney {

    @Test
    void aPostIsFilledWithItsHolderAndADeputy(Journey journey) {
        Visitor administrator = journey.administrator();
        Journey.invitation(administrator, new Somebody("役田", "職子", "yakuda@example.jp", ""));
        Journey.invitation(administrator, new Somebody("代田", "理人", "shirota@example.jp", ""));

        administrator.follows("役職と委員会").follows("システム管理者を任命する").presses("任命する").sees("一人を選んでください");
        administrator
                .types("就任者を探す言葉", "役田")
                .becomes("役田 職子")
                .chooses("役田 職子")
                .types("代理を探す言葉", "代田")
                .becomes("代田 理人")
                .chooses("代田 理人")
                .presses("任命する")
                .sees("役田 職子")
                .sees("代田 理人");
        administrator.follows("証跡").sees("代田 理人");
    }
}
