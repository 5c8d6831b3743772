package org.hoshimori.journeys;

import java.nio.file.Files;
import java.nio.file.Path;
import org.hoshimori.journeys.Journey.Somebody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** At a real Keycloak; run by {@code bin/verify-peers}. */
@ExtendWith(Journeys.class)
@EnabledIfSystemProperty(named = "journeys.keycloak", matches = ".+")
class SignOnJourney {

    private static final String DOOR = "会社のアカウントでログイン";

    @Test
    void theCompanysAccountLetsInWhomWeKnowAndMakesNobodyMoreThanHeIs(Journey journey) throws Exception {
        int port = Journey.free();
        String application = "http://localhost:" + port;
        Path secret = Files.createTempFile("client", ".secret");
        Files.writeString(secret, Keycloak.SECRET + "\n");
        try (Keycloak keycloak =
                new Keycloak(Path.of(System.getProperty("journeys.keycloak")), Journey.free(), application)) {
            Served served = journey.emptyServerAt(
                    port,
                    "--sso-issuer",
                    keycloak.issuer(),
                    "--sso-client",
                    Keycloak.CLIENT,
                    "--sso-secret-file",
                    secret.toString());
            Somebody owner = new Somebody("管", "理", "kanri@example.jp", "Tsubame3-hama+Kumo");
            Visitor administrator = journey.visitor("administrator", served).opens(served.firstLink());
            owner.enters(administrator);
            owner.enrols(administrator);
            administrator.follows("控えたので進む");
            Somebody hanako = new Somebody("高橋", "花子", "hanako@example.jp", "Kitsune5-mori+Yuki");
            String link = Journey.invitation(administrator, hanako);
            administrator
                    .opens("/accounts/sign-on")
                    .fills("グループ", "監査チーム")
                    .picks("役職", "システム管理者")
                    .presses("提案に使う");

            Visitor known = journey.visitor("hanako", served).knows(keycloak.address());
            known.opens(link).fills("パスワード", hanako.password()).presses("設定する");
            known.opens("/account").isAt("/log-in").goesTo(DOOR, keycloak.address());
            known.identifies("hanako", Keycloak.PASSWORD).isAt("/account").sees("会社のアカウント：成功");
            known.misses("証跡");

            Visitor stranger = journey.visitor("stranger", served).knows(keycloak.address());
            stranger.opens("/log-in").goesTo(DOOR, keycloak.address());
            stranger.identifies("stranger", Keycloak.PASSWORD).isAt("/log-in").sees("従業員は登録されていません");
            stranger.opens("/").isAt("/log-in");

            Visitor chief = journey.visitor("chief", served).knows(keycloak.address());
            chief.opens("/log-in").goesTo(DOOR, keycloak.address());
            chief.identifies("chief", Keycloak.PASSWORD).isAt("/log-in").sees("権限を持つアカウントは");

            administrator.opens("/").sees("ログインできなかった人が2人います").sees("役職が1件提案されています");
            administrator
                    .opens("/accounts/sign-on")
                    .sees("stranger@example.org")
                    .sees("該当する従業員なし");
            administrator.presses("高橋 花子さんをシステム管理者に今日から任命する").sees("任命しました");
            administrator.opens("/record").sees("役職の提案の採否").sees("会社のアカウントとの結付け");
            administrator
                    .opens("/accounts/sign-on")
                    .presses("kanri@example.jpを従業員と結び付ける")
                    .sees("結び付けました");
            chief.opens("/log-in").follows(DOOR).isAt("/second-factor");

            known.opens("/people").isAt("/second-factor/enrol");
            known.presses("ログアウト").isAt("/log-in").sees("ログアウトしました");
            known.opens("/log-in").goesTo(DOOR, keycloak.address());
            known.identifies("hanako", Keycloak.PASSWORD).isAt("/second-factor/enrol");

            Visitor desk = journey.visitor("desk", served).logsIn(hanako.mail(), hanako.password());
            desk.isAt("/second-factor/enrol");
            known.endsAt(keycloak.issuer() + "/protocol/openid-connect/logout");
            known.opens("/people").isAt("/log-in");
            desk.opens("/people").isAt("/log-in");
        } finally {
            Files.delete(secret);
        }
    }
}
