package org.hoshimori.journeys;

import java.nio.file.Files;
import java.nio.file.Path;
import org.hoshimori.journeys.Journey.Somebody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** At a real OpenLDAP; run by {@code bin/verify-peers}. */
@ExtendWith(Journeys.class)
@EnabledIfSystemProperty(named = "journeys.slapd", matches = ".+")
class DirectoryJourney {

    @Test
    void whoStandsInTheDirectoryIsTakenOverOnlyWhenSomebodySaysSo(Journey journey, @TempDir Path folder)
            throws Exception {
        Vouched ours = Vouched.made(folder, "ours");
        Path password = Files.writeString(folder.resolve("password"), Slapd.PASSWORD);
        Path program = Path.of(System.getProperty("journeys.slapd"));
        try (Slapd slapd = new Slapd(program, folder, Journey.free(), ours.certificate(), ours.key())) {
            String[] options = {
                "--directory-url",
                slapd.url(),
                "--directory-base",
                Slapd.BASE,
                "--directory-user",
                Slapd.USER,
                "--directory-password-file",
                password.toString(),
                "--directory-number",
                "uid",
                "--directory-ca",
                ours.certificate().toString()
            };
            Served served = journey.emptyServerAtAName(options);
            Somebody owner = new Somebody("Conrad", "Hermes", "hermes@planetexpress.com", "Tsubame3-hama+Kumo");
            Visitor visitor = journey.visitor("owner", served).opens(served.firstLink());
            owner.enters(visitor);
            owner.enrols(visitor);
            visitor.follows("控えたので進む").follows("ディレクトリとの照合").sees("決めることが残っている違いはありません").misses("違い0件");

            visitor.presses("今すぐ照合する").sees("照合しました").sees("Turanga Leela").sees("違い4件");
            visitor.presses("Conrad Hermesさんの変更を台帳に反映する").sees("台帳に反映しました");
            visitor.opens("/people").misses("fry@planetexpress.com");
            visitor.opens("/directory").presses("Fry Philipさんを従業員に登録する").sees("台帳に反映しました");
            visitor.presses("Turanga Leelaさんを従業員に登録する").opens("/people").sees("Fry Philip");
            visitor.opens("/directory").presses("Kroker Amyさんの違いをこのままにする").sees("決めることが残っている違いはありません");

            slapd.holds(people -> people.replace("mail: leela@", "mail: turanga@")
                    .replaceFirst("(?s)dn: cn=Philip J. Fry.*?\n\n", ""));
            visitor.presses("今すぐ照合する").sees("違い2件").sees("メールアドレス：leela@planetexpress.com → turanga@planetexpress.com");
            visitor.sees("退職（ディレクトリにいない、または無効）");
            visitor.opens("/").sees("ディレクトリと従業員の台帳の違いが2件あります");
            visitor.opens("/record").sees("ディレクトリとの照合").sees("ディレクトリの内容の反映");

            slapd.stops();
            visitor.opens("/directory").presses("今すぐ照合する").sees("ディレクトリを読めません").sees("違い2件");
        }
    }

    @Test
    void nothingIsReadFromADirectoryThatNobodyVouchesFor(Journey journey, @TempDir Path folder) throws Exception {
        Vouched ours = Vouched.made(folder, "ours");
        Vouched others = Vouched.made(folder, "others");
        try (Slapd slapd = new Slapd(
                Path.of(System.getProperty("journeys.slapd")),
                folder,
                Journey.free(),
                ours.certificate(),
                ours.key())) {
            Served served = journey.emptyServerAtAName(
                    "--directory-url",
                    slapd.url(),
                    "--directory-base",
                    Slapd.BASE,
                    "--directory-number",
                    "uid",
                    "--directory-ca",
                    others.certificate().toString());
            Somebody owner = new Somebody("Conrad", "Hermes", "hermes@planetexpress.com", "Tsubame3-hama+Kumo");
            Visitor visitor = journey.visitor("owner", served).opens(served.firstLink());
            owner.enters(visitor);
            owner.enrols(visitor);
            visitor.follows("控えたので進む").opens("/directory").presses("今すぐ照合する").sees("ディレクトリを読めません");
        }
    }

    @Test
    void startsTlsBeforeItSaysWhoItIsAndKnowsWhoIsDisabled(Journey journey, @TempDir Path folder) throws Exception {
        Vouched ours = Vouched.made(folder, "ours");
        Path password = Files.writeString(folder.resolve("password"), Slapd.PASSWORD);
        Path program = Path.of(System.getProperty("journeys.slapd"));
        try (Slapd slapd = new Slapd(program, folder, "ldap", Journey.free(), ours.certificate(), ours.key())) {
            slapd.holds(people -> people.replaceFirst(
                    "(dn: cn=Philip J. Fry[^\n]*\n)",
                    "$1objectClass: activeDirectoryUser\nuserAccountControl: 514\n"));
            Served served = journey.emptyServerAtAName(
                    "--directory-url",
                    slapd.url(),
                    "--directory-base",
                    Slapd.BASE,
                    "--directory-user",
                    Slapd.USER,
                    "--directory-password-file",
                    password.toString(),
                    "--directory-number",
                    "uid",
                    "--directory-ca",
                    ours.certificate().toString());
            Somebody owner = new Somebody("Conrad", "Hermes", "hermes@planetexpress.com", "Tsubame3-hama+Kumo");
            Visitor visitor = journey.visitor("owner", served).opens(served.firstLink());
            owner.enters(visitor);
            owner.enrols(visitor);
            visitor.follows("控えたので進む").opens("/directory").presses("今すぐ照合する").sees("照合しました");
            visitor.sees("Turanga Leela").misses("Fry Philip").sees("違い3件");
        }
    }
}
