package dev.steep.ui.inside;

import dev.steep.browser.Downloads;
import dev.steep.math.statistics.Histogram;
import dev.steep.picture.NumberGrid;
import dev.steep.picture.Range;
import dev.steep.picture.TensorImage;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.protocol.look.HistogramsLook;
import dev.steep.protocol.look.Look;
import dev.steep.protocol.look.TensorLook;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.GridPanel;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.Roving;
import dev.steep.ui.element.Theme;
import dev.steep.ui.state.Lab;
import dev.steep.ui.view.View;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLInputElement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every named value of the network and of its training, to be found by name and seen as colours and numbers while it changes. */
public final class TensorsView extends TensorPage {
    public static final View VIEW = View.of(
                    "tensors",
                    "Tensors",
                    "Every value there is: weights, activations, gradients, masks and what the optimizer remembers.",
                    TensorsView::new)
            .in("Inside")
            .savedAs(".tensor-main");

    /** A longer list is cut: nobody reads it, and a word finds the rest. */
    private static final int MOST = 200;

    private final Lab lab;
    private final HTMLInputElement search = (HTMLInputElement) Html.of("input", "form-control tensor-search")
            .attribute("type", "search")
            .attribute("placeholder", "kernel, gradient, dense …")
            .attribute("aria-label", "Search tensors by name or role")
            .element();
    private final HTMLElement list =
            Html.of("div", "tensor-list").attribute("role", "group").element();
    private final Roving roving = new Roving(list, ".tensor-name");
    private final HTMLElement count =
            Html.of("p", "tensor-count").attribute("role", "status").element();
    private final HTMLElement title = Html.of("h3", "tensor-title").element();
    private final HTMLElement about = Html.of("p", "tensor-about").element();
    private final HTMLElement figures = Html.of("p", "tensor-about").element();
    private final HTMLElement tools = Html.of("div", "tensor-tools")
            .add(
                    Html.button("btn bar-button", "NPY", () -> download(true))
                            .attribute("title", "Download for NumPy, all samples of the batch"),
                    Html.button("btn bar-button", "CSV", () -> download(false))
                            .attribute("title", "Download as a table, all samples of the batch"))
            .element();
    private final GridPanel grid = new GridPanel();
    private final HTMLElement history = Html.of("div", "tensor-history").element();
    private final HTMLElement empty = Html.of("p", "histogram-empty").element();
    private final HTMLElement element;
    private final Map<String, HTMLElement> buttons = new LinkedHashMap<>();
    private List<TensorFacts> tensors = List.of();
    private Optional<TensorFacts> chosen = Optional.empty();
    private Optional<HistogramCard> spread = Optional.empty();

    TensorsView(Lab lab) {
        super(lab, "tensors");
        this.lab = lab;
        search.addEventListener("input", event -> list());
        list.setAttribute("aria-label", "Tensors");
        element = Html.of("div", "tensors")
                .add(Html.of("div", "tensor-side").add(search, count, list))
                .add(Html.of("div", "tensor-main")
                        .add(Html.of("div", "tensor-head").add(title, tools))
                        .add(about, figures, empty, grid.element(), history))
                .element();
        title.hidden = true;
        tools.hidden = true;
        Theme.onChange(element, watching()::redraw);
    }

    @Override
    public HTMLElement element() {
        return element;
    }

    @Override
    void named(List<TensorFacts> all) {
        tensors = all;
        list();
        String before = chosen.map(TensorFacts::name).orElse("");
        choose(tensors.stream()
                .filter(each -> each.name().equals(before))
                .findFirst()
                .or(() -> tensors.stream()
                        .filter(each -> each.role().equals("parameter"))
                        .findFirst()));
    }

    private void list() {
        Html.clear(list);
        buttons.clear();
        List<TensorFacts> found =
                tensors.stream().filter(each -> each.matches(search.value)).toList();
        for (TensorFacts each : found.subList(0, Math.min(MOST, found.size()))) {
            HTMLElement button = Html.button("tensor-name", "", () -> pick(each))
                    .add(Html.of("span", "tensor-word").text(each.name()))
                    .add(Html.of("span", "tensor-shape")
                            .text(each.shape().length == 0 ? "1" : Figures.shape(each.shape())))
                    .add(Html.of("span", "tensor-role").text(each.role()))
                    .element();
            buttons.put(each.name(), button);
            list.appendChild(button);
        }
        count.textContent = tensors.isEmpty()
                ? ""
                : found.isEmpty()
                        ? "None has this in its name or role."
                        : found.size() > MOST
                                ? "The first " + MOST + " of " + found.size() + ". A word more finds the others."
                                : found.size() + " of " + tensors.size();
        mark();
        roving.refresh();
    }

