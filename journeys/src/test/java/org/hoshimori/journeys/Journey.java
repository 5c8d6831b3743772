package org.hoshimori.journeys;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
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
            return visitor.fills("会社名", "星海宇宙株式会社")
                    .chooses("衛星運用")
                    .fills("姓", family)
                    .fills("名", given)
                    .fills("メールアドレス", mail)
                    .fills("パスワード", password)
                    .presses("登録する");
        }

        /** Logs in for the first time with the second factor that the regulation demands; the app that then has the key. */
        Authenticator enrols(Visitor visitor) throws InterruptedException {
            visitor.logsIn(mail, password).isAt("/second-factor/enrol");
            Authenticator app = new Authenticator(visitor.reads("code.key"));
            visitor.fills("新しく表示された6桁の確認コード", app.code()).presses("登録する").sees("回復コード");
            return app;
        }
    }

    /** A server of its own, with nothing in it. */
    Served emptyServer() {
        Served served = Served.fromNothing();
        servers.add(served);
        return served;
    }

    /** A server of its own that is known by a name, as passkeys need it, with nothing in it. */
    Served emptyServerAtAName(String... options) throws IOException {
        return emptyServerAt(free(), options);
    }

    /** The same at that port. */
    Served emptyServerAt(int port, String... options) {
        List<String> all = new ArrayList<>(List.of("--public-url", "http://localhost:" + port + "/"));
        all.addAll(List.of(options));
        Served served = Served.fromNothingAt(port, all.toArray(String[]::new));
        servers.add(served);
        return served;
    }

    /** A port that nobody uses. */
    static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** A server on a data folder that stands below this one. */
    Served serverOn(Path folder) {
        Served served = Served.on(folder);
        servers.add(served);
        return served;
    }

    /** Somebody who comes to that server for the first time. */
    Visitor visitor(String name, Served at) {
        return visitor(name, at.address());
    }

    /** Somebody who comes to that address, where a proxy stands before the servers, for the first time. */
    Visitor visitor(String name, String address) {
        return add(new Visitor(name, address, house.browser(), true, null));
    }

    /** The data folder of the company's server. */
    Path data() {
        return house.company().data();
    }

    /** Where the company's server is, for programs. */
    String address() {
        return house.company().address();
    }

    /** Somebody who comes to the company's server for the first time. */
    Visitor visitor(String name) {
        return visitor(name, house.company());
    }

    /** The company's administrator, logged in, at a browser that runs no scripts. */
    Visitor administratorWithoutScripts() {
        return add(
                new Visitor("plain", house.company().address(), house.browser(), false, house.administratorsSession()));
    }

    /** The company's administrator, logged in. */
    Visitor administrator() {
        return add(new Visitor(
                        "administrator",
                        house.company().address(),
                        house.browser(),
                        true,
                        house.administratorsSession()))
                .opens("/");
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
                .follows("アカウントを見る")
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

    void keeps(Path folder) throws IOException {
        visitors.forEach(v -> v.keeps(folder));
        for (Served served : servers.isEmpty() ? List.of(house.company()) : servers) {
            Files.writeString(
                    folder.resolve("server-" + URI.create(served.address()).getPort() + ".log"), served.said());
        }
    }

    @Override
    public void close() {
        visitors.forEach(Visitor::leaves);
        servers.forEach(Served::close);
    }
}
