package dev.steep.ui.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.catalog.Kind;
import dev.steep.network.layer.Layers;
import java.util.List;
import org.junit.jupiter.api.Test;

class KindSearchTest {
    private static List<String> found(String text) {
        return KindSearch.of(Layers.kinds(), text).stream().map(Kind::name).toList();
    }

    @Test
    void theBeginningOfANameComesFirst() {
        assertEquals("Conv2D", found("conv").get(0));
        assertEquals("Dropout", found("drop").get(0));
        assertEquals("Dense", found("DENSE").get(0));
    }

    @Test
    void blanksAndSignsDoNotMatter() {
        assertEquals("MaxPooling2D", found("max pool").get(0));
        assertEquals("MaxPooling2D", found("max_pooling2d").get(0));
    }

    @Test
    void initialsAreUnderstood() {
        assertEquals("BatchNormalization", found("bn").get(0));
    }

    @Test
    void everyLayerIsTheFirstThatItsOwnNameOrTitleFinds() {
        for (Kind kind : Layers.kinds()) {
            assertEquals(kind.name(), found(kind.name()).get(0));
            assertEquals(kind.name(), found(kind.title()).get(0), kind.title());
        }
    }

    @Test
    void nothingTypedFindsAllInTheirOrder() {
        assertEquals(Layers.kinds(), KindSearch.of(Layers.kinds(), " "));
    }

    @Test
    void nonsenseFindsNothing() {
        assertTrue(found("zzz").isEmpty());
    }
}
