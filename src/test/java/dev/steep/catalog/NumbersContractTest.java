package dev.steep.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.steep.contract.CpuTime;
import dev.steep.math.Random;
import org.junit.jupiter.api.Test;

class NumbersContractTest implements NumbersContract {
    /** Java's own reading is the definition; it needs a JVM. */
    @Test
    void numbersAreReadAsJavaReadsThem() {
        Random random = new Random(4);
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.below(1 + i % 40); k >= 0; k--) {
                text.append(random.below(10));
            }
            text.insert(random.below(text.length() + 1), '.').append('e').append(random.below(660) - 340);
            assertEquals(Double.parseDouble(text.toString()), Numbers.read(text.toString()), text.toString());
        }
    }

    @Test
    void endlessNumbersAreReadQuickly() {
        CpuTime time = new CpuTime();
        assertEquals(Double.POSITIVE_INFINITY, Numbers.read("9".repeat(1_000_000)));
        assertEquals(1.0 / 3, Numbers.read("0." + "3".repeat(1_000_000)));
        assertEquals(0, Numbers.read("0." + "0".repeat(1_000_000) + "1"));
        assertEquals(0, Numbers.read("1e-" + "9".repeat(1_000_000)));
        assertEquals(1, time.seconds(), 1, "seconds");
    }
}
