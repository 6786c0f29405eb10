package dev.steep.ui.page;

import dev.steep.browser.Address;
import dev.steep.browser.LastingNotes;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.Theme;
import elemental2.dom.DomGlobal;
import elemental2.dom.HTMLElement;
import elemental2.dom.MediaQueryList;

/**
 * Turns the page light or dark: as its address asks ({@code ?theme=dark}), else as a person has said here, else as the system does.
 * Inside another page the system is that page, and what was said elsewhere does not count.
 */
public final class ThemeSwitch {
    private static final String KEY = "steep.theme";

    private final MediaQueryList system = DomGlobal.window.matchMedia("(prefers-color-scheme: dark)");
    private final HTMLElement element;
    private String wanted = first();

    public ThemeSwitch() {
        element = Html.button("btn bar-button theme-switch", "", this::turn).element();
        show();
        system.addListener(event -> show());
    }

    public HTMLElement element() {
        return element;
    }

    private static String first() {
        String asked = Address.query("theme");
        boolean embedded = DomGlobal.document.body.classList.contains("embedded");
        return asked.equals("light") || asked.equals("dark") ? asked : embedded ? "" : LastingNotes.read(KEY);
    }

    /** From "as the system" to the other of light and dark, so that each press is seen, then back, then around. */
    void turn() {
        String other = system.matches ? "light" : "dark";
        String same = system.matches ? "dark" : "light";
        wanted = wanted.isEmpty() ? other : wanted.equals(other) ? same : "";
        LastingNotes.write(KEY, wanted);
        show();
    }

    private void show() {
        boolean dark = wanted.isEmpty() ? system.matches : wanted.equals("dark");
        Theme.turn(dark);
        element.textContent = wanted.isEmpty() ? "◐" : dark ? "☾\uFE0E" : "☀\uFE0E";
        element.title = "Theme: " + name();
        element.setAttribute("aria-label", "Theme: " + name() + ". Change it");
    }

    /** What is wanted, in words. */
    String name() {
        return wanted.isEmpty() ? "as the system" : wanted;
    }
}
