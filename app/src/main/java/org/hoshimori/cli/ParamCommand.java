package org.hoshimori.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.hoshimori.catalog.Parameter;
import org.hoshimori.regulation.NearestId;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.RegulationJson;
import org.hoshimori.regulation.Setting;
import org.hoshimori.regulation.Wording;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code regulation param [ID]}: parameters with their values, or one of them in full. */
@CommandLine.Command(name = "param")
final class ParamCommand implements Callable<Integer> {

    private final Terminal terminal;

    @CommandLine.Mixin
    private final Common common = new Common();

    @CommandLine.Parameters(arity = "0..1", paramLabel = "ID", descriptionKey = "parameter")
    private @Nullable String id;

    @CommandLine.Option(names = "--tailoring", paramLabel = "TAILORING", descriptionKey = "tailoring")
    private @Nullable Path tailoring;

    @CommandLine.Option(names = "--format", paramLabel = "table|json", descriptionKey = "format")
    private ListCommand.Format format = ListCommand.Format.table;

    ParamCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Regulation regulation = Regulations.read(tailoring);
        RegulationJson json = new RegulationJson(regulation, terminal.lang());
        if (id == null && common.quiet()) {
            return Exit.FINE;
        }
        if (id == null) {
            terminal.out()
                    .println(
                            format == ListCommand.Format.json
                                    ? json.parameters()
                                    : table(regulation).stripTrailing());
            return Exit.FINE;
        }
        Setting setting = regulation.setting(id).orElseThrow(() -> unknown(regulation, String.valueOf(id)));
        if (common.quiet()) {
            return Exit.FINE;
        }
        if (format == ListCommand.Format.json) {
            terminal.out().println(json.parameter(setting));
        } else {
            one(regulation, setting);
        }
        return Exit.FINE;
    }

    private static Refused unknown(Regulation regulation, String id) {
        String near = NearestId.of(id, regulation.catalog().parameters().map(Parameter::id));
        return near.isEmpty()
                ? new Refused("unknown-parameter", Errors.oneLine(id))
                : new Refused("unknown-parameter-near", Errors.oneLine(id), near);
    }

    private String table(Regulation regulation) {
        Wording wording = new Wording(regulation, terminal.lang());
        List<List<String>> rows = regulation.settings().stream()
                .map(s -> List.of(
                        s.parameter().id(),
                        wording.say(s.parameter().label()),
                        wording.value(s).replace("\n", " "),
                        terminal.word("state." + s.state().name())))
                .toList();
        List<String> head = List.of(
                terminal.word("list.id"),
                terminal.word("param.label"),
                terminal.word("param.value"),
                terminal.word("param.state"));
        return new Columns(head, rows).text();
    }

    private void one(Regulation regulation, Setting setting) {
        Wording wording = new Wording(regulation, terminal.lang());
        Parameter parameter = setting.parameter();
        line("list.id", parameter.id());
        line("param.label", wording.say(parameter.label()));
        line(
                "param.type",
                parameter.type().code() + " – "
                        + terminal.word("type." + parameter.type().name()));
        line("param.value", wording.value(setting));
        line("param.state", terminal.word("state." + setting.state().name()));
        if (setting.setBy() != null) {
            line("param.set-by", setting.setBy().toString());
        }
        if (parameter.sample() != null) {
            line("param.sample", wording.value(parameter, parameter.sample()) + origin(parameter));
        }
        line(
                "param.direction",
                terminal.word("direction." + parameter.direction().name()));
        if (parameter.law() != null) {
            line("param.law", wording.say(parameter.law().citation()));
        }
        if (parameter.guidance() != null) {
            line("param.guidance", wording.say(parameter.guidance()));
        }
        for (Parameter.Choice choice : parameter.choices()) {
            terminal.out().println("    " + choice.code() + "  " + wording.say(choice.words()));
        }
    }

    private String origin(Parameter parameter) {
        return switch (parameter.origin()) {
            case SOURCE -> "";
            case OURS -> terminal.word("param.ours");
        };
    }

    private void line(String label, String value) {
        String word = terminal.word(label);
        terminal.out()
                .println(word
                        + " ".repeat(Math.max(1, 14 - Columns.width(word)))
                        + value.replace("\n", "\n" + " ".repeat(14)));
    }
}
