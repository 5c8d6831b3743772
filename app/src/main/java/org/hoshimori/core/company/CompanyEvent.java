package org.hoshimori.core.company;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.evidence.Evident;

/** What happens to the company's description and to its calendar. */
sealed interface CompanyEvent extends Evident {

    @Override
    default String subject() {
        return "company:own";
    }

    /** What the company is called and does was said, or said anew. */
    record CompanyDescribed(Actor by, Company company) implements CompanyEvent {
        @Override
        public String act() {
            return "company.described/1";
        }

        @Override
        public Map<String, Object> detail() {
            Map<String, Object> words = new LinkedHashMap<>();
            words.put("name", company.name());
            words.put("nameEn", company.nameEn());
            words.put(
                    "business",
                    company.business().stream().map(Enum::name).sorted().toList());
            words.put("fiscalYearBegins", company.fiscalYearBegins().getValue());
            return words;
        }
    }

    /** The company closes on a day that is no holiday. */
    record DayOffAdded(Actor by, LocalDate day, String name) implements CompanyEvent {
        @Override
        public String act() {
            return "company.day-off-added/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("day", day.toString(), "name", name);
        }
    }

    /** It works on that day after all. */
    record DayOffRemoved(Actor by, LocalDate day) implements CompanyEvent {
        @Override
        public String act() {
            return "company.day-off-removed/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("day", day.toString());
        }
    }
}
