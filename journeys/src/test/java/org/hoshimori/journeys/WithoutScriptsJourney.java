package org.hoshimori.journeys;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Journeys.class)
class WithoutScriptsJourney {

    @Test
    void allThatTheMainPagesDoTheyDoWithoutScripts(Journey journey) {
        Visitor visitor = journey.administratorWithoutScripts().opens("/");
        visitor.follows("従業員")
                .follows("従業員を登録する")
                .fills("社員番号", "N-1")
                .fills("姓", "渡辺")
                .fills("名", "静")
                .fills("メールアドレス", "nonsense")
                .presses("保存する")
                .sees("メールアドレスの形になっていません。");
        visitor.fills("メールアドレス", "watanabe@example.jp").presses("保存する").sees("渡辺 静");
        visitor.follows("従業員").fills("氏名・読み・メール・社員番号", "渡辺").presses("検索").sees("1人");
        visitor.follows("規程").sees("まだ規程を採用していません");
        visitor.follows("証跡").sees("入社（登録）").presses("証跡を検証する").sees("異常はありません");
        visitor.misses("English")
                .follows("証跡に戻る")
                .follows("English")
                .sees("Record")
                .misses("証跡");
        visitor.follows("Posts and committee").follows("日本語").sees("役職と委員会");
    }
}
