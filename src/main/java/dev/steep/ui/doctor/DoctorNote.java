package dev.steep.ui.doctor;

import dev.steep.catalog.Term;
import dev.steep.protocol.DataFacts;
import dev.steep.protocol.EpochLog;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.protocol.look.Look;
import dev.steep.recipe.Recipe;
import dev.steep.ui.element.HelpLink;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import dev.steep.ui.state.RunLog;
import elemental2.core.JsDate;
import elemental2.dom.DomGlobal;
import elemental2.dom.HTMLElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What goes wrong in the present run, and before it begins what of a person's own data speaks against it: one sentence at a time, with a button that mends it, if one change does, and one that leads to the
 * place. What has been sent away is not said again of the same run, and nothing is said of an earlier epoch or network, nor of epochs
 * before a setting was moved. While training, it looks inside of the network at ends of epochs, at most once a second and for 5 % of the
 * time, and not while the page is hidden.
 */
public final class DoctorNote implements Lab.Listener {
    /** Milliseconds from one look to the next while training, at least; */
    private static final double REST = 1000;

    /** and so many times as long as the answer took. */
    private static final int RESTS = 20;

    private final Lab lab;
    private final RunLog run;
    private final HTMLElement words =
            Html.of("span", "doctor-words").attribute("role", "status").element();
    private final HTMLElement mend = Html.button("btn bar-button doctor-mend", "", this::mend)
            .attribute("title", "Changes the experiment; Undo brings it back")
            .element();
    private final HTMLElement lead = Html.button("btn bar-button doctor-lead", "", this::lead)
            .attribute("title", "Goes to the place that it is about")
            .element();
    private final HTMLElement element = Html.of("div", "doctor")
            .add(words, mend, lead)
            .add(HelpLink.to(Term.DOCTOR))
            .add(Html.button("btn-close doctor-close", "", this::dismiss)
                    .attribute("aria-label", "Do not say this again"))
            .element();
    private final List<String> dismissed = new ArrayList<>();
    private final List<String> ofData = new ArrayList<>();
    private int rows = -1;
    private Optional<Finding> finding = Optional.empty();
    private Report.Kept kept = Report.Kept.NOTHING;
    private int number = -1;
    private int seen = -1;
    private int from;
    private Recipe recipe = Recipe.PLAIN;
    private Checkup checkup = new Checkup(Recipe.PLAIN, DataFacts.NONE, List.of());
    private List<Look> looks = List.of();
    private boolean asked;
    private boolean asking;
    private double next;
    private boolean broken;
    /** When epochs are judged again, at the earliest. */
    private double judges;

    public DoctorNote(Lab lab) {
        this.lab = lab;
        run = lab.run();
        element.hidden = true;
        lab.listen(this);
    }

    public HTMLElement element() {
        return element;
    }

    @Override
    public void opened(Report.Opened opened) {
        if (!lab.recipe().equals(recipe)) {
            recipe = lab.recipe();
            from = run.epochs().size(); // what was before is no evidence against a setting of now
        }
        checkup = new Checkup(recipe, opened.data(), opened.layers());
        looks = checkup.looks();
        asked = false;
        show(Optional.empty());
        seen = -1;
        if (opened.rows() != rows) {
            rows = opened.rows();
            ofData.clear();
        }
        askData();
    }

    /** Of built-in data that are new there is nothing to say. */
    private void askData() {
        boolean own = recipe.usesFiles() && run.epochs().isEmpty();
        if (!asked && (own || run.epochs().size() > from)) {
            asked = true;
            checkup.once().forEach(look -> ask(checkup, look));
        }
    }

    @Override
    public void progressed(Report.Progress progress) {
        if (run.number() != number) {
            number = run.number();
            dismissed.clear();
            dismissed.addAll(ofData);
            from = 0;
            seen = -1;
            checkup.forget();
        }
        boolean diverged = progress.state() == Report.Progress.State.DIVERGED;
        if (diverged != broken) {
            broken = diverged;
            seen = -1;
        }
        if (!broken) {
            askData();
        }
        if (run.epochs().size() > from && !broken) {
            ask(progress.state() == Report.Progress.State.TRAINING);
        }
        look();
    }

