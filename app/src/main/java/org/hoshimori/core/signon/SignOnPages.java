package org.hoshimori.core.signon;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.posts.Posts;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who came from the provider and waits, who is linked, and which posts groups propose. */
@Controller
@RequestMapping("/accounts/sign-on")
@PreAuthorize("hasAuthority('accounts')")
class SignOnPages {

    private static final int MOST = 200;
    private static final int LONGEST_GROUP = 200;
    private static final String BACK = "redirect:/accounts/sign-on";

    private final SignOnSettings settings;
    private final Admission admission;
    private final Proposals proposals;
    private final LinkTable links;
    private final KnockTable knocks;
    private final Posts posts;
    private final PeopleRegister people;

    SignOnPages(
            SignOnSettings settings,
            Admission admission,
            Proposals proposals,
            LinkTable links,
            KnockTable knocks,
            Posts posts,
            PeopleRegister people) {
        this.settings = settings;
        this.admission = admission;
        this.proposals = proposals;
        this.links = links;
        this.knocks = knocks;
        this.posts = posts;
        this.people = people;
    }

    /**
     * All of it.
     *
     * @param issuer empty where no provider is set
     * @param titles of posts by code
     * @param names of the people who occur, by id
     * @param problem a message code, if the last try went wrong
     */
    record Page(
            String issuer,
            List<Knock> knocks,
            List<Proposal> proposals,
            Map<String, String> mapping,
            List<Posts.Titled> posts,
            Map<String, String> titles,
            List<Link> links,
            Map<PersonId, String> names,
            Optional<String> problem) {

        public String name(PersonId person) {
            return names.getOrDefault(person, "–");
        }

        public String title(String post) {
            return titles.getOrDefault(post, post);
        }
    }

    @GetMapping
    ModelAndView all(Locale locale) {
        return page(locale, Optional.empty());
    }

    @PostMapping("/knocks/{id}/accept")
    ModelAndView accept(@PathVariable UUID id, Actor actor, Locale locale) {
        return admission.accept(id, actor)
                ? new ModelAndView(BACK + "?linked")
                : page(locale, Optional.of("sign-on.not-linked"));
    }

    @PostMapping("/knocks/{id}/dismiss")
    String dismiss(@PathVariable UUID id, Actor actor) {
        admission.dismiss(id, actor);
        return BACK;
    }

    @PostMapping("/links/{person}/cut")
    String cut(@PathVariable PersonId person, Actor actor) {
        admission.unlink(person, actor);
        return BACK;
    }

    @PostMapping("/groups")
    ModelAndView map(
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "") String post,
            Actor actor,
            Locale locale) {
        String named = group.strip();
        if (named.isEmpty()
                || named.length() > LONGEST_GROUP
                || (!post.isEmpty() && !posts.codes().contains(post))) {
            return page(locale, Optional.of("sign-on.group-needed"));
        }
        proposals.map(named, Optional.of(post).filter(p -> !p.isEmpty()), actor);
        return new ModelAndView(BACK);
    }

    @PostMapping("/proposals/{id}/accept")
    @PreAuthorize("hasAuthority('accounts') and hasAuthority('people')")
    ModelAndView appoint(@PathVariable UUID id, Actor actor, Locale locale) {
        return switch (proposals.accept(id, actor)) {
            case Proposals.Outcome.Done done -> new ModelAndView(BACK + "?appointed");
            case Proposals.Outcome.Own own -> page(locale, Optional.of("sign-on.own-post"));
            case Proposals.Outcome.Refused refused -> page(locale, Optional.of("sign-on.cannot-appoint"));
        };
    }

    @PostMapping("/proposals/{id}/decline")
    @PreAuthorize("hasAuthority('accounts') and hasAuthority('people')")
    String decline(@PathVariable UUID id, Actor actor) {
        proposals.decline(id, actor);
        return BACK;
    }

    private ModelAndView page(Locale locale, Optional<String> problem) {
        List<Knock> waiting = knocks.open(MOST);
        List<Proposal> proposed = proposals.open();
        List<Link> linked = links.page(MOST);
        List<Posts.Titled> titled = posts.named("", locale);
        return new ModelAndView("signon/sign-on", problem.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject(
                        "page",
                        new Page(
                                settings.issuer(),
                                waiting,
                                proposed,
                                proposals.mapping(),
                                titled,
                                titled.stream().collect(Collectors.toMap(Posts.Titled::code, Posts.Titled::title)),
                                linked,
                                names(Stream.of(
                                                waiting.stream().flatMap(k -> k.person().stream()),
                                                proposed.stream().map(Proposal::person),
                                                linked.stream().map(Link::person))
                                        .flatMap(s -> s)
                                        .distinct()
                                        .toList()),
                                problem));
    }

    private Map<PersonId, String> names(Collection<PersonId> ids) {
        return people.find(ids).values().stream()
                .collect(Collectors.toMap(p -> p.id(), p -> p.name().full()));
    }
}
