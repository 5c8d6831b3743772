package org.hoshimori.core.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.core.api.Caller;
import org.hoshimori.core.api.Filter;
import org.hoshimori.core.api.Found;
import org.hoshimori.core.api.Resource;
import org.hoshimori.core.api.Wish;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Pages of lists, and one by its id. */
@Component
class Reading {

    private static final String PAGE = "page";
    private static final int MOST_LETTERS = 500;

    private final Callers callers;

    Reading(Callers callers) {
        this.callers = callers;
    }

    <V extends Record> ResponseEntity<byte[]> list(Resource<V> resource, HttpServletRequest request) {
        Caller caller = callers.reads(resource.scope(), resource.readers(), request);
        Wish wish = wish(resource.filters(), request);
        Found<V> found = resource.page(wish, caller);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("items", found.items());
        String links;
        if (found.total().isPresent()) {
            long pages = Math.max(1, (found.total().getAsLong() + found.size() - 1) / found.size());
            told.put("page", wish.page());
            told.put("pages", pages);
            told.put("total", found.total().getAsLong());
            links = links(request, wish, pages);
        } else {
            links = found.next()
                    .map(n -> link(request, n.getKey(), n.getValue(), "next"))
                    .orElse("");
        }
        ResponseEntity<byte[]> answer = Bodies.json(HttpStatus.OK, Bodies.written(told), caller.locale());
        ResponseEntity.BodyBuilder full =
                ResponseEntity.status(answer.getStatusCode()).headers(answer.getHeaders());
        return (links.isEmpty() ? full : full.header(HttpHeaders.LINK, links)).body(answer.getBody());
    }

    <V extends Record> ResponseEntity<byte[]> one(Resource<V> resource, String id, HttpServletRequest request) {
        Caller caller = callers.reads(resource.scope(), resource.readers(), request);
        byte[] told = Bodies.written(found(resource, id, caller));
        String tag = Bodies.tag(told);
        Optional<String> known = Optional.ofNullable(request.getHeader(HttpHeaders.IF_NONE_MATCH));
        if (known.filter(k -> matches(k, tag)).isPresent()) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build();
        }
        return tagged(Bodies.json(HttpStatus.OK, told, caller.locale()), tag);
    }

    static <V extends Record> V found(Resource<V> resource, String id, Caller caller) {
        return resource.find(id, caller).orElseThrow(() -> Refused.of(HttpStatus.NOT_FOUND, "not-found"));
    }

    static ResponseEntity<byte[]> tagged(ResponseEntity<byte[]> answer, String tag) {
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .eTag(tag)
                .body(answer.getBody());
    }

    /** Whether a header of tags names this one, or any. */
    static boolean matches(String header, String tag) {
        return header.strip().equals("*")
                || List.of(header.split(",", -1)).stream()
                        .map(t -> t.strip().replaceFirst("^W/", ""))
                        .anyMatch(tag::equals);
    }

    private static Wish wish(List<Filter> filters, HttpServletRequest request) {
        Map<String, String> asked = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            Optional<Filter> filter =
                    filters.stream().filter(f -> f.name().equals(name)).findFirst();
            if (values.length != 1 || values[0].length() > MOST_LETTERS || (filter.isEmpty() && !name.equals(PAGE))) {
                throw Refused.of(HttpStatus.BAD_REQUEST, filter.isEmpty() ? "unknown-filter" : "filter", name);
            }
            filter.ifPresent(f -> {
                if (!f.choices().isEmpty() && !f.choices().contains(values[0])) {
                    throw Refused.of(HttpStatus.BAD_REQUEST, "filter", name);
                }
                asked.put(name, values[0]);
            });
        });
        String page = Optional.ofNullable(request.getParameter(PAGE)).orElse("1");
        if (!page.matches("[1-9]\\d{0,5}")) {
            throw Refused.of(HttpStatus.BAD_REQUEST, "filter", PAGE);
        }
        return new Wish(asked, Integer.parseInt(page));
    }

    /** Where the neighbours are (RFC 8288). */
    private static String links(HttpServletRequest request, Wish wish, long pages) {
        List<String> links = new ArrayList<>();
        links.add(link(request, 1, "first"));
        if (wish.page() > 1) {
            links.add(link(request, Math.min(pages, wish.page() - 1L), "prev"));
        }
        if (wish.page() < pages) {
            links.add(link(request, wish.page() + 1L, "next"));
        }
        links.add(link(request, pages, "last"));
        return String.join(", ", links);
    }

    private static String link(HttpServletRequest request, long page, String relation) {
        return link(request, PAGE, Long.toString(page), relation);
    }

    private static String link(HttpServletRequest request, String parameter, String value, String relation) {
        String query = request.getQueryString();
        String address = UriComponentsBuilder.fromPath(request.getRequestURI())
                .query(query)
                .replaceQueryParam(parameter, value)
                .build()
                .toUriString();
        return "<" + address.replace("<", "%3C").replace(">", "%3E") + ">; rel=\"" + relation + "\"";
    }
}
