package org.hoshimori.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Journeys.class)
class ApiTokenJourney {

    @Test
    void aTokenIsMadeUsedRevokedAndRefused(Journey journey) throws IOException, InterruptedException {
        Visitor administrator = journey.administrator();
        administrator.opens("/account").follows("APIトークン").isAt("/account/tokens").sees("トークンはありません");
        administrator.presses("作る").sees("使える範囲を選んでください");
        administrator
                .opens("/account/tokens")
                .fills("名前（何に使うか）", "夜間の集計")
                .fills("最後の日", LocalDate.now().plusDays(30).toString())
                .chooses("従業員・部門・役職を変える")
                .presses("作る")
                .sees("この鍵は、いまだけ表示します");
        String secret = administrator.reads("code.secret");

        HttpResponse<String> people = call(journey, "/api/v1/people", secret);
        assertThat(people.statusCode()).isEqualTo(200);
        assertThat(people.body()).contains("\"items\"");
        HttpResponse<String> duties = call(journey, "/api/v1/duties", secret);
        assertThat(duties.statusCode()).isEqualTo(403);
        assertThat(duties.body()).contains("トークンの範囲の外です");

        administrator.opens("/api").sees("Authorization: Bearer");
        administrator.unfolds("POST /api/v1/people");
        administrator.opens("/tokens").sees("夜間の集計").sees("個人");
        administrator.opens("/webhooks").sees("Webhookはありません");
        administrator
                .opens("/account/tokens")
                .presses("「夜間の集計」を取り消す")
                .sees("取消済み");

        HttpResponse<String> refused = call(journey, "/api/v1/people", secret);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("取り消されています");
        administrator.opens("/record").sees("APIトークンを取り消した");
    }

    private static HttpResponse<String> call(Journey journey, String path, String secret)
            throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(journey.address() + path))
                            .header("Authorization", "Bearer " + secret)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
