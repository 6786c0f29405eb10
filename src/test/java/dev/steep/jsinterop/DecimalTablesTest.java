package dev.steep.jsinterop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.lang.reflect.Field;
import org.junit.jupiter.api.Test;

/** The computed tables are those that TeaVM's library brings. */
class DecimalTablesTest {
    @Test
    void tablesForWritingAreTheLibrarys() throws ReflectiveOperationException {
        DecimalTables tables = DecimalTables.writing();
        String library = DecimalTablesPlugin.ANALYZER;
        assertArrayEquals((long[]) table(library, DecimalTablesPlugin.MANTISSAS), tables.mantissas);
        assertArrayEquals((short[]) table(library, DecimalTablesPlugin.EXPONENTS), tables.exponents);
    }

    @Test
    void tablesForReadingAreTheLibrarys() throws ReflectiveOperationException {
        DecimalTables tables = DecimalTables.reading();
        String library = DecimalTablesPlugin.SYNTHESIZER;
        assertArrayEquals((long[]) table(library, DecimalTablesPlugin.MANTISSAS), tables.mantissas);
        assertArrayEquals((short[]) table(library, DecimalTablesPlugin.EXPONENTS), tables.exponents);
    }

    private static Object table(String library, String name) throws ReflectiveOperationException {
        Field field = Class.forName(library).getDeclaredField(name);
        field.setAccessible(true);
        return field.get(null);
    }
}
