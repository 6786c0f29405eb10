package dev.steep.ui.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FigureSaverTest {
    @Test
    void fileNamesSayWhatTheyAreInLettersThatEveryFileSystemTakes() {
        assertEquals("steep-roc-auc-0-931-digits", FigureSaver.name("ROC · AUC 0.931 digits"));
        assertEquals("steep-a-b", FigureSaver.name("../a\\b?"));
        assertEquals("steep", FigureSaver.name("…"));
    }
}
