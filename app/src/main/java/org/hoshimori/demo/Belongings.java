package org.hoshimori.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hoshimori.chapters.assets.Asset;
import org.hoshimori.chapters.assets.AssetId;
import org.hoshimori.chapters.assets.Assets;
import org.hoshimori.chapters.assets.Coded;
import org.hoshimori.chapters.assets.Keeping;
import org.hoshimori.chapters.assets.Marking;
import org.hoshimori.chapters.assets.PersonalInformation;
import org.hoshimori.chapters.assets.Rating;
import org.hoshimori.chapters.assets.Round;
import org.hoshimori.chapters.assets.Rounds;
import org.hoshimori.chapters.assets.UserScope;
import org.hoshimori.chapters.assets.Values;
import org.hoshimori.core.estate.Estate;
import org.hoshimori.core.estate.Item;
import org.hoshimori.core.estate.ItemId;
import org.hoshimori.core.estate.Noun;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.PersonId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** What the made-up company has that is worth protecting, and how it takes inventory of that. */
@Component
@ConditionalOnBooleanProperty("hoshimori.demo")
class Belongings {

    private static final Set<String> TOP_SECRET = Set.of(
            "legal-duty", "duty-of-confidentiality", "limited-data", "trade-secret", "hits-partners", "stops-business");

    private final Founding founding;
    private final Assets assets;
    private final Rounds rounds;
    private final Estate estate;
    private final Clock clock;

    Belongings(Founding founding, Assets assets, Rounds rounds, Estate estate, Clock clock) {
        this.founding = founding;
        this.assets = assets;
        this.rounds = rounds;
        this.estate = estate;
        this.clock = clock;
    }

    void registers(Lines.Line line, Actor by) {
        LocalDate today = LocalDate.now(clock);
        Keeping.Medium medium = Coded.of(Keeping.Medium.class, line.get("medium"));
        Asset asset = new Asset(
                AssetId.next(),
                line.get("code"),
                line.get("area"),
                line.get("name"),
                "",
                founding.department(line.get("department")),
                scope(line),
                new Keeping(
                        medium,
                        line.get("place"),
                        systems(line.get("systems")),
                        line.number("years") > 0 ? today.plusYears(line.number("years")) : null,
                        ""),
                Coded.of(PersonalInformation.class, line.get("personal")),
                rating(words(line.get("answers")), line.get("reason")),
                words(line.get("legal")),
                new Marking(medium == Keeping.Medium.PAPER ? Marking.Where.DOCUMENT : Marking.Where.FOLDER, ""),
                today,
                Asset.State.IN_USE,
                0);
        if (!(assets.register(asset, by) instanceof Assets.Outcome.Done)) {
            throw new IllegalStateException("the story does not hold together at " + line);
        }
    }

    /** All of a department's assets are confirmed, or the first half of them. */
    void takesInventory(String department, boolean all, Actor by, PersonId who) {
        Round round = rounds.open(founding.department(department), by);
        List<AssetId> waiting = rounds.waiting(round);
        rounds.confirm(round, all ? waiting : waiting.subList(0, waiting.size() / 2), by);
        if (all) {
            rounds.close(rounds.find(round.id()).orElseThrow(), "", by, who);
        }
    }

    private UserScope scope(Lines.Line line) {
        String users = line.get("users");
        return users.equals("*")
                ? UserScope.ALL
                : UserScope.of(words(users).stream().map(founding::department).toList());
    }

    private List<ItemId> systems(String number) {
        return Arrays.stream(Noun.values())
                .map(noun -> estate.numbered(noun, Set.of(number)))
                .map(Map::values)
                .flatMap(found -> found.stream().map(Item::id))
                .toList();
    }

    private static Rating rating(List<String> answers, String reason) {
        Set<String> met = new TreeSet<>(answers);
        boolean top = met.stream().anyMatch(TOP_SECRET::contains);
        int confidentiality = top ? Values.TOP_SECRET : met.contains("hinders-business") ? 2 : 1;
        return new Rating(
                new Values(confidentiality, met.contains("integrity") ? 2 : 1, met.contains("availability") ? 2 : 1),
                0,
                reason,
                answers);
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(w -> !w.isEmpty()).toList();
    }
}
