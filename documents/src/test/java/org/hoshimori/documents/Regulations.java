package org.hoshimori.documents;

import static org.hoshimori.documents.Words.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hoshimori.catalog.Lang;

/** Regulations to print: small ones with everything in them that a real one has. */
final class Regulations {

    private Regulations() {}

    static Document japanese(boolean draft) {
        return japanese(draft, List.of(organisation(), access(), incidents()));
    }

    static Document japanese(boolean draft, List<Chapter> chapters) {
        return new Document(
                Lang.JA,
                Phrase.of("情報セキュリティ関連規程"),
                say(set("reg_company", "会社名", "星守宇宙システム株式会社")),
                Phrase.of("第2版"),
                say(fill("reg_effective-on", "施行日", "2026年4月1日")),
                LocalDate.of(2026, 4, 1),
                draft,
                Logos.company(),
                List.of(
                        Phrase.of("このサンプルは、民間の宇宙システムについてのサイバーセキュリティ対策ガイドラインを補うものである。"),
                        Phrase.of("調達の要件として使うのには向かない。実際の対策を決めるときは、ガイドラインそのものを参照する。")),
                List.of(Phrase.of("経済産業省が公表する民間宇宙事業者向け「情報セキュリティ関連規程（サンプル）」の内容に基づき、文章を新たに書き起こした。")),
                List.of(
                        new Document.Edition(Phrase.of("第1版"), Phrase.of("2025年4月1日"), Phrase.of("新規に定めた。")),
                        new Document.Edition(
                                Phrase.of("第2版"),
                                Phrase.of("2026年4月1日"),
                                Phrase.of("ログオン試行回数の上限を5回から3回に改めた。宇宙システムの利用者認証に多要素認証を加えた。"))),
                chapters);
    }

    /** A regulation of about sixty pages. */
    static Document large(boolean draft) {
        List<Chapter> chapters = new ArrayList<>();
        for (int i = 1; i <= 11; i++) {
            List<Block> blocks = new ArrayList<>();
            for (int section = 1; section <= 7; section++) {
                String id = "c" + i + "-" + section;
                blocks.add(section(id, Integer.toString(section), "情報資産の管理と評価の基準 " + section));
                blocks.add(paragraph(
                        id + ".a",
                        "情報資産を社外へ持ち出すときは、",
                        sample("p", "承認する者", "所属部門長"),
                        "の許可を得て、",
                        link("c1-1", "第1章 1「情報資産の管理」"),
                        "に従う。"));
                blocks.add(section(id + ".1", section + ".1", "評価の方法"));
                for (int b = 0; b < 6; b++) {
                    blocks.add(item(
                            id + ".i" + b,
                            "ノートパソコンに保存して持ち出すときは、",
                            choose("q", "単位", "ディスク全体"),
                            "を暗号化し、",
                            space("衛星リモートセンシング記録については法令の定めに従う措置"),
                            "をとる。"));
                }
                blocks.add(grid(
                        id + "_t",
                        "対象となるシステム",
                        "機器名|対象|方法|保管先",
                        "ファイルサーバー|ユーザーファイル|Windows Serverバックアップ|NASサーバー",
                        "給与計算システム|アプリケーションのデータ|ファイルコピー|専用の外付けHDD（暗号化機能付き）",
                        "会計システム|アプリケーションのデータ|アプリケーションのバックアップ機能|クラウドのバックアップサービス"));
            }
            chapters.add(new Chapter(
                    "c" + i,
                    Integer.toString(i),
                    Phrase.of("情報資産管理"),
                    Phrase.of("2026年4月1日"),
                    Phrase.of("全社・全従業員"),
                    List.of("PR.AA"),
                    blocks));
        }
        return japanese(draft, chapters);
    }

