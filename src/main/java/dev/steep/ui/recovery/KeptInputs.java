package dev.steep.ui.recovery;

import dev.steep.browser.KeptPacket;
import dev.steep.protocol.Messages;
import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a worker was given besides the recipe, kept for the one that may have to take its place: own data, the chosen sample, and how the
 * run stood when the worker last said so.
 */
public final class KeptInputs {
    private Optional<KeptPacket> data = Optional.empty();
    private Optional<Request> returned = Optional.empty();
    private Optional<Request> chosen = Optional.empty();
    private Report.Backup run = Report.Backup.NOTHING;
    private boolean unknown;
    private boolean reading;
    private int round;

    /** Keeps files or arrays that the worker has accepted; they take the place of others, as they do there. */
    public void keep(Request own) {
        data = Optional.of(KeptPacket.of(Messages.pack(Messages.UNASKED, own)));
    }

    /** Keeps how the run stands. */
    public void keep(Report.Backup backup) {
        run = backup;
    }

    /** How the run stood, if there is anything to go on from. */
    public Optional<Report.Backup> run() {
        return Optional.of(run).filter(each -> !each.recipe().isEmpty());
    }

    /** Keeps which sample is the chosen one: a row of the data, or a drawing. */
    public void choose(Request choice) {
        chosen = Optional.of(choice);
        unknown = false;
    }

    public void chooseNothing() {
        chosen = Optional.empty();
    }

    /** The chosen sample if the present worker has not been told of it; call it to tell. */
    public Optional<Request> untold() {
        Optional<Request> choice = chosen.filter(each -> unknown);
        unknown = false;
        return choice;
    }

    /**
     * Gets what a new worker needs first: a request with the data, if there is any.
     *
     * @param lost called before {@code then} if the data cannot be read any more
     */
    public void giveBack(Consumer<Optional<Request>> then, Runnable lost) {
        unknown = true;
        returned = Optional.empty();
        int mine = ++round;
        reading = data.isPresent();
        if (data.isEmpty()) {
            then.accept(Optional.empty());
            return;
        }
        data.get()
                .read(
                        packet -> {
                            if (mine == round) {
                                returned = Optional.of(Messages.request(packet).message());
                                then.accept(returned);
                            }
                        },
                        () -> {
                            if (mine == round) {
                                lose();
                                lost.run();
                                then.accept(Optional.empty());
                            }
                        });
    }

    /** Gets the data for a worker beside the present one, if there are any and they can be read. */
    public void copy(Consumer<Optional<Request>> then) {
        data.ifPresentOrElse(
                packet -> packet.read(
                        copy -> then.accept(Optional.of(Messages.request(copy).message())),
                        () -> then.accept(Optional.empty())),
                () -> then.accept(Optional.empty()));
    }

    /** Whether the new worker does not have the data yet: until then, nothing else is sent. */
    public boolean returning() {
        return reading;
    }

    /** Whether this is the request that gives the data to a new worker. */
    public boolean isReturned(Request request) {
        return returned.filter(each -> each == request).isPresent();
    }

    /** The new worker has the data. */
    public void arrived() {
        reading = false;
        returned = Optional.empty();
    }

    /** The data cannot be had again. */
    public void lose() {
        reading = false;
        data = Optional.empty();
        returned = Optional.empty();
    }
}
