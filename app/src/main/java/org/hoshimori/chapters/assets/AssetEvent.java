package org.hoshimori.chapters.assets;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.evidence.Difference;
import org.hoshimori.core.evidence.Evident;

/** What happens to an asset. */
public sealed interface AssetEvent extends Evident {

    /** Which one, as it is then. */
    Asset asset();

    @Override
    default String subject() {
        return asset().subject();
    }

    @Override
    default Optional<String> clause() {
        return Optional.of("ast-1.1.a");
    }

    /** It was entered. */
    record AssetRegistered(Actor by, Asset asset) implements AssetEvent {
        @Override
        public String act() {
            return "asset.registered/1";
        }

        @Override
        public Map<String, Object> detail() {
            return described(asset);
        }
    }

    /** What is kept of it was changed. */
    record AssetChanged(Actor by, Asset before, Asset asset) implements AssetEvent {
        @Override
        public String act() {
            return "asset.changed/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("before", was(), "after", is());
        }

        /** What was different before, by the names of the form's fields. */
        Map<String, Object> was() {
            return Difference.half(described(before), described(asset));
        }

        /** What is different since. */
        Map<String, Object> is() {
            return Difference.half(described(asset), described(before));
        }
    }

    /** It is not there any more. */
    record AssetGone(Actor by, Asset asset, String reason) implements AssetEvent {
        @Override
        public String act() {
            return "asset.gone/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("goneBecause", reason);
        }
    }

    /** What the record keeps of an asset, by the names of the form's fields. */
    static Map<String, Object> described(Asset asset) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("assetCode", asset.code());
        words.put("area", asset.area());
        words.put("assetName", asset.name());
        words.put("note", asset.note());
        words.put("managingDepartment", "department:" + asset.department());
        words.put("everybody", asset.scope().everybody());
        words.put(
                "users",
                asset.scope().departments().stream().map(d -> "department:" + d).toList());
        words.put("outsiders", asset.scope().outsiders());
        words.put("medium", asset.keeping().medium().code());
        words.put("place", asset.keeping().place());
        words.put(
                "systems",
                asset.keeping().systems().stream().map(s -> "item:" + s).toList());
        words.put(
                "retention",
                asset.keeping().retention().map(LocalDate::toString).orElse(""));
        words.put("term", asset.keeping().term());
        words.put("personal", asset.personal().code());
        words.put("confidentiality", asset.rating().values().confidentiality());
        words.put("integrity", asset.rating().values().integrity());
        words.put("availability", asset.rating().values().availability());
        words.put("importance", asset.rating().statedImportance());
        words.put("ratingReason", asset.rating().reason());
        words.put("answers", asset.rating().answers());
        words.put("legal", asset.legal());
        words.put("marking", asset.marking().where().code());
        words.put("markingReason", asset.marking().reason());
        words.put("registeredOn", asset.registeredOn().toString());
        return words;
    }
}