    static Chapter organisation() {
        return new Chapter(
                "org",
                "1",
                Phrase.of("組織的対策"),
                say(fill("org_revised-on", "改訂日", "○年○月○日")),
                say(sample("org_scope", "適用範囲", "全社・全従業員")),
                List.of("ID.RA", "ID.IM"),
                List.of(
                        section("org-1", "1", "情報セキュリティのための組織"),
                        paragraph(
                                "org-1.a",
                                "自社の情報セキュリティについての権限と責任は、最終的に経営者等（",
                                sample("org-1.a_top-management", "経営者等に当たる役職", "代表取締役又は取締役"),
                                "をいう。以下同じ。）が負う。これより上位の権限及び責任はないものとする。"),
                        paragraph("org-1.b", "対策を推し進める組織として、次の役職に就く者から成る情報セキュリティ委員会を置く。"),
                        grid(
                                "org-1.b_roles",
                                "役職と責任",
                                "役職名|役割と責任",
                                "情報セキュリティ責任者|対策の採否を含む情報セキュリティ全般を決定し、その責任の全てを負う。",
                                "情報セキュリティ部門責任者|受け持つ部門で情報セキュリティを運用管理し、対策の実施に責任を負う。",
                                "システム管理者|社内の情報システムに要る対策を検討し、取り入れる。",
                                "監査・点検責任者|この規程に照らして対策が適切に行われているかを検証・評価し、助言する。"),
                        heading("情報セキュリティ委員会の体制"),
                        new Block.Chart(
                                List.of("org-1.b_posts"),
                                Phrase.of("委員会の体制と就任者"),
                                List.of(post(
                                        "代表取締役",
                                        List.of(),
                                        post(
                                                "情報セキュリティ責任者",
                                                List.of(say(fill("x", "就任者", "人事課長"))),
                                                post("インシデント対応責任者", List.of(Phrase.of("○○"))),
                                                post(
                                                        "情報セキュリティ部門責任者",
                                                        List.of(
                                                                Phrase.of("営業部長"),
                                                                Phrase.of("技術部長"),
                                                                Phrase.of("製造部長"))),
                                                post("システム管理者", List.of(Phrase.of("○○")))),
                                        post("監査・点検責任者", List.of(say(fill("y", "就任者", "○○課長"))))))),
                        section("org-2", "2", "情報セキュリティの監査・点検"),
                        paragraph(
                                "org-2.a",
                                sample("org-2.a_inspector", "実施する者", "監査・点検責任者"),
                                "は、毎年",
                                fill("org-2.a_month", "実施する月", "○月"),
                                "に、この規程がどのように行われているかの",
                                choose("org-1.b_audit-wording", "監査・点検の呼び方", "監査・点検"),
                                "を実施する。"),
                        item("org-2.b.x", "規程が十分に守られていない：その原因を突き止めて改める"),
                        item("org-2.b.y", "規程が定める対策が足りない、又は効き目がない：規程を改める"),
                        new Block.Excluded(
                                List.of("org-3"), "3", Phrase.of("情報セキュリティに関する情報共有"), 1, Phrase.of("親会社の規程による。"))));
    }

    static Chapter access() {
        return new Chapter(
                "acc",
                "4",
                Phrase.of("アクセス制御及び認証"),
                Phrase.of("2026年4月1日"),
                Phrase.of("情報資産の利用者及び情報処理施設"),
                List.of("PR.AA", "PR.DS"),
                List.of(
                        section("acc-1", "1", "アクセス制御方針"),
                        paragraph(
                                "acc-1.lead",
                                "対象となるシステムは、",
                                link("acc-9.1", "第4章 9.1「アクセス制御の対象」"),
                                "に記載する。委員会については",
                                link("org-1.b", "第1章 1「情報セキュリティ委員会と役職」"),
                                "による。"),
                        item("acc-1.a", "データとシステムへの論理的なアクセスを制御する方針を定める。"),
                        subItem("acc-1.a.x", "方針はシステム管理者が作り、情報セキュリティ責任者が承認する。"),
                        subItem("acc-1.a.y", "方針は年1回見直す。"),
                        item("acc-1.b", space("宇宙活動法、衛星リモセン法、特定秘密保護法などが取扱いを定める情報については、その法律と運用基準に沿った保護措置をとる。")),
                        note("方針は、情報資産管理台帳の利用者範囲に基づいて定め、利用者の業務・職務を行う上で必要な最低限の権限だけを与えるものとする。異動したときは速やかに改める。"),
                        section("acc-9", "9", "標準設定等"),
                        section("acc-9.1", "9.1", "アクセス制御の対象"),
                        grid(
                                "acc-9.1_systems",
                                "対象となる宇宙システム",
                                "宇宙システム|サブシステム|制御の方法",
                                "衛星運用システム|ネットワーク運用・制御システム|○○○○",
                                "衛星データ利用システム（衛星データ利用サービス）|データ送受信アンテナ制御システム|○○○○",
                                "開発・製造システム||○○○○"),
                        section("acc-9.3", "9.3", "利用者アカウント・パスワードの条件"),
                        item(
                                "acc-9.3.a",
                                "パスワードは",
                                set("acc-9.3.p_min-length", "パスワードの最小の長さ", "12"),
                                "文字以上とし、ログオンに",
                                set("acc-9.3.p_lockout-threshold", "ロックアウトのしきい値", "3"),
                                "回失敗したら",
                                sample("acc-9.3.p_lockout-duration", "ロックアウトの期間", "6時間"),
                                "ロックする。"),
                        item("acc-9.3.b", own("生体認証を併せて用いる。"), foreign("Passkeys may be used instead of passwords.")),
                        section("acc-9.3.1", "9.3.1", "特権アカウント"),
                        paragraph("acc-9.3.1.a", "特権アカウントは、", link("gone-1", "第9章 1"), "のほか、次の表のとおりとする。"),
                        grid(
                                "acc-9.3.1_t",
                                "",
                                "項目|一般|特権|根拠",
                                "文字数|10文字以上 / 英大文字、英小文字、数字、記号のうち三種類以上を含む|14文字以上|A.5.17",
                                "有効期間|－|90日|A.8.2")));
    }

