package dev.steep.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTest {
    @ParameterizedTest
    @CsvSource({
        "body_mass_g, g",
        "bill_length_mm, mm",
        "speed (km/s), km/s",
        "mass [kg], kg",
        "Teff_K, K",
        "g, ''",
        "age, ''",
        "petal_width, ''",
        "fare, ''",
        "survived (yes or no), ''",
        "(), ''",
        "_g, ''",
        "'', ''",
    })
    void unitIsWhatTheNameTellsOf(String name, String unit) {
        assertEquals(unit, Unit.of(name));
    }

    @ParameterizedTest
    @CsvSource({"body_mass_g, '3,912 g'", "fare, '3,912'"})
    void figuresHaveTheUnitBehindThem(String name, String text) {
        assertEquals(text, Unit.with("3,912", name));
    }
}
