package dev.steep.ui.recovery;

import dev.steep.catalog.Numbers;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Request;
import java.util.List;
import java.util.Optional;

/**
 * What was lost with a worker, and what it died of: of opening an experiment or reading data if it was asked to, of a measurement,
 * or else of the experiment that was open.
 *
 * @param asked what it had not answered, oldest first
 * @param recipe the present experiment, in link form
 * @param before whether a worker died of it before
 * @param trained whether it had been trained
 * @param kept after how many steps the run is known, so that another worker can go on from there
 */
public record WorkerFailure(
        List<Request> asked, String recipe, boolean before, boolean trained, Optional<Integer> kept) {
    /** The problem of an experiment that is not opened again. */
    public static final String STOPPED =
            "The part of Steep that trains stopped working while it had this experiment, so the"
                    + " experiment is not prepared again by itself. Make it smaller (fewer layers, units or filters, smaller"
                    + " batches, less data), or open it anyway.";

    /** Own data is gone. */
    public static final String DATA = "Your own data could not be opened again: drop the files once more.";

    private Optional<Request> opening() {
        return asked.stream()
                .filter(each -> each instanceof Request.Open || each instanceof Request.OpenStopped || brings(each))
                .findFirst();
    }

    private static boolean brings(Request request) {
        return request instanceof Request.OpenFiles || request instanceof Request.OwnData;
    }

    /** Whether a request is to open this recipe. */
    public static boolean opens(Request request, String recipe) {
        return request instanceof Request.Open open && open.recipe().equals(recipe)
                || request instanceof Request.Reopen again && again.recipe().equals(recipe)
                || request instanceof Request.Recover back && back.recipe().equals(recipe)
                || request instanceof Request.OpenStopped stopped
                        && stopped.recipe().equals(recipe);
    }

    /** Whether not even showing a recipe goes well: then another worker is of no use. */
    public boolean hopeless() {
        return opening().filter(Request.OpenStopped.class::isInstance).isPresent();
    }

    /** The data that it was reading. */
    public Optional<Request> reading() {
        return opening().filter(WorkerFailure::brings);
    }

    /** The recipe that it died of; nothing if it died of something else. */
    public Optional<String> culprit() {
        Optional<Request> opening = opening();
        if (opening.isPresent()) {
            return opening.map(each -> each instanceof Request.Open open ? open.recipe() : "")
                    .filter(each -> !each.isEmpty());
        }
        boolean measuring = asked.stream().anyMatch(Inquiry.Bench.class::isInstance);
        return measuring ? Optional.empty() : Optional.of(recipe);
    }

    /** Whether the present experiment is not opened again: opening it killed the worker, or it is the second time. */
    public boolean stops() {
        return culprit().filter(recipe::equals).isPresent()
                && (before || opening().isPresent());
    }

    /** Whether another worker goes on with the run. */
    public boolean recovers() {
        return kept.isPresent() && !stops() && reading().isEmpty();
    }

    /**
     * Whether a request is carried over to the new worker: the one to open the present experiment, and to train, if the run goes on and
     * no clock ends it. All others are refused.
     */
    public boolean goesOn(Request request) {
        return opens(request, recipe) && asked.stream().noneMatch(WorkerFailure::brings)
                || recovers() && request instanceof Request.Train train && train.seconds() == 0;
    }

    private String again() {
        if (!recovers()) {
            return trained ? "; its trained weights are lost, and training starts from the beginning." : ".";
        }
        boolean training = asked.stream().anyMatch(this::goesOn);
        return ", as it was after step " + Numbers.grouped(kept.orElseThrow())
                + (training ? "; training goes on." : ".");
    }

    /**
     * What the student is told.
     *
     * @param stopped whether the experiment is shown only
     * @param dataLost whether the data that it had been given cannot be opened again
     */
    public String sentence(String reason, boolean stopped, boolean dataLost) {
        String what = "The part of Steep that trains has stopped (" + reason + ") and was replaced.";
        if (dataLost) {
            return what + " " + DATA;
        } else if (reading().isPresent()) {
            return what + " The data that it was reading is not opened; try a part of it.";
        } else if (stopped) {
            return what + " The experiment that it stopped at is not opened again by itself.";
        }
        return what + " The experiment is open again" + again();
    }
}
