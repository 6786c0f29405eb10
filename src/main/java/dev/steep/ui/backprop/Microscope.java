package dev.steep.ui.backprop;

import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.recipe.Presets;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.Segments;
import dev.steep.ui.element.Theme;
import dev.steep.ui.state.Lab;
import dev.steep.ui.state.OneNumber;
import elemental2.core.JsDate;
import elemental2.dom.DomGlobal;
import elemental2.dom.Element;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLInputElement;
import elemental2.dom.KeyboardEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jsinterop.base.Js;

/**
 * Backpropagation under the microscope: the next training step of the student's own network, stage by stage forward, back by the chain
 * rule, and the update; every number can be asked for how it comes about.
 */
public final class Microscope {
    /** While training, numbers are asked for again after so many milliseconds, and after so many times what the last took. */
    private static final double PAUSE = 500;

    private static final double CALM = 20;

    private static final double NUDGE = 0.001;
    private static final String ONE = "one sample";
    private static final String BATCH = "next batch";

    private final Lab lab;
    private final Segments what = new Segments(List.of(ONE, BATCH), word -> word, this::whole);
    private final HTMLInputElement sample = (HTMLInputElement) Html.of("input", "form-control pass-sample")
            .attribute("type", "number")
            .attribute("min", "1")
            .attribute("aria-label", "Sample of the batch")
            .element();
    private final HTMLElement sampleOf = Html.of("label", "pass-which").element();
    private final HTMLElement back =
            Html.button("btn bar-button", "◀ Back", this::before).element();
    private final HTMLElement next =
            Html.button("btn bar-button", "Next ▶", this::after).element();
    private final HTMLElement counter =
            Html.of("span", "pass-counter").attribute("role", "status").element();
    private final Segments phases;
    private final HTMLElement words = Html.of("p", "pass-stage").element();
    private final Diagram diagram = new Diagram(this::pick);
    private final Inspector inspector;
    private final HTMLElement sheet = Html.button("btn btn-link pass-preset", "Worksheet", () -> print(false))
            .attribute("title", "Print the equations, with blanks for the results")
            .element();
    private final HTMLElement answers = Html.button("btn btn-link pass-preset", "Answers", () -> print(true))
            .attribute("title", "Print the equations with their results")
            .element();
    private final HTMLElement paper = Html.of("p", "pass-presets").element();
    private final HTMLElement presets = Html.of("p", "pass-presets").element();
    private final HTMLElement trouble = Html.of("p", "histogram-empty").element();
    private final HTMLElement body;
    private final HTMLElement element;
    private Optional<Pass> pass = Optional.empty();
    private List<Stage> stages = List.of();
    private int stage;
    private Place selected = new Place("", 0);
    private Optional<Place> aim = Optional.empty();
    private boolean batch;
    private int shownSample;
    private final Map<String, float[]> numbers = new HashMap<>();
    private boolean visible;
    private boolean asking;
    private boolean again;
    private double timer;
    private double asked;
    private double took;
    private int round;

    public Microscope(Lab lab) {
        this.lab = lab;
        inspector =
                new Inspector(new Pass(0, false, 0, 0, 0, "", "", new int[0], "", List.of()), this::pick, this::set);
        phases = new Segments(List.of("forward", "loss", "backward", "update"), word -> word, this::phase);
        phases.element().setAttribute("aria-label", "Part of the step");
        what.element().setAttribute("aria-label", "What goes through the network");
        what.show(ONE);
        sampleOf.append("sample ");
        sampleOf.appendChild(sample);
        sample.addEventListener("input", event -> {
            double wanted = Js.coerceToDouble(sample.value);
            if (pass.isPresent() && wanted >= 1 && wanted <= pass.get().samples()) {
                shownSample = (int) wanted - 1;
                reselect();
            }
        });
        paper.append("On paper: ");
        paper.append(sheet, answers);
        presets.append("The lecture's network: ");
        presets.appendChild(preset("one output", 1));
        presets.append(" ");
        presets.appendChild(preset("two outputs", 2));
        presets.appendChild(Html.of("span", "pass-footnote")
                .text(
                        "The slides write ∂ℓ/∂y = ŷ − y and add the update. Both signs are turned round there, and cancel:"
                                + " ∂ℓ/∂y = y − ŷ here, and it is subtracted. They also label one of the two derivatives into units 4 and 5 with"
                                + " the wrong index. Their loss is half a square, so with one output all derivatives here are twice theirs.")
                .element());
        body = Html.of("div", "pass-body")
                .add(diagram.element(), inspector.element())
                .element();
        element = Html.of("div", "pass")
                .add(Html.of("div", "pass-bar")
                        .add(back, next, counter, phases.element())
                        .add(what.element(), sampleOf))
                .add(words, trouble, body, paper, presets)
                .element();
        element.addEventListener("keydown", event -> key(Js.uncheckedCast(event)));
        Theme.onChange(element, this::redraw);
        show(Optional.empty());
    }

