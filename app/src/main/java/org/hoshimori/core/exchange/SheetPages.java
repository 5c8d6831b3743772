package org.hoshimori.core.exchange;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.sheets.Entry;
import org.hoshimori.core.sheets.Field;
import org.hoshimori.core.sheets.Import;
import org.hoshimori.core.sheets.Importable;
import org.hoshimori.core.sheets.Mapping;
import org.hoshimori.core.sheets.Review;
import org.hoshimori.core.sheets.Sheet;
import org.hoshimori.core.sheets.SheetFile;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The way in for tables: choose, see what is understood and what would change, confirm. Each register says who may. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/exchange")
@PreAuthorize("isAuthenticated()")
class SheetPages {

    private final Registers registers;
    private final Uploads uploads;
    private final Import imports;
    private final TakingIn takingIn;
    private final UploadProgress progress;

    SheetPages(Registers registers, Uploads uploads, Import imports, TakingIn takingIn, UploadProgress progress) {
        this.registers = registers;
        this.uploads = uploads;
        this.imports = imports;
        this.takingIn = takingIn;
        this.progress = progress;
    }

    /** The choice of a file. */
    record UploadPage(String register, List<Field> fields, Optional<String> problem, String where) {
        public List<Field> needed() {
            return fields.stream().filter(Field::required).toList();
        }
    }

    /** What a file was understood as, and what it would do. */
    record ReviewPage(
            Upload upload,
            List<Field> fields,
            List<Sheet> sheets,
            Mapping mapping,
            String named,
            ReviewLines lines,
            boolean stopped) {
        public long read() {
            return mapping.columns().stream().filter(c -> c.field().isPresent()).count();
        }

        /** What the column is called by which people know a row. */
        public String namedHeading(Locale locale) {
            return fields.stream()
                    .filter(f -> f.code().equals(named))
                    .map(f -> f.heading(locale))
                    .findFirst()
                    .orElse(named);
        }

        public long unread() {
            return mapping.columns().stream()
                    .filter(c -> c.field().isEmpty() && !c.heading().isEmpty())
                    .count();
        }

        /** Whether a column that new rows need was not found: somebody must look at the mapping first. */
        public boolean unsure() {
            return fields.stream().anyMatch(f -> f.required() && !mapping.has(f.code()));
        }
    }

    /** What it came to. */
    record ResultPage(Upload upload, Review.Counts counts) {}

    @GetMapping
    ModelAndView all(Authentication who) {
        return new ModelAndView("exchange/sheets")
                .addObject(
                        "page", registers.of(who).stream().map(Importable::code).toList());
    }

    @GetMapping("/{register}")
    ModelAndView choose(@PathVariable String register, Authentication who) {
        return chooseAgain(registers.known(register, who), HttpStatus.OK, Optional.empty(), "");
    }

    @PostMapping("/{register}")
    ModelAndView send(
            @PathVariable String register,
            @RequestParam(required = false) Optional<MultipartFile> file,
            Authentication who,
            Actor actor)
            throws IOException {
        Importable<?> into = registers.known(register, who);
        if (file.isEmpty() || file.get().isEmpty()) {
            return chooseAgain(into, HttpStatus.UNPROCESSABLE_CONTENT, Optional.of("sheets.choose"), "");
        }
        if (file.get().getSize() > SheetFile.MOST_BYTES) {
            return unreadable(into, SheetFile.Problem.TOO_LARGE, "");
        }
        String name = Objects.requireNonNullElse(file.get().getOriginalFilename(), "");
        UUID id = uploads.keep(register, name, file.get().getBytes(), actor);
        return switch (uploads.read(id)) {
            case SheetFile.Outcome.Read _ -> new ModelAndView("redirect:/exchange/" + register + "/" + id);
            case SheetFile.Outcome.Unreadable(SheetFile.Problem why, String where) -> {
                uploads.drop(id);
                yield unreadable(into, why, where);
            }
        };
    }

    private static ModelAndView unreadable(Importable<?> into, SheetFile.Problem why, String where) {
        return chooseAgain(into, HttpStatus.UNPROCESSABLE_CONTENT, Optional.of("sheet.problem." + why), where);
    }

    private static ModelAndView chooseAgain(
            Importable<?> into, HttpStatus status, Optional<String> problem, String where) {
        return new ModelAndView("exchange/upload", status)
                .addObject("page", new UploadPage(into.code(), into.fields(), problem, where));
    }

    @GetMapping("/{register}/{upload}")
    ModelAndView review(
            @PathVariable String register,
            @PathVariable UUID upload,
            @RequestParam Map<String, String> asked,
            Authentication who,
            Actor actor,
            Locale locale) {
        Importable<?> into = registers.known(register, who);
        Upload sent = sent(upload, register, actor);
        String path = "redirect:/exchange/" + register + "/" + upload;
        if (sent.taken().isPresent()) {
            return new ModelAndView(path + "/result");
        }
        UploadProgress.Progress now = progress.of(upload);
        return now.running()
                ? new ModelAndView(path + "/progress")
                : review(into, sent, asked, Optional.of(now.faults()).filter(f -> !f.isEmpty()), locale)
                        .addObject(
                                "failure",
                                now.failure()
                                        .map(f -> f.name().toLowerCase(Locale.ROOT))
                                        .orElse(""));
    }

