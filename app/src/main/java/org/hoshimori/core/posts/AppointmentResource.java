package org.hoshimori.core.posts;

import java.time.LocalDate;
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
import org.hoshimori.core.organization.Days;
import org.hoshimori.core.organization.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;

/** Appointments, served: those of today or all of a post; their deputies and last days can be changed. */
@Component
class AppointmentResource implements Resource<AppointmentTold> {

    private static final int PAGE = 50;

    private final Posts posts;

    AppointmentResource(Posts posts) {
        this.posts = posts;
    }

    /** Who stands in, and until when it lasts. */
    record AppointmentChangeForm(@Nullable PersonId deputy, String endsOn, int version) {
        /** A field that is left out is empty. */
        @SuppressWarnings("ConstantValue") // binding hands over null for what is left out
        AppointmentChangeForm {
            endsOn = endsOn == null ? "" : endsOn;
        }
    }

    @Override
    public String code() {
        return "appointments";
    }

    @Override
    public String scope() {
        return "organization";
    }

    @Override
    public Class<AppointmentTold> type() {
        return AppointmentTold.class;
    }

    @Override
    public String id(AppointmentTold shown) {
        return shown.id().toString();
    }

    @Override
    public List<Filter> filters() {
        return List.of(Filter.text("post"));
    }

    @Override
    public Found<AppointmentTold> page(Wish wish, Caller caller) {
        List<Appointment> asked =
                wish.text("post").isEmpty() ? posts.on(caller.today()) : posts.history(wish.text("post"));
        return Found.part(asked.stream().map(AppointmentTold::of).toList(), wish.page(), PAGE);
    }

    @Override
    public Optional<AppointmentTold> find(String id, Caller caller) {
        return Ids.read(id).map(AppointmentId::new).flatMap(posts::find).map(AppointmentTold::of);
    }

    @Override
    public List<Act<?>> acts() {
        return List.of(Act.replace(Set.of("people"), AppointmentChangeForm.class, this::change));
    }

    private Optional<String> change(String id, AppointmentChangeForm form, BindingResult errors, Caller caller) {
        Optional<LocalDate> endsOn = Days.readIfAny("endsOn", form.endsOn(), errors);
        return errors.hasErrors()
                ? Optional.empty()
                : posts.find(AppointmentId.of(id))
                        .map(a -> a.with(form.deputy(), endsOn.orElse(null), form.version()))
                        .flatMap(a -> PostPages.done(posts.change(a, caller.today(), caller.actor()), errors))
                        .map(a -> a.id().toString());
    }
}