    public HTMLElement element() {
        return element;
    }

    /** Nothing is shown until the numbers of now are there. */
    public void blank() {
        numbers.clear();
        show(Optional.empty());
    }

    /** It can be seen from now on. */
    public void show() {
        visible = true;
        ask();
    }

    /** Chooses a number, as soon as the numbers of now are there: {@code index} counts within one sample. */
    public void aimAt(Place place) {
        aim = Optional.of(place);
        if (visible) {
            ask();
        }
    }

    /** It asks for nothing from now on. */
    public void hide() {
        visible = false;
        round++;
        asking = false;
        DomGlobal.clearTimeout(timer);
    }

    private HTMLElement preset(String title, int outputs) {
        return Html.button("btn btn-link pass-preset", title, () -> lab.change(Presets.lecture(outputs)))
                .element();
    }

    /** Something has changed. It asks again soon: at once when nothing else is under way, and seldom enough that training does not notice. */
    public void later() {
        if (!visible) {
            return;
        }
        if (asking) {
            again = true;
            return;
        }
        DomGlobal.clearTimeout(timer);
        body.classList.toggle("pass-late", lab.training() && batch);
        if (lab.training() && batch) {
            return; // a whole batch takes long enough to be noticed
        }
        double wait = lab.training() ? Math.max(PAUSE, CALM * took) - (now() - asked) : 0;
        timer = DomGlobal.setTimeout(ignored -> ask(), Math.max(0, wait));
    }

    private static double now() {
        return JsDate.now();
    }

    private void ask() {
        int mine = ++round;
        asking = true;
        again = false;
        asked = now();
        lab.ask(new Inquiry.Backprop(batch), report -> {
            if (mine != round) {
                return;
            }
            if (report instanceof Report.Text text) {
                Pass found = Pass.read(text.text());
                fetch(mine, found, Needs.of(found, batch));
            } else {
                asking = false;
                show(Optional.empty());
                trouble.textContent = report instanceof Report.Refused refused ? refused.sentence() : "";
                trouble.hidden = trouble.textContent.isEmpty();
            }
        });
    }

    /** One tensor after the other, then the chosen number; all of the same state, or they are asked for again. */
    private void fetch(int mine, Pass found, List<Inquiry.BackpropNumbers> left) {
        Map<String, float[]> fresh = new HashMap<>();
        int[] waiting = {left.size()};
        Runnable done = () -> {
            Place wanted = valid(found);
            lab.ask(chain(wanted), report -> {
                if (mine != round) {
                    return;
                }
                asking = false;
                took = now() - asked;
                numbers.clear();
                numbers.putAll(fresh);
                show(Optional.of(found));
                chained(wanted, report);
                if (again) {
                    later();
                }
            });
        };
        for (Inquiry.BackpropNumbers each : left) {
            lab.ask(each, report -> {
                if (mine != round) {
                    return;
                }
                if (report instanceof Report.Numbers all) {
                    fresh.put(key(each.tensor(), each.derivatives()), all.values());
                }
                if (--waiting[0] == 0) {
                    done.run();
                }
            });
        }
    }

    private static String key(String tensor, boolean derivatives) {
        return (derivatives ? "d " : "") + tensor;
    }

