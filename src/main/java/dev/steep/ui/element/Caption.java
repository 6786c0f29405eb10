package dev.steep.ui.element;

import dev.steep.catalog.Knob;
import elemental2.dom.HTMLElement;

/**
 * What stands over a control: its name, which shows an explanation when it is pressed.
 *
 * @param name a word or two
 * @param about one sentence that explains it
 * @param live whether a change applies while training; if not, the page says that training starts anew
 */
public record Caption(String name, String about, boolean live) {
    private static final String ANEW = "A change starts training anew.";

    /** A knob's own: {@code kernel_size} becomes "Kernel size". */
    public static Caption of(Knob<?> knob) {
        String words = knob.name().replace('_', ' ');
        return new Caption(Character.toUpperCase(words.charAt(0)) + words.substring(1), knob.about(), knob.live());
    }

    /** The same for a setting whose change training goes on after, with new weights at most where they no longer fit. */
    public Caption goingOn() {
        return new Caption(name, about, true);
    }

    /** That of a knob within what has this caption: where a change of all of it applies while training, so does one of a part. */
    public Caption within(Knob<?> knob) {
        return live ? of(knob).goingOn() : of(knob);
    }

    /** A control with this caption: one part beside the name, the others below. */
    public HTMLElement over(HTMLElement beside, HTMLElement... below) {
        HTMLElement explanation =
                Glossary.text(Html.of("p", "knob-about").attribute("hidden", "").element(), sentence());
        Html press = Html.of("button", "knob-name")
                .attribute("type", "button")
                .attribute("title", sentence())
                .attribute("aria-expanded", "false")
                .text(name);
        press.on("click", event -> {
            boolean open = explanation.hasAttribute("hidden");
            explanation.toggleAttribute("hidden", !open);
            press.attribute("aria-expanded", "" + open);
        });
        Html head = Html.of("div", "knob-head").add(press);
        if (!live) {
            head.add(Html.of("span", "knob-anew")
                    .attribute("title", ANEW)
                    .attribute("aria-hidden", "true")
                    .add(Html.of("span", "knob-anew-words").text("starts anew")));
        }
        return Html.of("div", "knob")
                .add(head.add(beside))
                .add(below)
                .add(explanation)
                .element();
    }

    private String sentence() {
        return live ? about : about + " " + ANEW;
    }

    /** A control with nothing beside its name. */
    public HTMLElement above(HTMLElement... below) {
        return over(Html.of("span", "").element(), below);
    }

    /** Gives an element this name and explanation for those who cannot see the caption. */
    public <E extends HTMLElement> E name(E control) {
        control.setAttribute("aria-label", name);
        control.setAttribute("aria-description", sentence());
        return control;
    }
}
