package org.hoshimori.chapters.assets;

import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.hoshimori.core.grants.Permission;
import org.hoshimori.core.identity.Permissions;
import org.hoshimori.core.identity.SignedIn;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.DepartmentRegister;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.PersonId;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Tells who asks the register. */
@Component
class Viewers {

    private static final String KEEPS = Permission.ASSETS.code();
    private static final Set<String> SEE_ALL = Set.of(KEEPS, Permission.RECORD.code());

    private final PeopleRegister people;
    private final DepartmentRegister departments;
    private final AssetResponsible responsible;
    private final Permissions permissions;

    Viewers(
            PeopleRegister people,
            DepartmentRegister departments,
            AssetResponsible responsible,
            Permissions permissions) {
        this.people = people;
        this.departments = departments;
        this.responsible = responsible;
        this.permissions = permissions;
    }

    /** Whoever is signed in where this runs; nobody in jobs and in mails. */
    Viewer now() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? viewer(
                        signedIn.id(),
                        authentication.getAuthorities().stream()
                                .map(GrantedAuthority::getAuthority)
                                .collect(Collectors.toSet()))
                : Viewer.NOBODY;
    }

    /** This person, wherever this runs. */
    Viewer of(PersonId person) {
        return viewer(
                person, permissions.of(person).stream().map(Permission::code).collect(Collectors.toSet()));
    }

    /** Whoever answers for a department's assets may belong to another one. */
    private SequencedSet<DepartmentId> own(PersonId person) {
        SequencedSet<DepartmentId> own = new LinkedHashSet<>();
        people.find(person).flatMap(Person::inDepartment).ifPresent(own::add);
        responsible.answeredBy(person, departments.open()).forEach(d -> own.add(d.id()));
        return own;
    }

    private Viewer viewer(PersonId person, Set<String> authorities) {
        return new Viewer(
                true, own(person), authorities.stream().anyMatch(SEE_ALL::contains), authorities.contains(KEEPS));
    }
}