    private <T> ModelAndView review(
            Importable<T> into,
            Upload sent,
            Map<String, String> asked,
            Optional<List<Entry.Fault>> stopped,
            Locale locale) {
        List<Sheet> sheets = sheets(sent);
        Mapping mapping = mapping(sheets, into.fields(), asked);
        Review<T> review = imports.review(into, mapping.entries(sheets, into.fields()), locale);
        ReviewLines lines = ReviewLines.of(review, into, stopped, locale);
        return new ModelAndView(
                        "exchange/review", stopped.isPresent() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
                .addObject(
                        "page",
                        new ReviewPage(sent, into.fields(), sheets, mapping, into.named(), lines, stopped.isPresent()));
    }

    @PostMapping("/{register}/{upload}")
    ModelAndView confirm(
            @PathVariable String register,
            @PathVariable UUID upload,
            @RequestParam Map<String, String> asked,
            Authentication who,
            Actor actor,
            Locale locale) {
        Importable<?> into = registers.known(register, who);
        Upload sent = sent(upload, register, actor);
        String result = "redirect:/exchange/" + register + "/" + upload + "/result";
        if (sent.taken().isPresent()) {
            return new ModelAndView(result);
        }
        List<Sheet> sheets = sheets(sent);
        Mapping mapping = mapping(sheets, into.fields(), asked);
        TakingIn.Order order = new TakingIn.Order(
                sent, mapping, mapping.entries(sheets, into.fields()), asked.containsKey("leaveOut"));
        if (order.entries().size() > TakingIn.AT_ONCE) {
            takingIn.begin(order, into, actor, locale);
            return new ModelAndView("redirect:/exchange/" + register + "/" + upload + "/progress");
        }
        return switch (takingIn.now(order, into, actor, locale)) {
            case Import.Outcome.Written _ -> new ModelAndView(result);
            case Import.Outcome.Stopped(List<Entry.Fault> faults) ->
                review(into, sent, asked, Optional.of(faults), locale);
        };
    }

    @GetMapping("/{register}/{upload}/result")
    ModelAndView result(@PathVariable String register, @PathVariable UUID upload, Authentication who, Actor actor) {
        registers.known(register, who);
        Upload sent = sent(upload, register, actor);
        return sent.taken()
                .map(counts -> new ModelAndView("exchange/result").addObject("page", new ResultPage(sent, counts)))
                .orElseGet(() -> new ModelAndView("redirect:/exchange/" + register + "/" + upload));
    }

    @PostMapping("/{register}/{upload}/drop")
    String drop(@PathVariable String register, @PathVariable UUID upload, Authentication who, Actor actor) {
        registers.known(register, who);
        uploads.drop(sent(upload, register, actor).id());
        return "redirect:/exchange/" + register;
    }

    private Upload sent(UUID upload, String register, Actor actor) {
        return uploads.find(upload, register, actor)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private List<Sheet> sheets(Upload sent) {
        return switch (uploads.read(sent.id())) {
            case SheetFile.Outcome.Read(List<Sheet> sheets) -> sheets;
            case SheetFile.Outcome.Unreadable _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    /** As the address says it: which sheet, which row has the headings, and for each column ("c0", "c1" …) a field or a dash. */
    private static Mapping mapping(List<Sheet> sheets, List<Field> fields, Map<String, String> asked) {
        Mapping found = Mapping.found(sheets, fields);
        int sheet = Math.clamp(number(asked.get("sheet"), found.sheet()), 0, sheets.size() - 1);
        boolean other = asked.containsKey("of") && !asked.get("of").startsWith(sheet + ".");
        int heading = other || !asked.containsKey("heading")
                ? Mapping.foundIn(sheets, fields, sheet).headingRow()
                : number(asked.get("heading"), found.headingRow());
        boolean moved = !asked.getOrDefault("of", sheet + "." + heading).equals(sheet + "." + heading);
        Mapping mapping = sheet == found.sheet() && heading == found.headingRow()
                ? found
                : Mapping.at(sheets, fields, sheet, heading);
        Map<Integer, Optional<String>> corrected = new HashMap<>();
        for (int c = 0; c < mapping.columns().size() && !moved; c++) {
            String field = asked.get("c" + c);
            if (field != null) {
                corrected.put(
                        c,
                        fields.stream().map(Field::code).filter(field::equals).findFirst());
            }
        }
        return mapping.with(corrected);
    }

    private static int number(@org.jspecify.annotations.Nullable String text, int otherwise) {
        return text != null && text.matches("\\d{1,7}") ? Integer.parseInt(text) : otherwise;
    }
}
