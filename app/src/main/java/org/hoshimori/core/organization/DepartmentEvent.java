package org.hoshimori.core.organization;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.evidence.Difference;
import org.hoshimori.core.evidence.Evident;

/** What happens to a department. */
sealed interface DepartmentEvent extends Evident {

    /** Which one. */
    DepartmentId department();

    @Override
    default String subject() {
        return "department:" + department();
    }

    @Override
    default Optional<String> clause() {
        return Optional.of("org-1");
    }

    /** It was opened. */
    record DepartmentOpened(Actor by, Department opened) implements DepartmentEvent {
        @Override
        public DepartmentId department() {
            return opened.id();
        }

        @Override
        public String act() {
            return "department.opened/1";
        }

        @Override
        public Map<String, Object> detail() {
            return described(opened);
        }
    }

    /** Its name, its place or its head was changed. */
    record DepartmentChanged(Actor by, Department before, Department after) implements DepartmentEvent {
        @Override
        public DepartmentId department() {
            return after.id();
        }

        @Override
        public String act() {
            return "department.changed/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Difference.of(described(before), described(after));
        }
    }

    /** It has a last day. */
    record DepartmentClosed(Actor by, DepartmentId department, LocalDate lastDay) implements DepartmentEvent {
        @Override
        public String act() {
            return "department.closed/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("lastDay", lastDay.toString());
        }
    }

    private static Map<String, Object> described(Department department) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("name", department.name());
        words.put("nameEn", department.nameEn());
        words.put("position", department.position());
        words.put("head", department.ledBy().map(PersonId::toString).orElse(""));
        return words;
    }
}
