package dev.steep.e2e;

import dev.steep.protocol.DataFacts;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.LayerFacts;
import dev.steep.protocol.Messages;
import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import dev.steep.protocol.look.DataPart;
import dev.steep.protocol.look.Look;
import dev.steep.reference.Reference;
import dev.steep.worker.Dispatcher;
import dev.steep.worker.experiment.Backends;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The worker once more, on the JVM, given the weights of a page: it tells what is true of the page's experiment, whatever the page
 * shows.
 */
final class Mirror {
    private final List<Report> answers = new ArrayList<>();
    private final Dispatcher lab = new Dispatcher(
            Backends.only(new Reference()), (id, report) -> answers.add(report), () -> System.nanoTime() / 1e6);
    private final Map<DataPart, Report.Samples> samples = new HashMap<>();
    private String recipe = "";
    private DataFacts data = DataFacts.NONE;
    private List<LayerFacts> layers = List.of();

    /** Takes a script's arrays as its own data too. */
    void ownData(Request.OwnData arrays) {
        ask(arrays);
        recipe = "";
    }

    /** Opens what the page has open. */
    void open(String wanted) {
        if (!wanted.equals(recipe)) {
            Report.Opened opened = (Report.Opened) find(new Request.Open(wanted), Report.Opened.class);
            data = opened.data();
            layers = opened.layers();
            samples.clear();
            recipe = wanted;
        }
    }

    void write(String tensor, float[] values) {
        ask(new Request.Write(tensor, values));
    }

    void choose(int row) {
        ask(new Request.Choose(row));
    }

    /** What a layer gives, by its name. */
    int[] shape(String layer) {
        return layers.stream()
                .filter(each -> each.name().equals(layer))
                .findFirst()
                .orElseThrow()
                .shape();
    }

    DataFacts data() {
        return data;
    }

    /** The numbers of a look. */
    float[] look(Look look) {
        Report picture = find(new Inquiry.Watch("mirror", List.of(look), Inquiry.Watch.NOTHING), Report.Picture.class);
        return ((Report.Picture) picture).numbers().get(0);
    }

    /** The first samples of a part. */
    Report.Samples samples(DataPart part) {
        return samples.computeIfAbsent(
                part, each -> (Report.Samples) find(new Inquiry.Gallery(each, 0, 400), Report.Samples.class));
    }

    private Report find(Request request, Class<? extends Report> kind) {
        return ask(request).stream().filter(kind::isInstance).findFirst().orElseThrow();
    }

    private List<Report> ask(Request request) {
        answers.clear();
        lab.receive(Messages.pack(1, request));
        while (lab.turn()) {}
        return List.copyOf(answers);
    }
}
