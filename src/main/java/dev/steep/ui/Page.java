package dev.steep.ui;

import dev.steep.protocol.Report;
import dev.steep.ui.bench.BenchPage;
import dev.steep.ui.data.DataPanel;
import dev.steep.ui.data.DatasetPicker;
import dev.steep.ui.data.OwnFiles;
import dev.steep.ui.diagram.NetworkDiagram;
import dev.steep.ui.doctor.DoctorNote;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.Problems;
import dev.steep.ui.network.Enlarged;
import dev.steep.ui.network.NetworkStrip;
import dev.steep.ui.page.Announcer;
import dev.steep.ui.page.EmbedHead;
import dev.steep.ui.page.EpochSlider;
import dev.steep.ui.page.FigureSaver;
import dev.steep.ui.page.Keys;
import dev.steep.ui.page.Notices;
import dev.steep.ui.page.OpeningNote;
import dev.steep.ui.page.Sheets;
import dev.steep.ui.page.TopBar;
import dev.steep.ui.results.Results;
import dev.steep.ui.script.Script;
import dev.steep.ui.share.ShareDialog;
import dev.steep.ui.state.Lab;
import dev.steep.ui.training.EndingNote;
import dev.steep.ui.training.SettingsPanel;
import dev.steep.ui.training.TrainControls;
import elemental2.dom.DomGlobal;
import elemental2.dom.Element;
import elemental2.dom.HTMLElement;
import java.util.LinkedHashMap;
import java.util.Map;

/** Starts the page: connects the lab with its worker and puts the panels in place. */
public final class Page {
    private static final String SETTINGS = "Settings";

    private Page() {}

    /** The worker is already loading: {@code page.js} has started it. */
    public static void start() {
        Lab lab = new Lab();
        Script.install(lab);
        if (DomGlobal.document.body.classList.contains("bench")) {
            BenchPage.show(lab);
        } else {
            assemble(lab);
        }
        DomGlobal.document.querySelectorAll(".boot-note").forEach((note, place, all) -> {
            note.remove();
            return null;
        });
        lab.start();
    }

    private static void assemble(Lab lab) {
        OwnFiles files = new OwnFiles(lab);
        Problems problems = new Problems(lab);
        TrainControls controls = new TrainControls(lab, problems);
        Keys keys = new Keys(controls);
        HTMLElement data = new DataPanel(lab, files).element();
        SettingsPanel settings = new SettingsPanel(lab);
        Map<String, HTMLElement> panels = new LinkedHashMap<>();
        panels.put("Data", data);
        panels.put(SETTINGS, settings.element());
        Sheets sheets = new Sheets(panels);
        sheets.buttons().forEach(controls.element()::append);
        Enlarged enlarged = new Enlarged(lab);
        NetworkStrip strip = new NetworkStrip(lab, enlarged);
        strip.opensSettings(byKeyboard -> {
            sheets.reveal(SETTINGS);
            if (byKeyboard) {
                settings.enter();
            }
        });
        settings.leftTo(strip::focusSelected);
        keys.searchesLayers(strip::searchLayers);
        Results results = new Results(lab);
        strip.orElse(
                "diagram",
                new NetworkDiagram(lab, strip::enlarge, (tensor, index) -> results.explain("backprop", tensor, index)));
        HTMLElement middle = Html.of("main", "middle")
                .add(
                        new EpochSlider(lab).element(),
                        new OpeningNote(lab).element(),
                        problems.element(),
                        new EndingNote(lab).element(),
                        new DoctorNote(lab).element(),
                        Html.of("div", "network").add(strip.element()).element(),
                        results.element())
                .element();
        middle.addEventListener("click", event -> {
            if (((Element) event.target).closest(".layer-card") == null) {
                sheets.close();
            }
        });
        new FigureSaver(lab);
        ShareDialog share = new ShareDialog(lab);
        HTMLElement bar = new TopBar(lab, new DatasetPicker(lab, files), controls, keys, share).element();
        DomGlobal.document.body.append(
                Html.of("div", "lab")
                        .add(bar, sheets.chooser(), data, middle, settings.element())
                        .element(),
                new Notices(lab).element(),
                new Announcer(lab).element(),
                keys.element(),
                share.element(),
                enlarged.element());
        if (EmbedHead.wanted()) {
            DomGlobal.document.body.prepend(new EmbedHead(lab).element());
        }
        lab.listen(new Lab.Listener() {
            @Override
            public void progressed(Report.Progress progress) {
                DomGlobal.document.body.classList.toggle("has-run", progress.step() > 0);
            }
        });
    }
}
