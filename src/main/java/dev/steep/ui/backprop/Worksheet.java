package dev.steep.ui.backprop;

import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import elemental2.dom.DomGlobal;
import elemental2.dom.Element;
import elemental2.dom.EventListener;
import elemental2.dom.HTMLElement;
import elemental2.dom.NodeList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A training step of a small network as a sheet of paper: what is given, then equation after equation, with the results or without. */
final class Worksheet {
    /** Equations on a sheet; more are too many to be worked out by hand. */
    static final int MOST = 120;

    private static final String PRINTING = "printing-worksheet";
    private static final Consumer<Place> NOBODY = place -> {};

    private final Pass pass;
    private final Symbols symbols;
    private final List<Stage> stages;
    private final int sample;
    private final boolean answers;

    /**
     * @param sample of the batch that it is about
     * @param answers whether the results are on it
     */
    Worksheet(Pass pass, List<Stage> stages, int sample, boolean answers) {
        this.pass = pass;
        this.stages = stages;
        this.sample = sample;
        this.answers = answers;
        symbols = new Symbols(pass);
    }

    /** Whether a network is small enough. */
    static boolean suits(Pass pass, List<Stage> stages) {
        return new Symbols(pass).counted()
                && pass.samples() == 1
                && places(pass, stages, 0).size() <= MOST;
    }

    private record Task(Stage stage, Place place) {}

    private static List<Task> places(Pass pass, List<Stage> stages, int sample) {
        List<Task> all = new ArrayList<>();
        for (Stage stage : stages) {
            if (stage.phase() == Stage.Phase.UPDATE) {
                for (Pass.Stop stop : pass.stops()) {
                    for (Pass.Weight weight : stop.weights()) {
                        for (int i = 0; weight.back() && i < Pass.size(weight.shape()); i++) {
                            all.add(new Task(stage, new Place(weight.tensor(), i)));
                        }
                    }
                }
                continue;
            }
            int size = pass.shape(stage.tensor()).map(Pass::size).orElse(1);
            int first = stage.stop() < 0 || pass.isWeight(stage.tensor()) ? 0 : sample * size;
            for (int i = 0; i < size; i++) {
                all.add(new Task(stage, new Place(stage.tensor(), first + i)));
            }
        }
        return all;
    }

    /** Asks for every number, then hands the sheet to the printer. */
    void print(Lab lab, Diagram.Numbers numbers) {
        List<Task> tasks = places(pass, stages, sample);
        Derivation[] chains = new Derivation[tasks.size()];
        int[] waiting = {chains.length};
        for (int i = 0; i < chains.length; i++) {
            int at = i;
            Place place = tasks.get(i).place();
            lab.ask(new Inquiry.Chain(pass.batch(), place.tensor(), place.index(), 0), report -> {
                if (report instanceof Report.Text text) {
                    chains[at] = Derivation.read(text.text());
                }
                if (--waiting[0] == 0) {
                    print(sheet(tasks, chains, numbers));
                }
            });
        }
    }

    /** The sheet stays until it is printed: some browsers print later than they are asked to. */
    private static void print(HTMLElement sheet) {
        DomGlobal.document.body.appendChild(sheet);
        DomGlobal.document.body.classList.add(PRINTING);
        EventListener[] printed = new EventListener[1];
        printed[0] = event -> {
            sheet.remove();
            DomGlobal.document.body.classList.remove(PRINTING);
            DomGlobal.window.removeEventListener("afterprint", printed[0]);
        };
        DomGlobal.window.addEventListener("afterprint", printed[0]);
        DomGlobal.window.print();
    }

