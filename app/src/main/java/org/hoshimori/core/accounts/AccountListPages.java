package org.hoshimori.core.accounts;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.Department;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.DepartmentRegister;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.sheets.Csv;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of accounts: who has none yet, who asks for a new password, and invitations to many at once. */
@Controller
@RequestMapping("/accounts")
@PreAuthorize("hasAuthority('accounts')")
class AccountListPages {

    /** As many as are invited at once; more in several goes. */
    static final int MOST = 500;

    private final AccountList list;
    private final DepartmentRegister departments;
    private final Invitations invitations;
    private final ResetRequests resets;
    private final MessageSource messages;
    private final Clock clock;

    AccountListPages(
            AccountList list,
            DepartmentRegister departments,
            Invitations invitations,
            ResetRequests resets,
            MessageSource messages,
            Clock clock) {
        this.list = list;
        this.departments = departments;
        this.invitations = invitations;
        this.resets = resets;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * The list.
     *
     * @param resets who has forgotten the password
     * @param refusal the code of why nobody was invited
     */
    record ListPage(
            AccountList.Wish wish,
            AccountList.Page accounts,
            List<Department> departments,
            List<ResetRequests.Row> resets,
            Optional<String> refusal) {
        public int most() {
            return MOST;
        }
    }

    /** Links, shown this once. */
    record InvitedPage(List<Line> lines, int skipped) {}

    /** A link and whom it invites. */
    record Line(String staffNumber, String name, String mail, String link, ZonedDateTime until) {}

    @GetMapping
    ModelAndView list(
            @RequestParam(defaultValue = "without") String state,
            @RequestParam(required = false) Optional<DepartmentId> department,
            @RequestParam(defaultValue = "1") int page) {
        return page(new AccountList.Wish(state, department, page), HttpStatus.OK, Optional.empty());
    }

    /** Shows the links, or hands them out as a file: this once, either way. */
    @PostMapping("/invite")
    Object invite(
            @RequestParam(required = false) Optional<List<PersonId>> person,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "") String as,
            @RequestParam(required = false) Optional<DepartmentId> department,
            Actor actor,
            Locale locale) {
        AccountList.Wish wish = new AccountList.Wish("without", department, 1);
        List<PersonId> chosen = all
                ? list.ids(wish, MOST + 1)
                : person.orElse(List.of()).stream().filter(Objects::nonNull).toList();
        if (chosen.isEmpty()) {
            return page(wish, HttpStatus.UNPROCESSABLE_CONTENT, Optional.of("accounts.nobody"));
        }
        if (chosen.size() > MOST) {
            return page(wish, HttpStatus.UNPROCESSABLE_CONTENT, Optional.of("accounts.too-many"));
        }
        List<Line> lines =
                invitations.inviteNew(chosen, actor).stream().map(this::line).toList();
        InvitedPage page = new InvitedPage(lines, chosen.size() - lines.size());
        return as.equals("csv") ? file(page, locale) : new ModelAndView("accounts/invited").addObject("page", page);
    }

    private Line line(Invitations.Invited invited) {
        return new Line(
                invited.person().staffNumber(),
                invited.person().name().full(),
                invited.person().mail(),
                Invitations.link(invited.key()),
                invited.until().atZone(clock.getZone()));
    }

    private ResponseEntity<byte[]> file(InvitedPage page, Locale locale) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                heading("field.staffNumber", locale),
                heading("people.name", locale),
                heading("field.mail", locale),
                heading("accounts.link", locale),
                heading("accounts.until", locale)));
        DateTimeFormatter minutes = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
        for (Line line : page.lines()) {
            rows.add(List.of(line.staffNumber(), line.name(), line.mail(), line.link(), minutes.format(line.until())));
        }
        String name = "hoshimori-invitations-" + LocalDate.now(clock) + ".csv";
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(Csv.bytes(rows));
    }

    private String heading(String code, Locale locale) {
        return String.valueOf(messages.getMessage(code, null, code, locale));
    }

    @PostMapping("/{id}/reset-request/dismiss")
    String dismiss(@PathVariable PersonId id, Actor actor) {
        resets.dismiss(id, actor);
        return "redirect:/accounts";
    }

    private ModelAndView page(AccountList.Wish wish, HttpStatus status, Optional<String> refusal) {
        return new ModelAndView("accounts/accounts", status)
                .addObject("page", new ListPage(wish, list.page(wish), departments.open(), resets.open(), refusal));
    }
}
