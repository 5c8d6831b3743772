package org.hoshimori.journeys;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One journey: who takes part, and at which server. */
final class Journey implements AutoCloseable {

    /** The first administrator of the company that journeys share. */
    static final Somebody ADMINISTRATOR = new Somebody("星野", "監子", "hoshino@example.jp", "Tanuki7-odori+Kaze");

    private final Journeys.House house;
    private final List<Visitor> visitors = new ArrayList<>();
    private final List<Served> servers = new ArrayList<>();

    Journey(Journeys.House house) {
        this.house = house;
    }

    /** Somebody with a mail address and a password. */
    record Somebody(String family, String given, String mail, String password) {

        String name() {
            return family + " " + given;
        }

        /** Fills in the form of the first start. */
        Visitor enters(Visitor visitor) {
            return visitor.fills("姓", family)
                    .fills("名", given)
                    .fills("メールアドレス", mail)
                    .fills("パスワード", password)
                    .presses("登録する");
        }
    }

    /** A server of its own, with nothing in it. */
    Served emptyServer() {
        Served served = Served.fromNothing();
        servers.add(served);
        return served;
    }

    /** Somebody who comes to that server for the first time. */
    Visitor visitor(String name, Served at) {
        return add(new Visitor(name, at.address(), house.browser(), true));
    }

    /** Somebody who comes to the company's server for the first time. */
    Visitor visitor(String name) {
        return visitor(name, house.company());
    }

    /** The same, with a browser that runs no scripts. */
    Visitor visitorWithoutScripts(String name) {
        return add(new Visitor(name, house.company().address(), house.browser(), false));
    }

    /** The company's administrator, logged in. */
    Visitor administrator() {
        return visitor("administrator").logsIn(ADMINISTRATOR.mail(), ADMINISTRATOR.password());
    }

    /** An administrator enters somebody and invites him or her; the path of the link that came of it. */
    static String invitation(Visitor administrator, Somebody somebody) {
        String link = administrator
                .follows("従業員")
                .follows("従業員を登録する")
                .fills("社員番号", somebody.mail())
                .fills("姓", somebody.family())
                .fills("名", somebody.given())
                .fills("メールアドレス", somebody.mail())
                .presses("保存する")
                .follows("アカウント")
                .presses("招待する")
                .reads(".account .message code");
        return link.substring(link.indexOf("/invitation"));
    }

    /** Somebody with an account, who has a password and stands at the door. */
    Visitor employee(Visitor administrator, Somebody somebody) {
        return visitor(somebody.given())
                .opens(invitation(administrator, somebody))
                .fills("パスワード", somebody.password())
                .presses("設定する");
    }

    private Visitor add(Visitor visitor) {
        visitors.add(visitor);
        return visitor;
    }

    void keeps(Path folder) {
        visitors.forEach(v -> v.keeps(folder));
    }

    @Override
    public void close() {
        visitors.forEach(Visitor::leaves);
        servers.forEach(Served::close);
    }
}