    private Inquiry.Chain chain(Place place) {
        return new Inquiry.Chain(batch, place.tensor(), place.index(), NUDGE);
    }

    private void chained(Place place, Report report) {
        if (report instanceof Report.Text text && place.equals(selected) && pass.isPresent()) {
            Derivation chain = Derivation.read(text.text());
            inspector.show(pass.get(), new Symbols(pass.get()), stages.get(stage), chain);
        } else if (report instanceof Report.Refused refused) {
            inspector.clear();
            trouble.textContent = refused.sentence();
            trouble.hidden = false;
        }
    }

    /** Another network, or the same with other numbers. */
    private void show(Optional<Pass> found) {
        boolean same = found.isPresent() && pass.isPresent() && found.get().likely(pass.get());
        pass = found;
        boolean there = found.isPresent();
        body.hidden = !there;
        words.hidden = !there;
        trouble.hidden = there;
        trouble.textContent = "";
        sampleOf.hidden = !there || !batch;
        for (HTMLElement each : List.of(back, next, counter, phases.element(), paper)) {
            each.hidden = !there;
        }
        if (!there) {
            inspector.clear();
            counter.textContent = "";
            return;
        }
        List<Stage> before = stages;
        stages = Stage.of(found.get());
        Optional<Place> aimed =
                aim.filter(place -> found.get().shape(place.tensor()).isPresent());
        aim = Optional.empty();
        if (aimed.isPresent()) {
            stage = about(aimed.get().tensor());
            selected = aimed.get();
            shownSample = 0;
        } else if (!same || before.size() != stages.size()) {
            stage = first(Stage.Phase.BACKWARD);
            selected = valid(found.get());
        }
        shownSample = Math.min(shownSample, found.get().samples() - 1);
        sample.max = "" + found.get().samples();
        sample.value = "" + (shownSample + 1);
        redraw();
    }

    /** The chosen number, or that of the stage, if there is none of that name any more. */
    private Place valid(Pass found) {
        Optional<Place> aimed = aim.filter(place -> found.shape(place.tensor()).isPresent());
        if (aimed.isPresent()) {
            return aimed.get();
        }
        List<Stage> all = Stage.of(found);
        boolean known =
                found.shape(selected.tensor()).isPresent() || selected.tensor().equals("loss");
        if (!known || !stages.equals(all)) {
            int at = 0;
            while (at < all.size() - 1 && all.get(at).phase() != Stage.Phase.BACKWARD) {
                at++;
            }
            return new Place(all.get(at).tensor(), 0);
        }
        return selected;
    }

    /** The last stage that is about a tensor: there all of it is known. */
    private int about(String tensor) {
        int at = first(Stage.Phase.BACKWARD);
        for (int i = 0; i < stages.size(); i++) {
            if (stages.get(i).tensor().equals(tensor)) {
                at = i;
            }
        }
        return at;
    }

    private int first(Stage.Phase phase) {
        for (int i = 0; i < stages.size(); i++) {
            if (stages.get(i).phase() == phase) {
                return i;
            }
        }
        return stages.size() - 1;
    }

    private void redraw() {
        pass.ifPresent(of -> {
            Stage now = stages.get(stage);
            counter.textContent =
                    "stage " + (stage + 1) + " of " + stages.size() + ", training step " + (of.step() + 1);
            phases.show(now.phase().word());
            words.textContent = now.words();
            back.toggleAttribute("disabled", stage == 0);
            next.toggleAttribute("disabled", stage == stages.size() - 1);
            boolean small = Worksheet.suits(of, stages);
            paper.hidden = !small;
            diagram.draw(of, new Symbols(of), stages, stage, shownSample, selected, this::numbers);
        });
    }

    private Optional<float[]> numbers(String tensor, boolean derivatives) {
        return Optional.ofNullable(numbers.get(key(tensor, derivatives)));
    }

    private void print(boolean withAnswers) {
        pass.ifPresent(of -> new Worksheet(of, stages, shownSample, withAnswers).print(lab, this::numbers));
    }

