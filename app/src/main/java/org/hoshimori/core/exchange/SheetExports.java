package org.hoshimori.core.exchange;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.sheets.Importable;
import org.hoshimori.core.sheets.SheetEvent;
import org.hoshimori.core.sheets.SheetWriter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The way out for registers, filtered as their lists are. */
@Controller
@ConditionalOnWebApplication
class SheetExports {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Registers registers;
    private final Shapes shapes;
    private final MessageSource messages;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SheetExports(
            Registers registers,
            Shapes shapes,
            MessageSource messages,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.registers = registers;
        this.shapes = shapes;
        this.messages = messages;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @GetMapping("/exchange/{register}/table.{format:xlsx|csv}")
    @PreAuthorize("isAuthenticated()")
    void export(
            @PathVariable String register,
            @PathVariable String format,
            @RequestParam(required = false) @org.jspecify.annotations.Nullable DepartmentId department,
            @RequestParam Map<String, String> asked,
            Authentication who,
            Actor actor,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        Importable<?> from = registers.exported(register, who);
        boolean xlsx = format.equals("xlsx");
        Map<String, String> filters = new TreeMap<>(asked);
        filters.values().removeIf(String::isBlank);
        transaction.executeWithoutResult(
                _ -> events.publishEvent(new SheetEvent.SheetExported(actor, register, format, filters)));
        response.setContentType(xlsx ? XLSX : "text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(register + "-" + LocalDate.now(clock) + "." + format)
                        .build()
                        .toString());
        if (xlsx) {
            String title = messages.getMessage("frame.menu." + register, null, locale);
            SheetWriter.xlsx(from, title, shapes.of(from, locale), asked, locale, response.getOutputStream());
        } else {
            SheetWriter.csv(from, shapes.of(from, locale), asked, locale, response.getOutputStream());
        }
    }
}
