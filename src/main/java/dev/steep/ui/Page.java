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
import dev.steep.ui.help.HelpPanel;
import dev.steep.ui.help.LiveHelpPage;
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
import dev.steep.ui.palette.HelpCommands;
import dev.steep.ui.palette.Palette;
import dev.steep.ui.palette.SettingCommands;
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
        if (DomGlobal.document.body.classList.contains("help")) {
            LiveHelpPage.show(lab);
            lab.begin();
            removeBootNotes();
            Script.installReady();
            return;
        }
        Script.install(lab);
        if (DomGlobal.document.body.classList.contains("bench")) {
            BenchPage.show(lab);
        } else {
            assemble(lab);
        }
        removeBootNotes();
        lab.start();
    }

    private static void removeBootNotes() {
        DomGlobal.document.querySelectorAll(".boot-note").forEach((note, place, all) -> {
            note.remove();
            return null;
        });
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
        Palette palette = new Palette();
        palette.add(keys);
        NetworkStrip strip = new NetworkStrip(lab, enlarged, palette);
        strip.opensSettings(byKeyboard -> {
            sheets.reveal(SETTINGS);
            if (byKeyboard) {
                settings.enter();
            }
        });
        settings.leftTo(strip::focusSelected);
        keys.finds(palette::open);
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
        HelpPanel help = new HelpPanel(lab);
        ShareDialog share = new ShareDialog(lab);
        DatasetPicker dataset = new DatasetPicker(lab, files);
        TopBar bar = new TopBar(lab, dataset, controls, keys, share);
        palette.add(bar);
        palette.add(dataset);
        palette.add(results);
        palette.add(new SettingCommands(lab, sheets::reveal));
        palette.add(new HelpCommands());
        DomGlobal.document.body.append(
                Html.of("div", "lab")
                        .add(bar.element(), sheets.chooser(), data, middle, settings.element(), help.element())
                        .element(),
                new Notices(lab).element(),
                new Announcer(lab).element(),
                keys.element(),
                palette.element(),
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
