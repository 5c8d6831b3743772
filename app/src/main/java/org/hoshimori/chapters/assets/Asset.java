package org.hoshimori.chapters.assets;

import java.time.LocalDate;
import java.util.List;
import org.hoshimori.core.organization.DepartmentId;

/**
 * An information asset, as the register keeps it ({@code ast-1.1.a}).
 *
 * @param code what stands on its label; no other one bears it
 * @param area business that it belongs to: 業務分類
 * @param department that mainly uses it (管理部署), and whose head answers for it ({@code ast-1.3})
 * @param scope who else may use it
 * @param legal codes of the laws that fix its handling ({@code ast-1.1.e}), from the choices of {@code reg_laws} or {@code other}
 * @param version counts changes; an edit of an older one is refused
 */
public record Asset(
        AssetId id,
        String code,
        String area,
        String name,
        String note,
        DepartmentId department,
        UserScope scope,
        Keeping keeping,
        PersonalInformation personal,
        Rating rating,
        List<String> legal,
        Marking marking,
        LocalDate registeredOn,
        State state,
        int version) {

    /** Keeps its own copy. */
    public Asset {
        legal = List.copyOf(legal);
    }

    /** Where it is in its life. */
    public enum State implements Coded {
        /** There. */
        IN_USE("in-use"),
        /** Disposed of, handed over or lost for good; never there again. */
        GONE("gone");

        private final String code;

        State(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** Of something new that nobody has described further: used by its department only, and handled as internal. */
    public static Asset newcomer(String code, String name, DepartmentId department, Rating rating, LocalDate today) {
        return new Asset(
                AssetId.next(),
                code,
                "",
                name,
                "",
                department,
                UserScope.OWN,
                Keeping.UNKNOWN,
                PersonalInformation.NONE,
                rating,
                List.of(),
                Marking.FOLDER,
                today,
                State.IN_USE,
                0);
    }

    /** As the record names it. */
    public String subject() {
        return "asset:" + id;
    }

    /** Whether its name may be known only to those who may use it. */
    public boolean nameConfidential() {
        return rating.values().confidentiality() == Values.TOP_SECRET;
    }

    /** The same asset with another rating. */
    public Asset rated(Rating other) {
        return new Asset(
                id,
                code,
                area,
                name,
                note,
                department,
                scope,
                keeping,
                personal,
                other,
                legal,
                marking,
                registeredOn,
                state,
                version);
    }

    /** The same asset with another code. */
    Asset coded(String other) {
        return new Asset(
                id,
                other,
                area,
                name,
                note,
                department,
                scope,
                keeping,
                personal,
                rating,
                legal,
                marking,
                registeredOn,
                state,
                version);
    }

    /** Whether nothing of what people say of it differs; id and version aside. */
    boolean saysTheSameAs(Asset other) {
        return AssetEvent.described(this).equals(AssetEvent.described(other));
    }
}
