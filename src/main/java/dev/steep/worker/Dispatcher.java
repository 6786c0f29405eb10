package dev.steep.worker;

import dev.steep.catalog.Numbers;
import dev.steep.data.image.ImageDecoder;
import dev.steep.engine.Trainer;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Messages;
import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import dev.steep.protocol.packet.Packet;
import dev.steep.tape.Value;
import dev.steep.worker.answer.Answers;
import dev.steep.worker.experiment.Backends;
import dev.steep.worker.experiment.DatasetStore;
import dev.steep.worker.experiment.LabState;
import dev.steep.worker.experiment.Past;
import dev.steep.worker.experiment.Sample;
import dev.steep.worker.experiment.TensorReader;
import dev.steep.worker.report.Backups;
import dev.steep.worker.report.ProgressReports;
import dev.steep.worker.report.ReportSink;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * What the worker does: one experiment, and what is asked of it. {@link #receive} takes requests, {@link #turn}
 * does a slice of whatever there is to do; both return soon, so that a request never waits long. Nothing that the page
 * sends makes it throw.
 */
public final class Dispatcher implements Request.Handler<Optional<Report>> {
    private final Backends machinery;
    private final ReportSink post;
    private final DoubleSupplier clock;
    private final ProgressReports reports;
    private final Backups backups;
    private final LabState present = new LabState();
    private final Answers answers;
    private final Arrival arrival;
    private final HeldRequests held;
    private final TrainingTurns training;
    private final PastMoves past;
    private final Opener opener;
    private final FileOpener files;
    private int asked;

    /** A lab that cannot decode images. */
    public Dispatcher(Backends machinery, ReportSink post, DoubleSupplier clock) {
        this(machinery, ImageDecoder.NONE, post, clock);
    }

    /**
     * A lab without an experiment.
     *
     * @param decoder of images; when it has decoded one, {@link #turn} is to be called
     * @param clock gives milliseconds
     */
    public Dispatcher(Backends machinery, ImageDecoder decoder, ReportSink post, DoubleSupplier clock) {
        this.machinery = machinery;
        this.post = post;
        this.clock = clock;
        reports = new ProgressReports(post);
        backups = new Backups(present, post, clock);
        answers = new Answers(present, machinery, post, clock);
        arrival = new Arrival(post, clock);
        held = new HeldRequests(arrival, post, clock, this::receive);
        training = new TrainingTurns(present, post, clock, reports);
        past = new PastMoves(present, training, answers);
        DatasetStore datasets = new DatasetStore();
        opener = new Opener(machinery, datasets, present, arrival, held, answers, training, past, post, clock);
        files = new FileOpener(decoder, datasets, present, held, opener, past, post);
    }

    /** Says that it takes requests. */
    public void start() {
        post.send(Messages.UNASKED, new Report.Ready(machinery.usual().name()));
    }

    /** Carries a request out, or begins to. */
    public void receive(Packet packet) {
        asked = packet.numbers().length > 0 ? (int) packet.numbers()[0] : Messages.UNASKED;
        try {
            Messages.Letter<Request> letter = Messages.request(packet);
            if (held.hold(letter.message(), packet)) {
                return;
            }
            letter.message().on(this).ifPresent(report -> post.send(letter.id(), report));
            answers.pictures();
            backups.mayTell();
        } catch (RuntimeException | OutOfMemoryError unexpected) {
            post.send(asked, new Report.Refused(sentence(unexpected)));
        }
    }

    @Override
    public Optional<Report> cancel(Request.Cancel request) {
        if (arrival.cancel("You stopped this; the experiment is the one that was open before.")) {
            held.refuse("The data that this was meant for were not wanted any more.");
            held.release();
        }
        return Reply.DONE;
    }

    /** Does a slice of work; returns whether there is more to do at once. */
    public boolean turn() {
        try {
            if (answers.busy()) {
                answers.work(clock.getAsDouble() + TrainingTurns.SLICE);
            } else if (arrival.ready()) {
                held.advance(clock.getAsDouble() + TrainingTurns.SLICE);
            } else if (present.run().isPresent()) {
                training.train(present.run().get());
            }
            answers.pictures();
            backups.mayTell();
        } catch (RuntimeException | OutOfMemoryError unexpected) {
            String sentence = sentence(unexpected);
            answers.refuse(sentence);
            if (arrival.refuse(sentence)) {
                held.refuse(sentence);
                held.release();
                return true;
            }
            post.send(Messages.UNASKED, new Report.Trouble(sentence));
            training.stop();
        }
        return answers.busy() || arrival.ready() || rest() == 0;
    }

    /** How long there is nothing to do for, in milliseconds, if nothing is asked meanwhile; infinitely, if nothing is being done. */
    public double rest() {
        return training.rest();
    }

    private static String sentence(Throwable unexpected) {
        return "Something went wrong inside the lab (" + unexpected + "). It goes on without what was asked for.";
    }

    @Override
    public Optional<Report> open(Request.Open request) {
        return opener.open(asked, request);
    }

    @Override
    public Optional<Report> openStopped(Request.OpenStopped request) {
        return opener.openStopped(asked, request);
    }

    @Override
    public Optional<Report> reopen(Request.Reopen request) {
        return opener.reopen(asked, request);
    }

    @Override
    public Optional<Report> recover(Request.Recover request) {
        return opener.recover(asked, request);
    }

    @Override
    public Optional<Report> openFiles(Request.OpenFiles request) {
        return files.openFiles(asked, request);
    }

    @Override
    public Optional<Report> ownData(Request.OwnData request) {
        return files.ownData(asked, request);
    }

    @Override
    public Optional<Report> keep(Request.Keep request) {
        return past.keep(request);
    }

    @Override
    public Optional<Report> at(Request.At request) {
        return past.at(request);
    }

    @Override
    public Optional<Report> branch(Request.Branch request) {
        return past.branch(request);
    }

    /** A second request while training replaces the first, which is then answered. */
    @Override
    public Optional<Report> train(Request.Train request) {
        if (request.steps() < 0 || request.epochs() < 0 || !(request.seconds() >= 0)) {
            return Reply.refuse("Steps, epochs and seconds to train for must be 0, for no limit, or more.");
        }
        Optional<Trainer> trainer = present.trainer();
        if (trainer.isEmpty()) {
            return Reply.refuse(present.noNetwork());
        }
        past.backToPresent();
        if (trainer.get().trouble().isPresent()) {
            return Reply.refuse("The weights of this run are broken, so it cannot go on. Reset starts again.");
        }
        training.start(asked, request, trainer.get());
        return Reply.LATER;
    }

    @Override
    public Optional<Report> pause(Request.Pause request) {
        training.stopIfTraining();
        return Reply.DONE;
    }

    @Override
    public Optional<Report> reset(Request.Reset request) {
        training.stopIfTraining();
        present.keepWaiting(Optional.empty());
        past.backToPresent();
        Optional<Trainer> trainer = present.trainer();
        if (trainer.isPresent()) {
            trainer.get().reset();
            present.histograms().clear();
            String recipe = present.experiment().orElseThrow().recipe().toString();
            present.past().begin(new Past.Recording(recipe, trainer));
            training.tellKept();
            reports.afresh();
            past.changedByHand();
            training.report(present.experiment().orElseThrow());
        }
        return Reply.DONE;
    }

    @Override
    public Optional<Report> choose(Request.Choose request) {
        int count = present.material().map(each -> each.data().count()).orElse(0);
        if (request.row() < 0 || request.row() >= count) {
            return Reply.refuse("There is no sample " + request.row() + "; the data set has " + Numbers.grouped(count)
                    + ", counted from 0.");
        }
        if (!present.shows(request.row())) {
            return Reply.refuse(
                    "Sample " + request.row() + " belongs to the test part, which is closed until it is opened.");
        }
        choose(new Sample.Row(request.row()));
        return Reply.DONE;
    }

    @Override
    public Optional<Report> draw(Request.Draw request) {
        int size = present.material().map(each -> each.data().x().size()).orElse(0);
        if (size == 0 || request.sample().length != size) {
            return Reply.refuse("A sample has " + Numbers.count(size, "number") + " here, not "
                    + Numbers.grouped(request.sample().length) + ".");
        }
        choose(new Sample.Drawn(request.sample().clone()));
        return Reply.DONE;
    }

    private void choose(Sample sample) {
        present.choose(sample);
        answers.hurry();
    }

    @Override
    public Optional<Report> write(Request.Write request) {
        if (present.past().shown()) {
            return Reply.refuse(
                    "Weights cannot be set in the past: go back to the present, or branch from this epoch.");
        }
        Optional<TensorReader> tensors = present.tensors();
        if (tensors.isEmpty()) {
            return Reply.refuse(present.noNetwork());
        }
        Optional<Value> value = tensors.get().find(request.name());
        if (value.filter(each -> each.role().lasts()).isEmpty()) {
            return Reply.refuse("There are no weights \"" + request.name() + "\" to set.");
        }
        int size = value.get().size();
        if (request.values().length != size) {
            return Reply.refuse(request.name() + " has " + Numbers.count(size, "number") + " ("
                    + value.get().shape() + "), not " + Numbers.grouped(request.values().length) + ".");
        }
        Trainer trainer = present.trainer().orElseThrow();
        trainer.write(value.get(), request.values());
        present.past().wrote(trainer, request.name(), request.values());
        past.changedByHand();
        return Reply.DONE;
    }

    @Override
    public Optional<Report> inquiry(Inquiry request) {
        return answers.to(asked, request);
    }
}
