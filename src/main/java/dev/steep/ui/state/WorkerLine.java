package dev.steep.ui.state;

import dev.steep.protocol.Messages;
import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.RecipeText;
import dev.steep.ui.recovery.KeptInputs;
import dev.steep.ui.recovery.StoppedRecipes;
import dev.steep.ui.recovery.Supervisor;
import dev.steep.ui.recovery.WorkerFailure;
import dev.steep.ui.recovery.WorkerLink;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The line to the worker. Each request gets its answer; where a worker dies, the next one gets what the old one had: own data, the
 * recipe, the chosen sample, and the run as it last stood.
 */
final class WorkerLine implements Supervisor.Owner {
    /** How training stands where there is none. */
    static final Report.Progress NOTHING = new Report.Progress(
            Report.Progress.State.BLOCKED, 0, 0, 0, 0, 0, 0, false, List.of(), new float[0], 0, 0, false, "", "");

    /** Whose line it is. */
    interface Owner {
        /** The present experiment. */
        Recipe recipe();

        Optional<Report.Progress> progress();

        /** What the worker reports, asked or by itself; whoever asked gets it afterwards. */
        void heard(Report report);

        /** Another worker has taken the place of the present one, and knows nothing yet. */
        void replaced(String sentence);

        /** The new worker has the data, and is to open the present experiment. */
        void reopen();

        /** The new worker is to be told of the chosen sample. */
        void choose(Request choice);

        /** There is no worker any more. */
        void gone(String sentence);

        /** A sentence for the student. */
        void tell(String sentence, boolean trouble);
    }

    private final Owner owner;
    private final WorkerLink worker;
    private final Map<Integer, PendingRequest> pending = new LinkedHashMap<>();
    private final StoppedRecipes culprits;
    private final KeptInputs inputs = new KeptInputs();
    private int lastId = Messages.UNASKED;
    private boolean stopped;
    private Optional<String> dead = Optional.empty();

    /** What brings a run back with the next experiment that is opened: a {@link Request.Reopen} or {@link Request.Recover}. */
    private Optional<Request> returning = Optional.empty();

    /** After how many steps another worker has gone on with the run. */
    private Optional<Integer> recovered = Optional.empty();

    /**
     * @param link makes what starts workers, and tells its owner what becomes of them
     * @param culprits the recipes that workers have died of
     */
    WorkerLine(Owner owner, Function<Supervisor.Owner, WorkerLink> link, StoppedRecipes culprits) {
        this.owner = owner;
        this.culprits = culprits;
        worker = link.apply(this);
    }

    /** Starts a worker, and listens to it. */
    void begin() {
        worker.begin();
    }

    /** What a worker is given besides the recipe. */
    KeptInputs inputs() {
        return inputs;
    }

    /** Sends a request; the answer goes to {@code then}. */
    void ask(Request request, Consumer<Report> then) {
        if (dead.isPresent()) {
            then.accept(new Report.Refused(dead.get()));
            return;
        }
        int id = ++lastId;
        pending.put(id, new PendingRequest(request, then, owner.progress().orElse(NOTHING)));
        if (!inputs.returning() || inputs.isReturned(request)) {
            worker.send(Messages.pack(id, request));
        }
    }

    /** The next experiment that is opened is to have the run that this request brings back. */
    void returns(Request request) {
        returning = Optional.of(request);
    }

    /** Has the worker open the present experiment, and tells it of the chosen sample if it has not heard of it. */
    void open(Consumer<Report> then) {
        String text = owner.recipe().toString();
        Request request = stopped
                ? new Request.OpenStopped(text, WorkerFailure.STOPPED)
                : returning.filter(each -> WorkerFailure.opens(each, text)).orElse(new Request.Open(text));
        returning = Optional.empty();
        ask(request, then);
        if (!stopped) {
            inputs.untold().ifPresent(owner::choose);
        }
    }

    /** Whether the present experiment is shown, but nothing is made of it, because a worker died of it. */
    boolean stopped() {
        return stopped;
    }

    void stop(boolean stops) {
        stopped = stops;
    }

    /** Whether a worker has died of this. */
    boolean isCulprit(Recipe recipe) {
        return culprits.contains(recipe.toString());
    }

