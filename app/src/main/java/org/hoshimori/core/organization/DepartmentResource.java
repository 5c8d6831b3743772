package org.hoshimori.core.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.core.api.Act;
import org.hoshimori.core.api.Caller;
import org.hoshimori.core.api.Found;
import org.hoshimori.core.api.Ids;
import org.hoshimori.core.api.Resource;
import org.hoshimori.core.api.Wish;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;

/** The register of departments, served. */
@Component
class DepartmentResource implements Resource<DepartmentTold> {

    private static final Set<String> KEEPERS = Set.of("people");
    private static final int PAGE = 50;

    private final DepartmentRegister register;

    DepartmentResource(DepartmentRegister register) {
        this.register = register;
    }

    /** The last day of a department. */
    record ClosingForm(String lastDay) {
        /** A field that is left out is empty. */
        @SuppressWarnings("ConstantValue") // binding hands over null for what is left out
        ClosingForm {
            lastDay = lastDay == null ? "" : lastDay;
        }
    }

    @Override
    public String code() {
        return "departments";
    }

    @Override
    public String scope() {
        return "organization";
    }

    @Override
    public Class<DepartmentTold> type() {
        return DepartmentTold.class;
    }

    @Override
    public String id(DepartmentTold shown) {
        return shown.id().toString();
    }

    @Override
    public Found<DepartmentTold> page(Wish wish, Caller caller) {
        return Found.part(register.open().stream().map(DepartmentTold::of).toList(), wish.page(), PAGE);
    }

    @Override
    public Optional<DepartmentTold> find(String id, Caller caller) {
        return Ids.read(id).map(DepartmentId::new).flatMap(register::find).map(DepartmentTold::of);
    }

    @Override
    public List<Act<?>> acts() {
        return List.of(
                Act.enter(KEEPERS, DepartmentForm.class, this::open).without("headWords"),
                Act.replace(KEEPERS, DepartmentForm.class, this::change).without("headWords"),
                Act.of("close", KEEPERS, ClosingForm.class, this::close));
    }

    private Optional<String> open(String none, DepartmentForm form, BindingResult errors, Caller caller) {
        return DepartmentPages.done(register.open(form.described(), caller.actor()), errors)
                .map(d -> d.id().toString());
    }

    private Optional<String> change(String id, DepartmentForm form, BindingResult errors, Caller caller) {
        return DepartmentPages.done(register.change(form.described(DepartmentId.of(id)), caller.actor()), errors)
                .map(d -> d.id().toString());
    }

    private Optional<String> close(String id, ClosingForm form, BindingResult errors, Caller caller) {
        Optional<LocalDate> last = Days.read("lastDay", form.lastDay(), errors);
        return last.flatMap(
                        day -> DepartmentPages.done(register.close(DepartmentId.of(id), day, caller.actor()), errors))
                .map(d -> d.id().toString());
    }
}