    static Chapter incidents() {
        List<Block> blocks = new ArrayList<>(List.of(
                section("inc-4", "4", "インシデントへの対応"),
                heading("ウイルス感染"),
                paragraph("inc-4.lead", "発見者は、次の順に行動する。"),
                step(1, "感染したパソコンをネットワークから切り離す。"),
                step(2, "システム管理者に知らせる。"),
                step(3, "システム管理者は、次のことを行う。"),
                subItem("", "ウイルスの種類を調べる"),
                subItem("", "ほかの機器への広がりを調べる"),
                step(4, "経過をインシデント対応記録に残す。"),
                heading("情報漏えい"),
                step(1, "漏えいした情報と範囲を確かめる。"),
                step(2, "個人情報保護委員会へ速やかに（", set("inc-4_report", "報告の期限", "3日以内"), "に）報告する。"),
                section("inc-5", "5", "届出先")));
        List<String> rows = new ArrayList<>();
        for (int i = 1; i <= 40; i++) {
            rows.add("届出先" + i + "|独立行政法人情報処理推進機構 セキュリティセンター|https://www.example.go.jp/security/todokede/virus-" + i
                    + ".html|03-0000-00" + (10 + i));
        }
        blocks.add(grid("inc-5_addresses", "届出・相談の窓口", "届出の種類|機関|URL|電話", rows.toArray(String[]::new)));
        return new Chapter(
                "inc",
                "10",
                Phrase.of("情報セキュリティインシデント対応ならびに事業継続管理"),
                Phrase.of("2026年4月1日"),
                Phrase.of("全社"),
                List.of("RS.MA", "RC.RP"),
                blocks);
    }

    static Document english(boolean draft) {
        return new Document(
                Lang.EN,
                Phrase.of("Information security regulations"),
                say(set("reg_company", "Company name", "Hoshimori Space Systems, Inc.")),
                Phrase.of("Second edition"),
                say(fill("reg_effective-on", "Effective date", "1 April 2026")),
                LocalDate.of(2026, 4, 1),
                draft,
                null,
                List.of(
                        Phrase.of(
                                "This sample supplements the guideline on cybersecurity measures for civil space systems. It is not suited to serve as procurement requirements.")),
                List.of(
                        Phrase.of(
                                "Written afresh on the basis of the sample published by Japan's Ministry of Economy, Trade and Industry.")),
                List.of(new Document.Edition(
                        Phrase.of("First edition"), Phrase.of("1 April 2025"), Phrase.of("Newly established."))),
                List.of(new Chapter(
                        "phy",
                        "5",
                        Phrase.of("Physical measures"),
                        Phrase.of("1 April 2026"),
                        Phrase.of("All sites"),
                        List.of("PR.AA", "PR.IR", "DE.CM"),
                        List.of(
                                section("phy-1", "1", "Setting up security areas"),
                                paragraph(
                                        "phy-1.lead",
                                        "Places inside the company are divided into areas of three levels by the importance of the information assets handled there, and each follows the table below."),
                                grid(
                                        "phy-1_areas",
                                        "Security areas",
                                        "Item|Level 1|Level 2|Level 3",
                                        "Places|Reception at head office, meeting space, warehouse|Office, executive office, archive, factory (development and manufacturing systems)|Server room or locked server rack, satellite operation system (mission control system and the like)",
                                        "Who may enter|Employees, related outsiders and the public|Outsiders with an employee's permission or escort|Only people permitted beforehand by the system administrator",
                                        "Restrictions|Internal and top-secret assets must not be left lying|Equipment must not be operated without permission / Equipment must not be removed without permission|Storage media must not be brought in without permission / Equipment must not be removed"),
                                section("phy-3", "3", "Cautions inside security areas"),
                                item("phy-3.a", "Originals and prints must not be left at copiers or printers."),
                                item(
                                        "phy-3.e",
                                        "Nobody may photograph or record inside rooms; where business needs it, approval of the ",
                                        sample(
                                                "phy-3.e_approver",
                                                "Who permits photography",
                                                "departmental security manager"),
                                        " is obtained (see ",
                                        link("phy-1", "chapter 5, 1 \"Setting up security areas\""),
                                        ")."),
                                note(
                                        "Whiteboards are erased after use. This holds for every level, for meeting rooms as well as corridors, and for visitors."),
                                step(1, "Report to the ", fill("z", "Post", "____"), "."),
                                step(2, "Leave everything ", choose("w", "How", "as it is"), "."),
                                new Block.Excluded(
                                        List.of("phy-4"),
                                        "4",
                                        Phrase.of("Handing over deliveries"),
                                        1,
                                        Phrase.EMPTY)))));
    }
}
