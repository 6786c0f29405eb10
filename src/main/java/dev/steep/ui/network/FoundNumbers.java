package dev.steep.ui.network;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Numbers;
import dev.steep.math.Shape;
import dev.steep.network.Layers;
import dev.steep.network.layer.core.FormulaLayer;
import dev.steep.protocol.LayerFacts;
import dev.steep.protocol.look.ErrorsLook;
import dev.steep.protocol.look.Look;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.WithError;
import elemental2.dom.HTMLElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What training has found for the parameters of a model, with their standard errors: {@code k = 0.103 ± 0.004}. */
public final class FoundNumbers {
    private final Look look;
    private final List<String> names;
    private final HTMLElement list = Html.of("p", "found-numbers").element();
    private final HTMLElement note = Html.of("p", "found-note").element();

    private FoundNumbers(Look look, List<String> names) {
        this.look = look;
        this.names = names;
        Html.shows(list, "errors", look);
        draw(new float[0]);
    }

    /** Of the letters of a layer, if it is a formula that has some. */
    static Optional<FoundNumbers> of(LayerCard.Content content) {
        LayerFacts facts = content.facts();
        return content.choice().is(FormulaLayer.KIND)
                        && facts.parameters() > 0
                        && !facts.output().isEmpty()
                ? Optional.of(new FoundNumbers(
                        new ErrorsLook(facts.name()),
                        Layers.of(content.choice()).numbers(Shape.of(content.input()))))
                : Optional.empty();
    }

    /**
     * Of all parameters of a network, or nothing if there are more than have errors.
     *
     * @param input the shape of what the first layer is given
     */
    public static Optional<FoundNumbers> of(List<Choice> layers, List<LayerFacts> facts, int[] input) {
        List<String> names = new ArrayList<>();
        int parameters = 0;
        Shape before = Shape.of(input);
        for (int i = 0; i < facts.size() && i < layers.size(); i++) {
            parameters += facts.get(i).parameters();
            if (facts.get(i).output().isEmpty() || parameters > ErrorsLook.MOST) {
                return Optional.empty();
            }
            String of = facts.size() == 1 ? "" : facts.get(i).name() + "/";
            Layers.of(layers.get(i)).numbers(before).forEach(name -> names.add(of + name));
            before = Shape.of(facts.get(i).shape());
        }
        return names.isEmpty() ? Optional.empty() : Optional.of(new FoundNumbers(new ErrorsLook(""), names));
    }

    /** What it looks at. */
    public Look look() {
        return look;
    }

    /** The numbers with their names. */
    public HTMLElement list() {
        return list;
    }

    /** What the errors rest on, or why there are none. */
    public HTMLElement note() {
        return note;
    }

    /** @param numbers of the look; none while they are not known */
    public void draw(float[] numbers) {
        boolean known = numbers.length == ErrorsLook.HEAD + 2 * names.size();
        list.hidden = !known;
        note.hidden = !known;
        Html.clear(list);
        if (!known) {
            return;
        }
        for (int i = 0; i < names.size(); i++) {
            int at = ErrorsLook.HEAD + 2 * i;
            list.append(Html.of("span", "")
                    .text(names.get(i) + " = ")
                    .add(Html.of("span", "").text(WithError.of(numbers[at], numbers[at + 1])))
                    .element());
        }
        ErrorsLook.Basis basis = ErrorsLook.Basis.of(numbers);
        note.textContent = basis.known()
                ? "Standard errors from the curvature of the loss: "
                        + Numbers.grouped((long) numbers[1]) + " training values, "
                        + Numbers.count((long) numbers[2], "parameter") + ", residual standard deviation "
                        + Figures.of(numbers[3])
                        + (basis == ErrorsLook.Basis.COUNTS
                                ? " of the root of what is predicted (1 for pure counts)."
                                : ".")
                        + away(numbers[4])
                : basis.sentence();
        list.title = note.textContent;
    }

    private static String away(float errors) {
        return errors > 1
                ? " The best fit is still " + Figures.of(errors)
                        + " errors away: train on, with larger batches or a lower learning rate."
                : "";
    }
}