    /** From now on this recipe opens as any other, though a worker died of it. */
    void forgive(Recipe culprit) {
        culprits.remove(culprit.toString());
    }

    @Override
    public void heard(Messages.Letter<Report> letter) {
        if (letter.message() instanceof Report.Backup backup) {
            inputs.keep(backup);
            if (recovered.filter(step -> backup.step() > step).isPresent()) {
                recovered = Optional.empty();
                forgive(owner.recipe()); // it has gone well beyond where a worker died
            }
        } else {
            owner.heard(letter.message());
        }
        PendingRequest answered = pending.remove(letter.id());
        if (answered != null) {
            answered.then().accept(letter.message());
        }
    }

    /** Gives the new worker what the old one had, and tells the student and everybody who waits. */
    @Override
    public void replaced(String reason) {
        String present = owner.recipe().toString();
        WorkerFailure loss = new WorkerFailure(
                pending.values().stream().map(PendingRequest::request).toList(),
                present,
                culprits.contains(present),
                owner.progress().map(now -> now.step() > 0).orElse(false),
                inputs.run().filter(this::isOfPresent).map(Report.Backup::step));
        if (loss.hopeless()) {
            gone(reason);
            return;
        }
        loss.culprit().ifPresent(culprits::add);
        stopped |= loss.stops();
        boolean dataLost = loss.reading().filter(inputs::isReturned).isPresent();
        if (dataLost) {
            inputs.lose();
        }
        String sentence = loss.sentence(reason, stopped, dataLost);
        Optional<Report.Backup> run = inputs.run().filter(each -> loss.recovers());
        returning = run.map(each -> new Request.Recover(present, each.run()));
        recovered = run.map(Report.Backup::step);
        Map<Integer, PendingRequest> left = new LinkedHashMap<>(pending);
        pending.clear();
        left.forEach((id, each) -> {
            if (loss.goesOn(each.request())) {
                run.map(each::left)
                        .orElse(Optional.of(each.request()))
                        .ifPresentOrElse(
                                request -> pending.put(id, new PendingRequest(request, each.then(), each.from())),
                                () -> each.then().accept(new Report.Done()));
            }
        });
        owner.replaced(sentence);
        inputs.giveBack(this::reopen, () -> owner.tell(WorkerFailure.DATA, true));
        left.forEach((id, each) -> {
            if (!loss.goesOn(each.request())) {
                each.refuse(sentence);
            }
        });
    }

    /** Whether a run that was kept is one of the present experiment, whatever was moved since. */
    private boolean isOfPresent(Report.Backup run) {
        Recipe then = RecipeText.read(run.recipe()).recipe();
        return then.equals(owner.recipe()) || then.differsOnlyLive(owner.recipe());
    }

    /** What is asked for since the old worker died waits until the data is there, and comes after it. */
    private void reopen(Optional<Request> data) {
        data.ifPresentOrElse(
                request -> ask(request, report -> {
                    inputs.arrived();
                    if (report instanceof Report.Refused) {
                        owner.tell(WorkerFailure.DATA, true);
                    }
                    reopen();
                }),
                this::reopen);
    }

    private void reopen() {
        List<PendingRequest> held = List.copyOf(pending.values());
        pending.clear();
        String present = owner.recipe().toString();
        if (held.stream().noneMatch(each -> WorkerFailure.opens(each.request(), present))) {
            owner.reopen();
        }
        for (PendingRequest each : held) {
            if (WorkerFailure.opens(each.request(), present)) {
                open(each.then());
            } else if (each.request() instanceof Request.Open) {
                each.refuse("Another experiment was opened before this one.");
            } else {
                ask(each.request(), each.then());
            }
        }
    }

    /** Says so, once; whatever is asked from now on is refused. */
    @Override
    public void gone(String reason) {
        String sentence = "The part of Steep that trains has stopped (" + reason
                + "). Reload the page: the experiment is in its address and comes back.";
        dead = Optional.of(sentence);
        owner.gone(sentence);
        List<PendingRequest> left = List.copyOf(pending.values());
        pending.clear();
        left.forEach(each -> each.refuse(sentence));
    }
}