    private void before() {
        go(stage - 1);
    }

    private void after() {
        go(stage + 1);
    }

    private void phase(String word) {
        for (Stage.Phase phase : Stage.Phase.values()) {
            if (phase.word().equals(word)) {
                go(first(phase));
            }
        }
    }

    /** To another stage: the number that it is about is chosen, of the unit that was. */
    private void go(int to) {
        if (pass.isEmpty() || to < 0 || to >= stages.size()) {
            return;
        }
        int unit = unit();
        stage = to;
        Stage now = stages.get(stage);
        int size = pass.get().shape(now.tensor()).map(Pass::size).orElse(1);
        boolean sameLayer = now.stop() >= 0 && now.stop() == pass.get().stop(selected.tensor());
        int within = sameLayer && unit < size ? unit : 0;
        boolean each = now.stop() >= 0 && !isWeight(now.tensor());
        select(new Place(now.tensor(), within + (each ? shownSample * size : 0)));
    }

    private boolean isWeight(String tensor) {
        return pass.filter(of -> of.isWeight(tensor)).isPresent();
    }

    /** The place of the chosen number within its layer. */
    private int unit() {
        int size =
                pass.flatMap(of -> of.shape(selected.tensor())).map(Pass::size).orElse(1);
        return selected.index() % Math.max(1, size);
    }

    private void pick(Place place) {
        pass.ifPresent(of -> {
            if (of.samples() > 1 && !isWeight(place.tensor())) {
                of.shape(place.tensor()).ifPresent(shape -> {
                    shownSample = place.index() / Pass.size(shape);
                    sample.value = "" + (shownSample + 1);
                });
            }
        });
        select(place);
    }

    private void reselect() {
        boolean each =
                pass.isPresent() && pass.get().shape(selected.tensor()).isPresent() && !isWeight(selected.tensor());
        int size =
                pass.flatMap(of -> of.shape(selected.tensor())).map(Pass::size).orElse(1);
        select(each ? new Place(selected.tensor(), selected.index() % size + shownSample * size) : selected);
    }

    private void select(Place place) {
        selected = place;
        redraw();
        int mine = round;
        lab.ask(chain(place), report -> {
            if (mine == round) {
                chained(place, report);
            }
        });
    }

    private void whole(String word) {
        batch = word.equals(BATCH);
        shownSample = 0;
        selected = new Place("", 0);
        ask();
    }

    private void set(Place place, double number) {
        OneNumber.write(lab, place.tensor(), place.index(), number, this::ask);
    }

    private void key(KeyboardEvent event) {
        String tag = ((Element) event.target).tagName;
        if (tag.equals("INPUT") || event.ctrlKey || event.metaKey || event.altKey) {
            return;
        }
        if (event.key.equals("PageDown") || event.key.equals("PageUp")) {
            event.preventDefault();
            go(stage + (event.key.equals("PageDown") ? 1 : -1));
        }
    }

    /** Which numbers a diagram needs. */
    private static final class Needs {
        private Needs() {}

        static List<Inquiry.BackpropNumbers> of(Pass pass, boolean batch) {
            List<Inquiry.BackpropNumbers> all = new ArrayList<>();
            all.add(new Inquiry.BackpropNumbers(batch, pass.input(), false));
            all.add(new Inquiry.BackpropNumbers(batch, pass.target(), false));
            for (Pass.Stop stop : pass.stops()) {
                all.add(new Inquiry.BackpropNumbers(batch, stop.output(), false));
                if (stop.back()) {
                    all.add(new Inquiry.BackpropNumbers(batch, stop.output(), true));
                }
                if (!stop.before().equals(stop.output())) {
                    all.add(new Inquiry.BackpropNumbers(batch, stop.before(), false));
                    all.add(new Inquiry.BackpropNumbers(batch, stop.before(), true));
                }
                for (Pass.Weight weight : stop.weights()) {
                    if (weight.shape().length <= 2) {
                        all.add(new Inquiry.BackpropNumbers(batch, weight.tensor(), false));
                    }
                }
            }
            return all;
        }
    }
}
