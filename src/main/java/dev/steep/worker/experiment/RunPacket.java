package dev.steep.worker.experiment;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Phrase;
import dev.steep.catalog.Remarks;
import dev.steep.engine.Epoch;
import dev.steep.engine.Exact;
import dev.steep.engine.Fit;
import dev.steep.engine.History;
import dev.steep.engine.Losses;
import dev.steep.engine.Measuring;
import dev.steep.engine.Score;
import dev.steep.engine.Snapshot;
import dev.steep.engine.Values;
import dev.steep.math.Shape;
import dev.steep.math.Trace;
import dev.steep.network.Model;
import dev.steep.network.callback.Callback;
import dev.steep.network.callback.Watch;
import dev.steep.network.metric.Measure;
import dev.steep.network.metric.Metric;
import dev.steep.protocol.packet.Packer;
import dev.steep.protocol.packet.Packet;
import dev.steep.protocol.packet.Unpacker;
import dev.steep.tape.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A whole run as arrays: the page keeps it for a worker that has to take this one's place. */
public final class RunPacket {
    /** With the loss, which nobody picks. */
    private static final List<Kind> METRICS =
            Stream.of(Metric.values()).map(Metric::kind).toList();

    private RunPacket() {}

    /** Writes a run. */
    public static Packet of(EarlierRuns.Kept run) {
        Packer to = new Packer();
        snapshot(to, run.snapshot());
        journal(to, run.journal());
        to.list(run.checkpoints(), RunPacket::snapshot);
        return to.packet("run");
    }

    private static void snapshot(Packer to, Snapshot snapshot) {
        Snapshot.Progress progress = snapshot.progress();
        history(to, progress.history());
        losses(to, progress.losses().state());
        to.number(progress.step())
                .number(progress.stepOfEpoch())
                .number(progress.checked())
                .number(progress.samples());
        measures(to, progress.measuring().measures());
        to.list(progress.measuring().sums(), Packer::doubles);
        to.number(progress.epochTime()).flag(progress.validating());
        fit(to, progress.fit());
        to.word(progress.trouble().orElse(""));
        to.list(List.copyOf(snapshot.tensors().entrySet()), (packer, tensor) -> {
            packer.word(tensor.getKey()).ints(tensor.getValue().shape().lengths());
            exact(packer, tensor.getValue().numbers());
        });
        to.list(snapshot.lastStep().stream().toList(), (packer, last) -> {
            packer.doubles(last.scalars()).words(last.frozen()).words(last.written());
            weights(packer, last.weights());
        });
    }

    /** Reads a run of this model; nothing if the packet holds none. */
    public static Optional<EarlierRuns.Kept> read(Packet packet, Model model) {
        try {
            return Optional.of(run(packet, model));
        } catch (RuntimeException damaged) {
            return Optional.empty();
        }
    }

    private static EarlierRuns.Kept run(Packet packet, Model model) {
        Unpacker from = new Unpacker(packet);
        return new EarlierRuns.Kept(snapshot(from, model), journal(from), from.list(each -> snapshot(each, model)));
    }

    /** Tensors that the model does not know are what an optimizer remembers of frozen layers. */
    private static Snapshot snapshot(Unpacker from, Model model) {
        Snapshot.Progress progress = new Snapshot.Progress(
                history(from),
                losses(from),
                from.whole(),
                from.whole(),
                from.whole(),
                from.number(),
                Measuring.of(measures(from), from.list(Unpacker::doubles)),
                from.number(),
                from.flag(),
                fit(from),
                Optional.of(from.word()).filter(trouble -> !trouble.isEmpty()));
        Map<String, Choice> initializers = new HashMap<>();
        for (Value value : model.lasting()) {
            model.initializer(value).ifPresent(choice -> initializers.put(value.name(), choice));
        }
        Map<String, Snapshot.Tensor> tensors = new LinkedHashMap<>();
        for (int left = from.whole(); left > 0; left--) {
            String name = from.word();
            tensors.put(
                    name,
                    new Snapshot.Tensor(
                            Shape.of(from.ints()), Optional.ofNullable(initializers.get(name)), exact(from)));
        }
        List<Snapshot.LastStep> last = from.list(RunPacket::lastStep);
        return new Snapshot(progress, tensors, last.stream().findFirst());
    }

    private static Snapshot.LastStep lastStep(Unpacker from) {
        double[] scalars = from.doubles();
        List<String> frozen = from.words();
        List<String> written = from.words();
        return new Snapshot.LastStep(scalars, weights(from), frozen, written);
    }

    private static void exact(Packer to, Exact numbers) {
        to.floats(numbers.numbers()).doubles(numbers.unrounded());
    }

    private static Exact exact(Unpacker from) {
        return new Exact(from.floats(), from.doubles());
    }

