package dev.steep.ui.recovery;

import dev.steep.browser.Boot;
import dev.steep.browser.WorkerPort;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Messages;
import dev.steep.protocol.Report;
import dev.steep.protocol.packet.Packet;
import elemental2.dom.DomGlobal;
import elemental2.dom.Worker;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Sees to it that there is a worker that answers: asks a silent one whether it is alive, and replaces one that is not. A worker
 * that does not even start is given up after a second try.
 */
public final class Supervisor implements WorkerLink {
    /** Hears of what happens to the worker. */
    public interface Owner {
        void heard(Messages.Letter<Report> letter);

        /** A new worker is there. It knows nothing of what was sent before. */
        void replaced(String reason);

        /** There is no worker, and there will be none. */
        void gone(String reason);
    }

    /** Milliseconds that the worker gets for each byte to read, which is enough for a table on a slow or very busy machine. */
    private static final double PER_BYTE = 3e-3;

    /** A packed file becomes so many times as large. */
    private static final int PACKED = 10;

    /** Milliseconds that the worker gets for files, at the most: they are read in pieces, but prepared at once. */
    private static final double LONGEST = 60_000;

    /** So many workers that die within a minute are enough. */
    private static final int MOST = 5;

    private static final double MINUTE = 60_000;

    private final Owner owner;
    private final List<Packet> waiting = new ArrayList<>();
    private final List<Double> deaths = new ArrayList<>();
    private SilenceTimer silence = new SilenceTimer(now());
    private WorkerPort port;
    private boolean started;
    private boolean triedTwice;
    private boolean gone;

    public Supervisor(Owner owner) {
        this.owner = owner;
        port = WorkerPort.to(Boot.worker());
    }

    /** Listens to the worker that {@code page.js} started. */
    @Override
    public void begin() {
        attend(port);
        if (!Boot.failure().isEmpty()) {
            lost(port, Boot.failure());
        }
        DomGlobal.setInterval(arguments -> tick(), SilenceTimer.INTERVAL);
    }

    @Override
    public void send(Packet packet) {
        if (started) {
            post(packet);
        } else {
            waiting.add(packet);
        }
    }

    private void post(Packet packet) {
        double bytes = 0;
        for (float[] values : packet.floats()) {
            bytes += 4.0 * values.length;
        }
        for (byte[] values : packet.bytes()) {
            boolean packed = values.length > 1 && values[0] == 0x1f && values[1] == (byte) 0x8b;
            bytes += packed ? (double) PACKED * values.length : values.length;
        }
        double more = PER_BYTE * bytes + Math.min(LONGEST, PER_BYTE * PACKED * packet.unread());
        if (more > 0) {
            silence.grant((int) packet.numbers()[0], more);
        }
        port.send(packet);
    }

    private void attend(WorkerPort to) {
        port = to;
        started = false;
        silence = new SilenceTimer(now());
        silence.grant(
                Messages.UNASKED, Boot.age()); // it loads what the page has loaded: as long again, and a little more
        to.receive(
                packet -> {
                    if (to == port && !gone) {
                        hear(Messages.report(packet));
                    }
                },
                reason -> lost(to, reason));
        to.send(alive()); // it may have said that it is ready before anybody listened; a question waits until it has
        // loaded
    }

    private void hear(Messages.Letter<Report> letter) {
        silence.heard(letter.id());
        if (!started) {
            started = true;
            triedTwice = false;
            List.copyOf(waiting).forEach(this::post);
            waiting.clear();
        }
        owner.heard(letter);
    }

    private void tick() {
        if (gone) {
            return;
        }
        boolean quiet = !silence.broken();
        silence.tick(now());
        if (silence.tooLong()) {
            lost(port, "it did not answer for " + Math.round(SilenceTimer.LIMIT / 1000) + " seconds");
        } else if (quiet && started) {
            port.send(alive());
        }
    }

    /** A worker that never started took nothing with it: the next one gets what waits for it. */
    private void lost(WorkerPort which, String reason) {
        if (which != port || gone) {
            return;
        }
        port.close();
        double now = now();
        deaths.removeIf(each -> each < now - MINUTE);
        deaths.add(now);
        boolean unborn = !started;
        gone = unborn && triedTwice || deaths.size() >= MOST;
        if (gone || !start(unborn ? Boot::startPlainWorker : Boot::startWorker)) {
            gone = true;
            owner.gone(reason);
        } else if (unborn) {
            triedTwice = true;
        } else {
            owner.replaced(reason);
        }
    }

    private boolean start(Supplier<Worker> start) {
        try {
            attend(WorkerPort.to(start.get()));
            return true;
        } catch (RuntimeException forbidden) {
            return false;
        }
    }

    private static Packet alive() {
        return Messages.pack(Messages.UNASKED, new Inquiry.Alive());
    }

    private static double now() {
        return Boot.age();
    }
}
