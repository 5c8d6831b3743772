package org.hoshimori.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.regulation.Adoption;
import org.hoshimori.regulation.Finding;
import org.hoshimori.regulation.LintReport;
import org.hoshimori.regulation.Regulation;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine;

/** {@code regulation adopt}: puts a tailored regulation into force in an installation, from today or from a later minute. */
@CommandLine.Command(name = "adopt", defaultValueProvider = ServeDefaults.class)
final class AdoptCommand implements Callable<Integer> {

    private static final Actor SERVER = Actor.system("server");

    private final Terminal terminal;

    @CommandLine.Mixin
    private final Common common = new Common();

    @CommandLine.Parameters(index = "0", paramLabel = "TAILORING", descriptionKey = "tailoring")
    private Path tailoring = Path.of("tailoring.yaml");

    @CommandLine.Option(
            names = "--effective",
            required = true,
            paramLabel = "DATE[THH:MM]",
            descriptionKey = "adopt.effective")
    private String effective = "";

    @CommandLine.Mixin
    private final OnServer server = new OnServer();

    AdoptCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        LocalDate day;
        Optional<LocalTime> time;
        try {
            String[] parts = effective.split("T", 2);
            day = LocalDate.parse(parts[0]);
            time = parts.length < 2 ? Optional.empty() : Optional.of(LocalTime.parse(parts[1]));
        } catch (DateTimeException e) {
            throw new Refused("adopt-date", effective);
        }
        Regulation regulation = Regulations.read(tailoring);
        return server.run(context -> adopt(context, regulation, day, time));
    }

    private int adopt(ApplicationContext context, Regulation regulation, LocalDate day, Optional<LocalTime> time) {
        return switch (context.getBean(Adoption.class).adopt(regulation, day, time, SERVER)) {
            case Adoption.Outcome.Adopted(var revision) -> {
                if (!common.quiet()) {
                    ZonedDateTime at = revision.effectiveAt()
                            .atZone(context.getBean(Clock.class).getZone());
                    terminal.say(
                            "adopted",
                            Integer.toString(revision.number()),
                            at.toLocalDate().toString(),
                            "%02d:%02d".formatted(at.getHour(), at.getMinute()));
                }
                yield Exit.FINE;
            }
            case Adoption.Outcome.StillOpen(List<Finding> errors) -> {
                terminal.out()
                        .println(new LintReport(errors, terminal.lang()).text().stripTrailing());
                terminal.complain("adopt-open", Integer.toString(errors.size()));
                yield Exit.FINDINGS;
            }
            case Adoption.Outcome.InstantTaken(int number) ->
                throw new Refused("adopt-taken", effective, Integer.toString(number));
            case Adoption.Outcome.Past _ -> throw new Refused("adopt-past", effective);
        };
    }
}