    /** Few epochs have other metrics than the one before, so metrics are written where they change. */
    private static void history(Packer to, History history) {
        to.number(history.size());
        List<Measure> training = List.of();
        List<Measure> validation = List.of();
        for (Epoch epoch : history) {
            Score score = epoch.validation();
            training = values(to, epoch.training(), training);
            validation = values(to, score.values(), validation);
            to.number(epoch.step()).number(epoch.rate()).number(epoch.seconds()).number(score.count());
            to.ints(score.confusion());
        }
    }

    private static List<Measure> values(Packer to, Values values, List<Measure> before) {
        boolean same = values.measures().equals(before);
        to.flag(same);
        if (!same) {
            measures(to, values.measures());
        }
        to.doubles(values.numbers());
        return values.measures();
    }

    private static History history(Unpacker from) {
        History history = History.EMPTY;
        List<Measure> training = List.of();
        List<Measure> validation = List.of();
        for (int left = from.whole(); left > 0; left--) {
            training = from.flag() ? training : measures(from);
            Values trained = new Values(training, from.doubles());
            validation = from.flag() ? validation : measures(from);
            Values validated = new Values(validation, from.doubles());
            int step = from.whole();
            double rate = from.number();
            double seconds = from.number();
            Score score = new Score(from.whole(), validated, from.ints());
            history = history.with(new Epoch(history.size() + 1, step, rate, trained, score, seconds));
        }
        return history;
    }

    private static void measures(Packer to, List<Measure> measures) {
        to.list(measures, (packer, measure) -> packer.word(measure.name())
                .word(measure.choice().toString()));
    }

    private static List<Measure> measures(Unpacker from) {
        return from.list(each -> new Measure(each.word(), pick(METRICS, each.word())));
    }

    private static Choice pick(List<Kind> kinds, String text) {
        Remarks remarks = new Remarks();
        Phrase phrase = Phrase.read(text, remarks);
        return kinds.stream()
                .filter(kind -> kind.name().equals(phrase.word()))
                .findFirst()
                .map(kind -> Choice.read(kind, phrase, remarks))
                .orElseThrow();
    }

    private static void losses(Packer to, Losses.State losses) {
        Trace.State all = losses.all();
        to.floats(all.values())
                .number(all.stride())
                .number(all.count())
                .number(all.sum())
                .number(all.summed())
                .floats(losses.fresh());
    }

    private static Losses losses(Unpacker from) {
        Trace.State all = new Trace.State(from.floats(), from.whole(), from.whole(), from.number(), from.whole());
        return Losses.of(new Losses.State(all, from.floats()));
    }

    private static void fit(Packer to, Fit fit) {
        to.number(fit.first()).number(fit.planned());
        to.list(fit.watches(), (packer, watch) -> packer.word(watch.choice().toString())
                .doubles(watch.seen()));
        to.list(List.copyOf(fit.kept().entrySet()), (packer, kept) -> {
            packer.number(kept.getKey());
            weights(packer, kept.getValue());
        });
        to.list(fit.reduced().stream().toList(), RunPacket::rate);
        rate(to, fit.used());
        to.flag(fit.over()).word(fit.stop().orElse("")).number(fit.restored().orElse(0));
    }

    private static Fit fit(Unpacker from) {
        int first = from.whole();
        int planned = from.whole();
        List<Watch> watches = from.list(each -> {
            Choice choice = pick(Callback.kinds(), each.word());
            return Callback.watch(choice).having(each.doubles());
        });
        Map<Integer, Map<String, Exact>> kept = new HashMap<>();
        for (int left = from.whole(); left > 0; left--) {
            kept.put(from.whole(), weights(from));
        }
        return new Fit(
                first,
                planned,
                watches,
                kept,
                from.list(RunPacket::rate).stream().findFirst(),
                rate(from),
                from.flag(),
                Optional.of(from.word()).filter(reason -> !reason.isEmpty()),
                Optional.of(from.whole()).filter(epoch -> epoch > 0));
    }

    private static void rate(Packer to, Fit.Rate rate) {
        to.number(rate.knob()).number(rate.value());
    }

    private static Fit.Rate rate(Unpacker from) {
        return new Fit.Rate(from.number(), from.number());
    }

    private static void weights(Packer to, Map<String, Exact> weights) {
        to.list(List.copyOf(weights.entrySet()), (packer, weight) -> {
            packer.word(weight.getKey());
            exact(packer, weight.getValue());
        });
    }

    private static Map<String, Exact> weights(Unpacker from) {
        Map<String, Exact> weights = new LinkedHashMap<>();
        for (int left = from.whole(); left > 0; left--) {
            weights.put(from.word(), exact(from));
        }
        return weights;
    }

    private static void journal(Packer to, Journal journal) {
        to.word(journal.run()).word(journal.recipe());
        to.list(new ArrayList<>(journal.entries()), (packer, entry) -> packer.number(entry.step())
                .number(entry.kind().ordinal())
                .word(entry.recipe())
                .floats(entry.values()));
    }

    private static Journal journal(Unpacker from) {
        return new Journal(
                from.word(),
                from.word(),
                from.list(each -> new Journal.Entry(
                        each.whole(), Journal.Change.values()[each.whole()], each.word(), each.floats())));
    }
}
