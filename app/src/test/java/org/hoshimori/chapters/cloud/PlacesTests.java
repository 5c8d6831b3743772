package org.hoshimori.chapters.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTests {

    private static final String OWN = "東京都千代田区及び茨城県つくば市\nChiyoda-ku, Tokyo, and Tsukuba, Ibaraki";

    @ParameterizedTest
    @CsvSource({
        "JP, 日本, ALLOWED",
        "JP, Japan, ALLOWED",
        "SG, 日本及びシンガポール, ALLOWED",
        "US, 日本, NOT_ALLOWED",
        "NE, Nigeria, NOT_ALLOWED",
        "NG, Nigeria, ALLOWED",
        "DE, 'JP, DE', ALLOWED",
        "JP, ____, UNKNOWN",
        "JP, ○○, UNKNOWN",
        "JP, '', UNKNOWN"
    })
    void findsTheCountryAmongThoseAllowed(String country, String allowed, Places.CountryFit fit) {
        assertThat(Places.country(country, allowed)).isEqualTo(fit);
    }

    @ParameterizedTest
    @CsvSource({
        "JP, 13, SAME",
        "JP, 08, SAME",
        "JP, 14, NEAR",
        "JP, 27, APART",
        "JP, 01, APART",
        "JP, '', NEAR",
        "SG, '', APART"
    })
    void keepsTheFacilityApartFromOurSites(String country, String prefecture, Places.RegionFit fit) {
        assertThat(Places.region(country, prefecture, OWN)).isEqualTo(fit);
    }

    @Test
    void saysThatItCantTellWhereTheRegulationIsSilent() {
        assertThat(Places.region("JP", "27", "____\n____")).isEqualTo(Places.RegionFit.UNKNOWN);
        assertThat(Places.region("JP", "27", "本社")).as("no prefecture named").isEqualTo(Places.RegionFit.NEAR);
    }

    @Test
    void doesNotTakeTokyoForKyoto() {
        assertThat(Places.named("東京都")).extracting(Places.Prefecture::code).containsExactly("13");
        assertThat(Places.named("京都")).extracting(Places.Prefecture::code).containsExactly("26");
        assertThat(Places.named("大阪と札幌、北海道"))
                .extracting(Places.Prefecture::code)
                .containsExactlyInAnyOrder("27", "01");
        assertThat(Places.prefectures()).hasSize(47);
    }
}
