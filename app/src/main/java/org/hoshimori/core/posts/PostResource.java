package org.hoshimori.core.posts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hoshimori.core.api.Act;
import org.hoshimori.core.api.Caller;
import org.hoshimori.core.api.Found;
import org.hoshimori.core.api.Resource;
import org.hoshimori.core.api.Wish;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;

/** Posts and who holds them, served. */
@Component
class PostResource implements Resource<PostTold> {

    private static final int PAGE = 50;

    private final Posts posts;
    private final PostBoard board;

    PostResource(Posts posts, PostBoard board) {
        this.posts = posts;
        this.board = board;
    }

    @Override
    public String code() {
        return "posts";
    }

    @Override
    public String scope() {
        return "organization";
    }

    @Override
    public Class<PostTold> type() {
        return PostTold.class;
    }

    @Override
    public String id(PostTold shown) {
        return shown.code();
    }

    @Override
    public Found<PostTold> page(Wish wish, Caller caller) {
        return Found.part(all(caller), wish.page(), PAGE);
    }

    @Override
    public Optional<PostTold> find(String id, Caller caller) {
        return all(caller).stream().filter(p -> p.code().equals(id)).findFirst();
    }

    private List<PostTold> all(Caller caller) {
        return board.on(caller.today(), caller.locale()).stream()
                .collect(Collectors.groupingBy(PostBoard.Line::code, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(PostTold::of)
                .toList();
    }

    @Override
    public List<Act<?>> acts() {
        return List.of(Act.of("appoint", Set.of("people"), AppointmentForm.class, this::appoint)
                .without("holderWords", "deputyWords"));
    }

    private Optional<String> appoint(String code, AppointmentForm form, BindingResult errors, Caller caller) {
        return PostPages.described(code, form, errors)
                .flatMap(a -> PostPages.done(posts.appoint(a, caller.actor()), errors))
                .map(Appointment::post);
    }
}
