package org.hoshimori.journeys;

import org.hoshimori.journeys.Journey.Somebody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Journeys.class)
class PeopleJourney {

    @Test
    void aPersonIsFoundWhileOneTypesAndTheSearchCanBeShared(Journey journey) {
        Visitor administrator = journey.administrator();
        Journey.invitation(administrator, new Somebody("鳳凰院", "探", "hououin@example.jp", ""));
        administrator
                .follows("従業員")
                .types("氏名・読み・メール・社員番号", "鳳凰")
                .becomes("1人")
                .sees("鳳凰院 探")
                .misses(Journey.ADMINISTRATOR.mail());

        journey.administrator().opens(administrator.place()).sees("鳳凰院 探").sees("1人");
        administrator.follows("鳳凰院 探").follows("変更する").fills("退職日（最終日）", "2000-01-01");
        administrator.presses("保存する").sees("退職日が入社日より前です。");
    }
}
