package org.hoshimori.home;

import java.util.List;
import java.util.Locale;
import org.hoshimori.core.posts.Posts;
import org.hoshimori.frame.SearchHits;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Posts of the regulation in force. */
@Component
@Order(4)
class PostHits implements SearchHits {

    private final Posts posts;

    PostHits(Posts posts) {
        this.posts = posts;
    }

    @Override
    public String heading() {
        return "frame.menu.posts";
    }

    @Override
    public List<Hit> find(String words, Locale locale, int most) {
        return posts.named(words, locale).stream()
                .limit(most)
                .map(p -> new Hit("/posts/" + p.code(), p.title(), ""))
                .toList();
    }
}
