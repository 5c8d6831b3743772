package org.hoshimori.core.duties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hoshimori.catalog.Catalog;
import org.hoshimori.catalog.CatalogJson;
import org.hoshimori.catalog.Duty;
import org.hoshimori.catalog.Parameter;
import org.hoshimori.catalog.ParameterType;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The definitions of duties, held to the catalog. */
class DutyKindsTests {

    private final DutyKinds kinds = new DutyKinds();
    private final Catalog catalog = CatalogJson.shipped();
    private final Map<String, Duty> obligations = catalog.chapters().stream()
            .flatMap(c -> c.entries())
            .filter(Duty.class::isInstance)
            .map(Duty.class::cast)
            .collect(Collectors.toMap(Duty::id, Function.identity()));

    @Test
    void everyDutyFulfilsAnObligationOfTheCatalog() {
        assertThat(kinds.all())
                .hasSizeGreaterThan(15)
                .allSatisfy(
                        k -> assertThat(k.obliges()).as(k.code()).isNotEmpty().allMatch(obligations::containsKey));
    }

    @Test
    void everyObligationWithARhythmHasADutyOrAReasonWhyNot() {
        Set<String> uncovered = new TreeSet<>();
        obligations.values().stream()
                .filter(d -> d.rhythm() != null)
                .map(Duty::id)
                .filter(id -> kinds.all().stream().noneMatch(k -> k.obliges().contains(id)))
                .filter(id -> kinds.leftOut().stream().noneMatch(l -> l.covers(id)))
                .forEach(uncovered::add);
        assertThat(uncovered).isEmpty();
        assertThat(kinds.leftOut())
                .isNotEmpty()
                .allMatch(l -> !l.because().isBlank())
                .allMatch(l -> obligations.keySet().stream().anyMatch(l::covers))
                .as("what is left out is no duty")
                .noneMatch(l ->
                        kinds.all().stream().flatMap(k -> k.obliges().stream()).anyMatch(l::covers));
    }

    @Test
    void everyPostAndEveryParameterExists() {
        List<String> posts = catalog.posts().stream().map(Catalog.Named::code).toList();
        Map<String, Parameter> parameters =
                catalog.parameters().collect(Collectors.toMap(Parameter::id, Function.identity()));
        for (DutyKind kind : kinds.all()) {
            switch (kind.who()) {
                case Who.Post(String code) -> assertThat(posts).as(kind.code()).contains(code);
                case Who.Holders(String post) ->
                    assertThat(posts).as(kind.code()).contains(post);
                case Who.Departments(String post) ->
                    assertThat(posts).as(kind.code()).contains(post);
                case Who.People(Set<String> employments) ->
                    assertThat(Set.of("director", "employee", "part-time", "dispatched"))
                            .as(kind.code())
                            .containsAll(employments);
            }
            Stream<String> spans = switch (kind.when()) {
                case When.Every(String every, String month, String by) -> {
                    if (!month.isEmpty()) {
                        assertThat(parameters.get(month).type()).isEqualTo(ParameterType.MONTH);
                    }
                    yield Stream.of(every, by);
                }
                case When.After(String event, String within) -> {
                    assertThat(event)
                            .isIn(
                                    "person-joined",
                                    "person-leaving",
                                    "backup-restorable",
                                    "directory-difference",
                                    "directory-lingers");
                    yield Stream.of(within);
                }
            };
            spans.filter(s -> s.contains("_"))
                    .forEach(s -> assertThat(parameters.get(s).type())
                            .as(s)
                            .isIn(ParameterType.RHYTHM, ParameterType.DURATION));
        }
    }

    @Test
    void everyDutyHasATitleAndItsRemindersLieBeforeEachOther() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/duties");
        messages.setDefaultEncoding("UTF-8");
        assertThat(kinds.all()).allSatisfy(k -> {
            assertThat(messages.getMessage(k.title(), null, Locale.JAPANESE)).isNotBlank();
            assertThat(k.remind()).hasSizeBetween(1, 3).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        });
    }

    @Test
    void refusesAFileThatSaysWhatNobodyUnderstands() {
        assertThatThrownBy(() -> DutyFile.read(
                        new ByteArrayInputStream("duties:\n  - {kind: x, obliges: [a], evry: P1Y, who: {post: y}}"
                                .getBytes(StandardCharsets.UTF_8))))
                .hasMessageContaining("evry");
        assertThatThrownBy(() -> DutyFile.read(
                        new ByteArrayInputStream("duties:\n  - {kind: x, obliges: [a], every: P1Y, who: {posts: y}}"
                                .getBytes(StandardCharsets.UTF_8))))
                .hasMessageContaining("posts");
    }
}
