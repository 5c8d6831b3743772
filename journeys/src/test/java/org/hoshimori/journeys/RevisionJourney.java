package org.hoshimori.journeys;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.hoshimori.CompleteTailoring;
import org.hoshimori.journeys.Journey.Somebody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Journeys.class)
class RevisionJourney {

    /** As long as it takes, at least, until everybody has seen that the revision is not in force yet. */
    private static final int SECONDS_AHEAD = 25;

    private static final int SECONDS_A_MINUTE = 60;

    @Test
    void aRevisionTakesEffectAtTheMinuteThatItSaysForEverybody(Journey journey) throws InterruptedException {
        Served served = journey.emptyServer();
        Visitor officer = journey.visitor("officer", served).opens(served.firstLink());
        Journey.ADMINISTRATOR.enters(officer);
        Journey.ADMINISTRATOR.enrols(officer);
        officer.follows("控えたので進む");
        Somebody reader = new Somebody("高橋", "規", "takahashi@example.jp", "Karasu8-yama+Hoshi");
        Visitor employee = journey.visitor("reader", served)
                .opens(Journey.invitation(officer, reader))
                .fills("パスワード", reader.password())
                .presses("設定する")
                .logsIn(reader.mail(), reader.password());

        officer.follows("規程").hands("テーラリング", "tailoring.yaml", "values: {reg_company: 星社}\n");
        officer.presses("採用する").sees("件を直してから");
        ZonedDateTime minute = ZonedDateTime.now(ZoneId.of("Asia/Tokyo"))
                .plusSeconds(SECONDS_A_MINUTE + SECONDS_AHEAD)
                .truncatedTo(ChronoUnit.MINUTES);
        officer.hands("テーラリング", "tailoring.yaml", CompleteTailoring.text())
                .fills("施行日", minute.toLocalDate().toString())
                .fills("施行時刻（なくても可）", minute.toLocalTime().toString())
                .presses("採用する")
                .isAt("/regulation")
                .sees("施行前");

        employee.follows("規程").sees("第1版").sees("施行前").sees("まだ規程を採用していません").misses("規程を採用する");
        employee.waitsForTheEndOf("施行前", SECONDS_A_MINUTE + SECONDS_AHEAD)
                .misses("まだ規程を採用していません")
                .comesNotBefore(minute);
        employee.follows("施行中の規程を読む").sees("当社のもの");
    }
}
