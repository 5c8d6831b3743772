package org.hoshimori.chapters.mail;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.core.api.Act;
import org.hoshimori.core.api.Caller;
import org.hoshimori.core.api.Filter;
import org.hoshimori.core.api.Found;
import org.hoshimori.core.api.Ids;
import org.hoshimori.core.api.Resource;
import org.hoshimori.core.api.Wish;
import org.hoshimori.core.organization.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;

/** Reports of suspicious mail, served: one's own, and all to who settles them. A button in a mail program reports by it. */
@Component
class MailReportResource implements Resource<MailReportTold> {

    private static final Set<String> SETTLERS = Set.of("findings");

    private final MailDesk desk;
    private final HeldMails held;
    private final MailReports reports;

    MailReportResource(MailDesk desk, HeldMails held, MailReports reports) {
        this.desk = desk;
        this.held = held;
        this.reports = reports;
    }

    /**
     * A mail to report.
     *
     * @param mail all of it as it came (RFC 5322), in base 64
     */
    record MailReportForm(
            @NotBlank @Size(max = 1_000_000) String mail,
            @Size(max = 2000) String words) {
        /** A field that is left out is empty. */
        @SuppressWarnings("ConstantValue") // binding hands over null for what is left out
        MailReportForm {
            mail = mail == null ? "" : mail;
            words = words == null ? "" : words;
        }

        Optional<byte[]> decoded() {
            try {
                byte[] content = Base64.getMimeDecoder().decode(mail);
                return new String(content, StandardCharsets.ISO_8859_1).contains(":")
                        ? Optional.of(content)
                        : Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }

    /** What it was. */
    record MailSettlementForm(
            @Pattern(regexp = "harmful|harmless") @NotBlank String as,
            @Size(max = 2000) String answer,
            boolean warn) {
        /** A field that is left out is empty. */
        @SuppressWarnings("ConstantValue") // binding hands over null for what is left out
        MailSettlementForm {
            as = as == null ? "" : as;
            answer = answer == null ? "" : answer;
        }
    }

    @Override
    public String code() {
        return "mail-reports";
    }

    @Override
    public String scope() {
        return "mail";
    }

    @Override
    public Class<MailReportTold> type() {
        return MailReportTold.class;
    }

    @Override
    public String id(MailReportTold shown) {
        return shown.id().toString();
    }

    @Override
    public List<Filter> filters() {
        return List.of(Filter.choice(
                "state",
                Arrays.stream(MailReport.State.values())
                        .map(MailReport.State::code)
                        .toList()));
    }

    @Override
    public Found<MailReportTold> page(Wish wish, Caller caller) {
        Optional<MailReport.State> state = MailReport.State.find(wish.text("state"));
        if (!caller.mayAny(SETTLERS)) {
            List<MailReportTold> own = reports.of(new PersonId(caller.person())).stream()
                    .filter(r -> state.isEmpty() || r.state() == state.get())
                    .map(MailReportTold::of)
                    .toList();
            return Found.part(own, wish.page(), MailReports.PAGE);
        }
        MailReports.Page page = reports.page(state, Math.min(wish.page(), MailReportPages.MOST_PAGES));
        return new Found<>(page.reports().stream().map(MailReportTold::of).toList(), page.total(), MailReports.PAGE);
    }

    @Override
    public Optional<MailReportTold> find(String id, Caller caller) {
        return Ids.read(id)
                .flatMap(reports::find)
                .filter(r -> caller.mayAny(SETTLERS) || r.reporter().value().equals(caller.person()))
                .map(MailReportTold::of);
    }

    @Override
    public List<Act<?>> acts() {
        return List.of(
                Act.enter(Set.of(), MailReportForm.class, this::report),
                Act.of("settle", SETTLERS, MailSettlementForm.class, this::settle));
    }

    private Optional<String> report(String none, MailReportForm form, BindingResult errors, Caller caller) {
        Optional<byte[]> mail = form.decoded();
        if (mail.isEmpty()) {
            errors.rejectValue("mail", "mail-check.no-mail");
        }
        if (!caller.isPerson()) {
            errors.reject("api.member.people-only");
        }
        if (errors.hasErrors() || mail.isEmpty()) {
            return Optional.empty();
        }
        PersonId person = new PersonId(caller.person());
        held.hold(person, "mail.eml", mail.get());
        try {
            return desk.report(person, form.words(), caller.actor()).map(r -> r.id().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<String> settle(String id, MailSettlementForm form, BindingResult errors, Caller caller) {
        MailReport report = Ids.read(id).flatMap(reports::find).orElseThrow(() -> new MailReportUnknown(id));
        MailReport.State as = MailReport.State.find(form.as()).orElseThrow();
        if (!desk.settle(report, as, form.answer(), form.warn(), new PersonId(caller.person()), caller.actor())) {
            errors.reject("mail-check.settled-already");
            return Optional.empty();
        }
        return Optional.of(id);
    }
}
