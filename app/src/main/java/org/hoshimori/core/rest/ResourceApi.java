package org.hoshimori.core.rest;

import jakarta.servlet.http.HttpServletRequest;
import org.hoshimori.core.api.Act;
import org.hoshimori.core.api.Problems;
import org.hoshimori.core.api.Wish;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Serves what rooms declare; who may what, they say there, and {@link Callers} holds each call to it. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/api/v1")
@PreAuthorize("isAuthenticated()")
class ResourceApi {

    private static final Logger LOG = LoggerFactory.getLogger(ResourceApi.class);

    private final Resources resources;
    private final Reading reading;
    private final Writing writing;
    private final Problems problems;

    ResourceApi(Resources resources, Reading reading, Writing writing, Problems problems) {
        this.resources = resources;
        this.reading = reading;
        this.writing = writing;
        this.problems = problems;
    }

    @GetMapping("/{resource}")
    ResponseEntity<byte[]> list(@PathVariable String resource, HttpServletRequest request) {
        return reading.list(resources.known(resource), request);
    }

    @GetMapping("/{resource}/{id}")
    ResponseEntity<byte[]> one(@PathVariable String resource, @PathVariable String id, HttpServletRequest request) {
        return reading.one(resources.known(resource), id, request);
    }

    @PostMapping("/{resource}")
    ResponseEntity<byte[]> enter(@PathVariable String resource, HttpServletRequest request) {
        return perform(resource, Act.Kind.ENTER, "enter", "", request);
    }

    @PutMapping("/{resource}/{id}")
    ResponseEntity<byte[]> replace(@PathVariable String resource, @PathVariable String id, HttpServletRequest request) {
        return perform(resource, Act.Kind.REPLACE, "replace", id, request);
    }

    @PostMapping("/{resource}/{id}/{act}")
    ResponseEntity<byte[]> act(
            @PathVariable String resource,
            @PathVariable String id,
            @PathVariable String act,
            HttpServletRequest request) {
        return perform(resource, Act.Kind.DO, act, id, request);
    }

    private ResponseEntity<byte[]> perform(
            String resource, Act.Kind kind, String act, String id, HttpServletRequest request) {
        var known = resources.known(resource);
        return writing.perform(known, Resources.known(known, kind, act), id, request);
    }

    /** Whatever else is asked. */
    @RequestMapping("/**")
    ResponseEntity<byte[]> other(HttpServletRequest request) {
        throw Refused.of(HttpStatus.NOT_FOUND, "not-found");
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(Refused why, HttpServletRequest request) {
        return problem(
                why.status(), problems.bytes(why.status(), why.code(), request, why.wrong(), why.arguments()), request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> unreadable(Wish.Unreadable why, HttpServletRequest request) {
        return refused(Refused.of(HttpStatus.BAD_REQUEST, "filter", why.filter()), request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> denied(AccessDeniedException why, HttpServletRequest request) {
        return refused(Refused.of(HttpStatus.FORBIDDEN, "permission", ""), request);
    }

    /** A parameter holds what the firewall lets nobody send. */
    @ExceptionHandler
    ResponseEntity<byte[]> rejected(RequestRejectedException why, HttpServletRequest request) {
        return refused(Refused.of(HttpStatus.BAD_REQUEST, "malformed"), request);
    }

    /** What the rooms say of something that is not there; anything else is a fault of ours. */
    @ExceptionHandler
    ResponseEntity<byte[]> failed(RuntimeException why, HttpServletRequest request) {
        ResponseStatus said = AnnotatedElementUtils.findMergedAnnotation(why.getClass(), ResponseStatus.class);
        if (said != null && said.code() == HttpStatus.NOT_FOUND) {
            return refused(Refused.of(HttpStatus.NOT_FOUND, "not-found"), request);
        }
        LOG.error("a call of the API failed: {} {}", request.getMethod(), request.getRequestURI(), why);
        return refused(Refused.of(HttpStatus.INTERNAL_SERVER_ERROR, "failed"), request);
    }

    private static ResponseEntity<byte[]> problem(HttpStatus status, byte[] body, HttpServletRequest request) {
        return ResponseEntity.status(status)
                .contentType(MediaType.parseMediaType(Problems.TYPE))
                .header("Content-Language", Problems.language(request).getLanguage())
                .header("Cache-Control", "no-store")
                .body(body);
    }
}