    @Override
    public void kept(Report.Kept now) {
        if (now.past() != kept.past()) {
            seen = -1;
        }
        kept = now;
        look();
    }

    @Override
    public void died(String sentence) {
        show(Optional.empty());
    }

    /** Looks inside, if there is an epoch that was not looked at. */
    private void ask(boolean training) {
        double now = JsDate.now();
        boolean seldom = training && (now < next || "hidden".equals(DomGlobal.document.visibilityState));
        if (asking
                || seldom
                || kept.past()
                || looks.isEmpty()
                || !checkup.wants(run.epochs().size())) {
            return;
        }
        asking = true;
        Checkup mine = checkup;
        int ofRun = number;
        lab.ask(new Inquiry.Watch("doctor", looks, Inquiry.Watch.NOTHING), report -> {
            asking = false;
            double end = JsDate.now();
            next = end + Math.max(REST, RESTS * (end - now));
            if (report instanceof Report.Picture picture && mine == checkup && ofRun == number) {
                read(picture);
            }
        });
    }

    private void ask(Checkup mine, Look look) {
        lab.ask(new Inquiry.Once(look), report -> {
            if (report instanceof Report.Picture picture && mine == checkup) {
                mine.known(look, picture.numbers().get(0));
                seen = -1;
                look();
            }
        });
    }

    private void read(Report.Picture picture) {
        int epoch = picture.moment().epoch();
        boolean present = !kept.past() && epoch > from && epoch <= run.epochs().size();
        if (present && checkup.read(epoch, looks, picture.numbers())) {
            seen = -1;
            look();
        }
    }

    /** Judges what has not been judged. A run of thousands of epochs takes a while, which training is not to wait for: see {@link #RESTS}. */
    private void look() {
        int count = run.epochs().size();
        double begun = DomGlobal.performance.now();
        if (count != seen && !(lab.training() && begun < judges)) {
            seen = count;
            boolean past = kept.past() || run.waits() || broken; // what broke it is said by its diagnosis
            List<EpochLog> epochs = run.epochs().subList(Math.min(from, count), count);
            boolean quiet = past || count <= from && count > 0;
            show(quiet ? Optional.empty() : Check.first(checkup.evidence(epochs), dismissed));
            double end = DomGlobal.performance.now();
            judges = end + RESTS * (end - begun);
        }
    }

    private void show(Optional<Finding> now) {
        if (now.isEmpty() && finding.isEmpty()) {
            return; // as it is
        }
        finding = now;
        element.hidden = now.isEmpty();
        String sentence = now.map(Finding::sentence).orElse("");
        if (!sentence.equals(words.textContent)) {
            words.textContent = sentence;
        }
        Optional<Finding.Remedy> remedy = now.flatMap(Finding::remedy);
        mend.hidden = remedy.isEmpty();
        mend.textContent = remedy.map(Finding.Remedy::words).orElse("");
        Optional<Finding.Place> place = now.flatMap(Finding::place);
        lead.hidden = place.isEmpty();
        lead.textContent = place.map(Finding.Place::words).orElse("");
    }

    private void mend() {
        finding.flatMap(Finding::remedy).ifPresent(remedy -> lab.change(remedy.recipe()));
    }

    private void lead() {
        finding.flatMap(Finding::place).ifPresent(place -> {
            if (place instanceof Finding.Place.Layer layer) {
                lab.select(Optional.of(layer.place()));
            } else if (place instanceof Finding.Place.View view) {
                lab.view(view.id());
            }
        });
    }

    private void dismiss() {
        finding.map(Finding::check).ifPresent(check -> {
            dismissed.add(check);
            if (Check.ALL.stream().anyMatch(each -> each.ofData() && each.name().equals(check))) {
                ofData.add(check); // said once of these data
            }
        });
        seen = -1;
        look();
    }
}
