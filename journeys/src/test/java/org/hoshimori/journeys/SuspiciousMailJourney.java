package org.hoshimori.journeys;

import org.hoshimori.journeys.Journey.Somebody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Journeys.class)
class SuspiciousMailJourney {

    private static final String MAIL = """
            From: =?UTF-8?B?44Ki44Oe44K+44Oz?= <info@amazon-account.example-check.top>
            To: ask@example.jp
            Subject: =?UTF-8?B?44Ki44Kr44Km44Oz44OI44GM5YGc5q2i44GV44KM44G+44GZ?=
            MIME-Version: 1.0
            Content-Type: text/html; charset=UTF-8
            Content-Transfer-Encoding: 8bit

            <p>お客様各位 アカウントが停止されます。24時間以内にパスワードを入力して確認してください。</p>
            <img src="https://tracker.example/p.gif">
            <a href="https://amazon-account.example-check.top/login">https://www.amazon.co.jp/</a>
            """;

    @Test
    void anEmployeeAsksReportsAndIsAnswered(Journey journey) {
        Visitor administrator = journey.administrator();
        Somebody somebody = new Somebody("受信", "花子", "jushin@example.jp", "Tegami-wo-hiraku-2026");
        Visitor employee = journey.employee(administrator, somebody);
        employee.logsIn(somebody.mail(), somebody.password())
                .opens("/mail-check")
                .presses("調べる")
                .sees("メールのファイルを選んでください。")
                .hands("メールのファイル", "不審.eml", MAIL)
                .presses("調べる")
                .sees("危険")
                .sees("添付ファイルやリンクを開かず")
                .sees("表示されているURLと実際のリンク先が異なる")
                .sees("hxxps://amazon-account[.]example-check[.]top/login")
                .unfolds("当てはまらない特徴")
                .fills("補足（任意）", "リンクは開いていません。")
                .presses("報告する")
                .sees("報告を受け付けました。")
                .sees("確認中");
        administrator
                .opens("/mail-check/reports")
                .follows("アカウントが停止されます")
                .sees("リンクは開いていません。")
                .presses("回答する")
                .sees("有害か無害かを選んでください。")
                .chooses("有害（攻撃・詐欺）")
                .fills("報告した人への回答", "メールを削除してください。")
                .presses("回答する")
                .sees("有害");
        employee.opens("/mail-check").sees("有害").follows("アカウントが停止されます").sees("メールを削除してください。");
    }
}