    /** The sheet itself. */
    HTMLElement sheet(List<Task> tasks, Derivation[] chains, Diagram.Numbers numbers) {
        Html sheet = Html.of("section", "worksheet").add(Html.of("h1", "").text("A training step by hand"));
        sheet.add(Html.of("p", "").text(about()));
        Diagram diagram = new Diagram(NOBODY);
        diagram.draw(pass, symbols, stages, answers ? stages.size() - 1 : -1, sample, new Place("", 0), numbers);
        sheet.add(diagram.element());
        sheet.add(Html.of("h2", "").text("Given"));
        sheet.add(given(numbers));
        Stage.Phase phase = Stage.Phase.FORWARD;
        sheet.add(Html.of("h2", "").text(phase.word()));
        Html list = Html.of("div", "worksheet-tasks");
        sheet.add(list);
        for (int i = 0; i < chains.length; i++) {
            Stage stage = tasks.get(i).stage();
            if (stage.phase() != phase) {
                phase = stage.phase();
                sheet.add(Html.of("h2", "").text(phase.word()));
                list = Html.of("div", "worksheet-tasks");
                sheet.add(list);
            }
            if (chains[i] != null) {
                list.add(task(stage, chains[i]));
            }
        }
        return sheet.element();
    }

    private String about() {
        String row = pass.batch() ? "" : "Sample " + pass.sample() + ". ";
        return row
                + "Each unit adds up its inputs times its weights (x) and applies its activation (y). Work out every number in order,"
                + " then compare: " + DomGlobal.location.href;
    }

    private HTMLElement given(Diagram.Numbers numbers) {
        Html list = Html.of("div", "worksheet-given");
        add(list, pass.input(), numbers);
        add(list, pass.target(), numbers);
        for (Pass.Stop stop : pass.stops()) {
            for (Pass.Weight weight : stop.weights()) {
                add(list, weight.tensor(), numbers);
            }
        }
        return list.element();
    }

    private void add(Html list, String tensor, Diagram.Numbers numbers) {
        numbers.of(tensor, false).ifPresent(all -> {
            for (int i = 0; i < all.length; i++) {
                list.add(new SymbolLine("", symbols, NOBODY)
                        .math(symbols.of(new Place(tensor, i)))
                        .text(" = " + SymbolLine.number(all[i]))
                        .element());
            }
        });
    }

    private HTMLElement task(Stage stage, Derivation chain) {
        Html task = Html.of("div", "worksheet-task");
        switch (stage.phase()) {
            case UPDATE ->
                chain.update()
                        .ifPresent(update -> task.add(new SymbolLine("", symbols, NOBODY)
                                .math(symbols.of(chain.place()))
                                .text(" ← ")
                                .strong(update.to(), 4)
                                .element()));
            case BACKWARD -> {
                if (chain.count() <= Equation.LONG && !chain.terms().isEmpty()) {
                    equation(task, Equation.backward(symbols, chain, NOBODY), true);
                } else {
                    task.add(new SymbolLine("", symbols, NOBODY)
                            .math(symbols.derivative(chain.place()))
                            .text(" = ")
                            .strong(chain.derivative())
                            .element());
                }
            }
            case FORWARD, LOSS ->
                Equation.forward(symbols, chain, NOBODY)
                        .ifPresentOrElse(
                                equation -> equation(
                                        task, equation, equation.letters().isEmpty()),
                                () -> task.add(new SymbolLine("", symbols, NOBODY)
                                        .math(symbols.of(chain.place()))
                                        .text(" = ")
                                        .strong(chain.value())
                                        .element()));
        }
        if (!answers) {
            NodeList<Element> results = task.element().querySelectorAll("b");
            for (int i = 0; i < results.length; i++) {
                results.item(i).textContent = "";
                results.item(i).classList.add("worksheet-blank");
            }
        }
        return task.element();
    }

    private void equation(Html task, Equation equation, boolean figures) {
        task.add(equation.symbols());
        if (figures) {
            task.add(
                    answers
                            ? equation.figures()
                            : new SymbolLine("", symbols, NOBODY)
                                    .text("= ")
                                    .strong(0)
                                    .element());
        }
    }
}
