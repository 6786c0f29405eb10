package dev.steep.ui.runs;

import dev.steep.protocol.EpochLog;
import dev.steep.protocol.LayerFacts;
import dev.steep.protocol.Messages;
import dev.steep.protocol.Report;
import dev.steep.protocol.Report.Progress.State;
import dev.steep.protocol.Request;
import dev.steep.protocol.packet.Packet;
import dev.steep.recipe.Recipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/**
 * Trains recipes one after the other in a worker of their own, of which the open experiment knows nothing. Each begins from its first
 * weights, so its numbers are those that it has alone.
 */
public final class BackgroundRuns {
    /** A worker that has been started. */
    public interface Worker {
        void send(Packet packet);

        void close();
    }

    /** Starts workers. */
    public interface Workers {
        Worker start(Consumer<Packet> heard, Consumer<String> died);
    }

    /** Gives the student's own data, if there are any, as often as a worker needs them. */
    public interface Data {
        void give(Consumer<Optional<Request>> then);
    }

    /** Hears how far it is. */
    public interface Listener {
        /** A recipe has got so far; the first has place 0. */
        void advanced(int place, int epoch, int epochs);

        void trained(int place, KeptRun run);

        /** One could not be trained; the sentence says why. */
        void failed(int place, String sentence);

        /** None is left, or it was given up. */
        void over();
    }

    private static final String DIED = "Its worker stopped: ";

    private final Workers workers;
    private final Data data;
    private final List<Recipe> recipes;
    private final String group;
    private final DoubleSupplier clock;
    private final Listener listener;
    private final List<EpochLog> epochs = new ArrayList<>();
    private Optional<Worker> worker = Optional.empty();
    private Optional<Report.Opened> opened = Optional.empty();
    private State state = State.PAUSED;
    private Consumer<Report> then = report -> {};
    private int step;
    private int place;
    private int asked;
    private int started;
    private double began;
    private boolean ended;

    /**
     * @param group what the runs are kept as, see {@link RunGroup}
     * @param clock milliseconds since 1970
     */
    public BackgroundRuns(
            Workers workers, Data data, List<Recipe> recipes, String group, DoubleSupplier clock, Listener listener) {
        this.workers = workers;
        this.data = data;
        this.recipes = List.copyOf(recipes);
        this.group = group;
        this.clock = clock;
        this.listener = listener;
    }

    /** Begins with the first. */
    public void start() {
        int mine = ++started;
        worker = Optional.of(workers.start(
                packet -> {
                    if (mine == started && !ended) {
                        hear(Messages.report(packet));
                    }
                },
                reason -> {
                    if (mine == started && !ended) {
                        fail(DIED + reason + ".");
                        restart();
                    }
                }));
        data.give(own -> {
            if (mine == started && !ended) {
                own.ifPresentOrElse(
                        request -> ask(request, report -> {
                            if (report instanceof Report.Opened) {
                                open();
                            } else {
                                abandon(report);
                            }
                        }),
                        this::open);
            }
        });
    }

    /** Gives up what is left; what has been trained stays. */
    public void cancel() {
        if (!ended) {
            end();
        }
    }

    private void ask(Request request, Consumer<Report> answered) {
        then = answered;
        worker.ifPresent(each -> each.send(Messages.pack(++asked, request)));
    }

    private void hear(Messages.Letter<Report> letter) {
        if (letter.message() instanceof Report.Progress now) {
            follow(now);
        }
        if (letter.id() == asked && asked != Messages.UNASKED && !(letter.message() instanceof Report.Loading)) {
            Consumer<Report> answered = then;
            then = report -> {};
            answered.accept(letter.message());
        }
    }

    private void follow(Report.Progress now) {
        state = now.state();
        step = now.step();
        int last = epochs.isEmpty() ? 0 : epochs.get(epochs.size() - 1).epoch();
        now.log().stream()
                .filter(epoch -> epoch.epoch() > last)
                .forEach(epoch -> epochs.add(epochs.isEmpty() ? epoch : epoch.sharing(epochs.get(0))));
        if (state == State.TRAINING) {
            listener.advanced(place, now.epoch(), now.epochs());
        }
    }

    private void open() {
        listener.advanced(place, 0, 0);
        ask(new Request.Open(recipes.get(place).toString()), report -> {
            if (!(report instanceof Report.Opened answer)) {
                failAndGoOn(report);
            } else if (!answer.problems().isEmpty()) {
                fail(answer.problems().get(0).fault());
                next();
            } else {
                opened = Optional.of(answer);
                reset();
            }
        });
    }

    /** The worker goes on with the weights that it has, where it can: these are not to be. */
    private void reset() {
        ask(new Request.Reset(), report -> {
            epochs.clear();
            began = clock.getAsDouble();
            ask(new Request.Train(0, 0, 0), end -> {
                if (end instanceof Report.Done) {
                    listener.trained(place, run());
                    next();
                } else {
                    failAndGoOn(end);
                }
            });
        });
    }

    private KeptRun run() {
        Report.Opened facts = opened.orElseThrow();
        return new KeptRun(
                RunGroup.id(group) + "-" + place,
                "",
                group,
                recipes.get(place),
                facts.data().name(),
                began,
                state.name().toLowerCase(Locale.ROOT),
                step,
                epochs.stream().mapToDouble(EpochLog::seconds).sum(),
                facts.layers().stream().mapToInt(LayerFacts::parameters).sum(),
                List.of(),
                KeptRun.best(epochs),
                epochs);
    }

    private void failAndGoOn(Report report) {
        fail(sentence(report));
        next();
    }

    private void fail(String sentence) {
        listener.failed(place, sentence);
    }

    private static String sentence(Report report) {
        return report instanceof Report.Refused refused ? refused.sentence() : "It could not be trained.";
    }

    private void next() {
        place++;
        if (place < recipes.size()) {
            open();
        } else {
            end();
        }
    }

    /** Another worker goes on with the next. */
    private void restart() {
        worker.ifPresent(Worker::close);
        place++;
        if (place < recipes.size()) {
            start();
        } else {
            end();
        }
    }

    /** Without the data nothing can be trained. */
    private void abandon(Report report) {
        while (place < recipes.size()) {
            fail(sentence(report));
            place++;
        }
        end();
    }

    private void end() {
        ended = true;
        worker.ifPresent(Worker::close);
        worker = Optional.empty();
        listener.over();
    }
}
