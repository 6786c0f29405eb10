package dev.steep.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

class StyleSheetTest {
    private static String pruned(String css) {
        return StyleSheet.prune(css, Set.of("used")::contains);
    }

    @Test
    void rulesOfClassesThatNobodyHasGo() {
        assertEquals(".used{a:b}", pruned(".used{a:b}.unused{c:d}"));
        assertEquals("", pruned(".used .unused>p{c:d}"));
    }

    @Test
    void oneSelectorOfSeveralGoes() {
        assertEquals("p,.used:hover{a:b}", pruned("p,.unused,.used:hover,.used.unused{a:b}"));
    }

    @Test
    void rulesForElementsAndAttributesStay() {
        String css = ":root,[data-theme=\"x.unused\"]{--a:.5rem}a[href$=\".unused\"]{b:c}";
        assertEquals(css, pruned(css));
    }

    @Test
    void whatMayNotBeThereNeedNotBeThere() {
        String css = ".used:not(.unused),:is(.unused,p) b{a:b}";
        assertEquals(css, pruned(css));
    }

    @Test
    void conditionsStayWithWhatIsLeftInThem() {
        assertEquals(
                "@media (min-width:1px){.used{a:b}}p{c:d}",
                pruned("@media (min-width:1px){.used{a:b}.unused{a:b}}@media print{.unused{a:b}}p{c:d}"));
    }

    @Test
    void otherParagraphsStay() {
        String css =
                "@charset \"UTF-8\";/*! a } comment { */@keyframes k{0%{a:b}to{c:d}}@font-face{src:url(\"x;.unused{\")}";
        assertEquals(css, pruned(css));
    }

    @Test
    void blanksBetweenRulesGo() {
        assertEquals("p{a:b}/* end */", pruned("p{a:b}\n.unused{a:b}\n/* end */\n"));
    }

    @Test
    void bracesInStringsAreNone() {
        assertEquals(".used::after{content:\"}\"}", pruned(".used::after{content:\"}\"}.unused::after{content:'{'}"));
    }
}
