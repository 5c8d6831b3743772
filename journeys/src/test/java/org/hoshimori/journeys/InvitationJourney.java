package org.hoshimori.journeys;

import org.hoshimori.journeys.Journey.Somebody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Journeys.class)
class InvitationJourney {

    @Test
    void anInvitedPersonSetsAPasswordOnceAndLogsIn(Journey journey) {
        Somebody guest = new Somebody("佐藤", "招", "sato@example.jp", "Kitsune5-mori+Yuki");
        String link = Journey.invitation(journey.administrator(), guest);

        Visitor visitor = journey.visitor("guest").opens(link).sees("佐藤 招さん");
        visitor.fills("パスワード", "password1234").presses("設定する").sees("よく知られた言葉「password」をもとにしている");
        visitor.fills("パスワード", guest.password()).presses("設定する").isAt("/log-in");
        visitor.logsIn(guest.mail(), guest.password()).isAt("/").sees(guest.name());
        visitor.misses("証跡").opens("/record").sees("このページを見る権限がありません");

        journey.visitor("finder").opens(link).sees("このページはありません");
    }
}