    private void mark() {
        buttons.forEach((name, button) -> button.setAttribute(
                "aria-pressed",
                "" + chosen.filter(each -> each.name().equals(name)).isPresent()));
    }

    private void pick(TensorFacts tensor) {
        choose(Optional.of(tensor));
        watching().start();
    }

    private void choose(Optional<TensorFacts> tensor) {
        chosen = tensor;
        mark();
        Html.clear(history);
        spread = Optional.empty();
        tools.hidden = tensor.isEmpty();
        about.textContent = tensor.map(TensorFacts::about).orElse("");
        title.textContent = tensor.map(TensorFacts::name).orElse("");
        title.hidden = tensor.isEmpty();
        figures.textContent = "";
        say(tensor.isEmpty() ? "There is nothing inside yet. " + HistogramsView.fault(lab) : "");
        tensor.ifPresent(each -> {
            grid.open(NumberGrid.of(each.shape()));
            Html.shows(grid.body(), "numbers", new TensorLook(each.name()));
            HistogramCard card = new HistogramCard(
                    "over time", new HistogramsLook(each.name()), each.role().equals("gradient"), 1);
            spread = Optional.of(card);
            history.appendChild(card.element());
            history.hidden = true;
        });
        if (tensor.isEmpty()) {
            grid.clear();
        }
    }

    private void say(String words) {
        empty.textContent = words;
        empty.hidden = words.isEmpty();
    }

    @Override
    List<Look> looks() {
        return chosen.<List<Look>>map(each -> List.of(new TensorLook(each.name()), new HistogramsLook(each.name())))
                .orElse(List.of());
    }

    @Override
    void draw(Report.Picture picture) {
        chosen.ifPresent(tensor -> {
            float[] numbers = picture.numbers().get(0);
            boolean known = numbers.length == tensor.size();
            say(known ? "" : "It is there after the first training step. Press Train or Step.");
            if (known) {
                boolean ofSample = tensor.batched()
                        && !tensor.role().equals("gradient")
                        && !tensor.role().equals("mask");
                figures.textContent = "epoch " + picture.moment().epoch() + ", step "
                        + picture.moment().step()
                        + (ofSample ? ", " + picture.moment().subject() : "") + " · " + figures(numbers);
                grid.draw(numbers, TensorImage.activations(Range.of(numbers), Theme.dark()));
            } else {
                figures.textContent = "";
                grid.clear();
            }
            float[] histograms = picture.numbers().get(1);
            history.hidden = histograms.length == 0;
            spread.ifPresent(card -> card.draw(histograms));
        });
    }

    /** {@code mean 0.0021, deviation 0.118, from −0.31 to 0.29, norm 1.4, 12 % zeros}. */
    private static String figures(float[] numbers) {
        Histogram all = Histogram.of(numbers);
        Range range = Range.of(numbers);
        double squares = 0;
        int zeros = 0;
        for (float number : numbers) {
            squares += (double) number * number;
            zeros += number == 0 ? 1 : 0;
        }
        if (numbers.length == 1) {
            return Figures.of(numbers[0]);
        }
        return "mean " + Figures.of(all.mean()) + ", deviation " + Figures.of(all.deviation()) + ", from "
                + Figures.of(range.low()) + " to " + Figures.of(range.high()) + ", norm "
                + Figures.of(Math.sqrt(squares))
                + (zeros == 0 ? "" : ", " + Figures.of(100.0 * zeros / numbers.length) + " % zeros");
    }

    private void download(boolean npy) {
        chosen.ifPresent(tensor -> lab.ask(new Inquiry.Read(tensor.name()), report -> {
            if (report instanceof Report.Numbers all) {
                String file = tensor.name().replace('/', '_') + (npy ? ".npy" : ".csv");
                if (npy) {
                    Downloads.save(file, TensorFile.npy(all.values(), all.shape()));
                } else {
                    Downloads.save(file, TensorFile.csv(all.values(), all.shape()));
                }
            } else if (report instanceof Report.Refused refused) {
                lab.tell(refused.sentence(), true);
            }
        }));
    }
}
