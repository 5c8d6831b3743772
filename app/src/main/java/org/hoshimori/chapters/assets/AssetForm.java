package org.hoshimori.chapters.assets;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the form of an asset holds; the rating has its own. All is text, so that what can't be read can be shown again.
 *
 * @param users ids of departments
 * @param systems numbers of what holds it in the registers of systems, sites and devices
 */
record AssetForm(
        @Size(max = AssetForm.LONGEST_CODE) String assetCode,
        @NotBlank @Size(max = AssetForm.LONGEST_NAME) String assetName,
        @Size(max = AssetForm.LONGEST_NAME) String area,
        String managingDepartment,
        @Nullable Boolean everybody,
        List<String> users,
        @Size(max = AssetForm.LONGEST_NAME) String outsiders,
        String medium,
        @Size(max = AssetForm.LONGEST_NAME) String place,
        @Size(max = AssetForm.LONGEST_NOTE) String systems,
        String retention,
        String personal,
        List<String> legal,
        String marking,
        @Size(max = AssetForm.LONGEST_NOTE) String markingReason,
        @Size(max = AssetForm.LONGEST_NOTE) String note,
        int version) {

    static final int LONGEST_CODE = 60;
    static final int LONGEST_NAME = 200;
    static final int LONGEST_NOTE = 2000;

    /** A field that a form leaves out is empty. */
    AssetForm {
        assetCode = text(assetCode);
        assetName = text(assetName);
        area = text(area);
        managingDepartment = text(managingDepartment);
        everybody = Boolean.TRUE.equals(everybody);
        users = list(users);
        outsiders = text(outsiders);
        medium = text(medium);
        place = text(place);
        systems = text(systems);
        retention = text(retention);
        personal = text(personal);
        legal = list(legal);
        marking = text(marking);
        markingReason = text(markingReason);
        note = text(note);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static List<String> list(@Nullable List<String> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }

    static AssetForm empty(String department) {
        return new AssetForm(
                "",
                "",
                "",
                department,
                false,
                List.of(),
                "",
                Keeping.Medium.SERVER.code(),
                "",
                "",
                "",
                PersonalInformation.NONE.code(),
                List.of(),
                Marking.Where.FOLDER.code(),
                "",
                "",
                0);
    }

    static AssetForm of(Asset asset, Stream<String> systems) {
        return new AssetForm(
                asset.code(),
                asset.name(),
                asset.area(),
                asset.department().toString(),
                asset.scope().everybody(),
                asset.scope().departments().stream().map(Object::toString).toList(),
                asset.scope().outsiders(),
                asset.keeping().medium().code(),
                asset.keeping().place(),
                String.join(" ", systems.toList()),
                asset.keeping().retention().map(Object::toString).orElse(""),
                asset.personal().code(),
                asset.legal(),
                asset.marking().where().code(),
                asset.marking().reason(),
                asset.note(),
                asset.version());
    }
}
