package org.hoshimori.chapters.assets;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hoshimori.catalog.parameters.RegParameters;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of assets. */
@Controller
@ConditionalOnWebApplication
class AssetListPages {

    private final AssetList list;
    private final AssetWords words;
    private final Viewers viewers;
    private final ImportanceRule importance;

    AssetListPages(AssetList list, AssetWords words, Viewers viewers, ImportanceRule importance) {
        this.list = list;
        this.words = words;
        this.viewers = viewers;
        this.importance = importance;
    }

    /** A filter that is on, and the address of the list without it. */
    record Chip(String field, String value, String without) {}

    /** The list, with what it can be narrowed by. */
    record ListPage(
            AssetList.Wish wish,
            AssetList.Page found,
            AssetWords.Said said,
            Set<Column> columns,
            Viewer viewer,
            List<Chip> chips,
            MultiValueMap<String, String> asked,
            RegParameters.ImportanceRule rule) {

        public int importance(Asset asset) {
            int stated = asset.rating().statedImportance();
            return stated > 0 ? stated : asset.rating().values().importance(rule);
        }

        public boolean shows(String column) {
            return columns.stream().anyMatch(c -> c.code().equals(column));
        }

        public List<Column> allColumns() {
            return Column.all();
        }

        public List<AssetList.Order> orders() {
            return List.of(AssetList.Order.values());
        }

        public List<Coded> media() {
            return List.of(Keeping.Medium.values());
        }

        public List<Coded> kinds() {
            return List.of(PersonalInformation.values());
        }

        /** The address of another page of the same list. */
        public String at(int number) {
            return address("/assets", asked, Map.of("page", Integer.toString(number)));
        }

        /** The same list elsewhere: for what can be done with all of it. */
        public String all(String path) {
            return address(path, asked, Map.of("page", "", "columns", ""));
        }
    }

    @GetMapping("/assets")
    @PreAuthorize("isAuthenticated()")
    ModelAndView list(
            @RequestParam MultiValueMap<String, String> asked,
            @RequestHeader(name = "HX-Target", required = false) Optional<String> target,
            Locale locale) {
        Viewer viewer = viewers.now();
        AssetList.Wish wish = AssetList.Wish.of(asked.toSingleValueMap());
        AssetList.Page found = list.page(wish, viewer);
        AssetWords.Said said = words.on(found.assets(), locale);
        boolean rows = target.filter("rows"::equals).isPresent();
        return new ModelAndView(rows ? "assets/list :: rows" : "assets/list")
                .addObject(
                        "page",
                        new ListPage(
                                wish,
                                found,
                                said,
                                Column.chosen(asked.getOrDefault("columns", List.of())),
                                viewer,
                                chips(wish, said, asked),
                                asked,
                                importance.now()));
    }

    private static List<Chip> chips(AssetList.Wish wish, AssetWords.Said said, MultiValueMap<String, String> asked) {
        List<Chip> chips = new ArrayList<>();
        if (!wish.words().isEmpty()) {
            chips.add(new Chip("search-words", wish.words(), without("q", asked)));
        }
        wish.filters()
                .forEach((filter, value) -> chips.add(
                        new Chip(filter.code(), said.value(filter.code(), value), without(filter.code(), asked))));
        return chips;
    }

    private static String without(String field, MultiValueMap<String, String> asked) {
        return address("/assets", asked, Map.of("page", "", field, ""));
    }

    /** What was asked for with some fields replaced; what is empty is left out, and what nobody knows. */
    private static String address(String path, MultiValueMap<String, String> asked, Map<String, String> instead) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        asked.forEach((name, values) -> {
            boolean known = Set.of("q", "order", "page", "columns").contains(name)
                    || Coded.find(Filter.class, name).isPresent();
            if (known && !instead.containsKey(name)) {
                values.stream().filter(v -> !v.isBlank()).forEach(v -> fields.add(name, v));
            }
        });
        instead.forEach((name, value) -> {
            if (!value.isEmpty()) {
                fields.add(name, value);
            }
        });
        String query = fields.entrySet().stream()
                .flatMap(e ->
                        e.getValue().stream().map(v -> e.getKey() + "=" + URLEncoder.encode(v, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }
}
