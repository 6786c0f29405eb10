package dev.steep.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.steep.data.image.JvmImages;
import dev.steep.engine.Backend;
import dev.steep.engine.Machine;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Messages;
import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import dev.steep.reference.Reference;
import dev.steep.worker.experiment.Backends;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A page that talks to a lab: every message crosses as a packet, in both directions. */
public final class Talk {
    private final List<Messages.Letter<Report>> heard = new ArrayList<>();
    private double time;
    private int id;
    public final JvmImages images = new JvmImages(true);
    public final Dispatcher lab;

    public Talk() {
        this(new Reference());
    }

    public Talk(Backend backend) {
        this(backend, 0);
    }

    /** @param more milliseconds that each call of a machine for training steps takes by the clock */
    Talk(Backend backend, double more) {
        lab = new Dispatcher(
                Backends.only(more > 0 ? slow(backend, more) : backend),
                images,
                (to, report) -> heard.add(Messages.report(Messages.pack(to, report))),
                () -> time += 0.5);
    }

    private Backend slow(Backend backend, double more) {
        return before(
                Backend.class,
                backend,
                method -> {},
                machine -> machine instanceof Machine each
                        ? before(
                                Machine.class,
                                each,
                                method -> time += method.equals("train") ? more : 0,
                                result -> result)
                        : machine);
    }

    /** The same object, of whose calls something is done before, and something made of their results. */
    private static <T> T before(Class<T> kind, T object, Consumer<String> word, UnaryOperator<Object> result) {
        return kind.cast(
                Proxy.newProxyInstance(kind.getClassLoader(), new Class<?>[] {kind}, (self, method, values) -> {
                    word.accept(method.getName());
                    return result.apply(method.invoke(object, values));
                }));
    }

    /** Sends a request and returns its number. */
    public int send(Request request) {
        lab.receive(Messages.pack(++id, request));
        return id;
    }

    /** Sends a request, lets the lab work until it rests, and returns the one answer. */
    public <T extends Report> T ask(Class<T> kind, Request request) {
        int number = send(request);
        rest();
        return kind.cast(answer(number));
    }

    public void rest() {
        int turns = 0;
        while (lab.turn() || images.answer()) {
            if (++turns > 100_000) {
                throw new AssertionError("The lab does not come to rest.");
            }
        }
    }

    /** The answer to a request, of which there must be one. */
    public Report answer(int number) {
        List<Report> answers = answers(number);
        assertEquals(1, answers.size(), "answers to request " + number + ": " + answers);
        return answers.get(0);
    }

    public List<Report> answers(int number) {
        return heard.stream()
                .filter(letter -> letter.id() == number)
                .map(Messages.Letter::message)
                .toList();
    }

    /** Everything of a kind that was said unasked. */
    public <T extends Report> List<T> unasked(Class<T> kind) {
        return heard.stream()
                .filter(letter -> letter.id() == Messages.UNASKED)
                .map(Messages.Letter::message)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    public Report.Progress progress() {
        List<Report.Progress> all = unasked(Report.Progress.class);
        return all.get(all.size() - 1);
    }

    /** A recipe that says of a file no more than its name. */
    static String unstamped(String recipe) {
        return recipe.replaceAll(",content=[^,)]*", "");
    }

    public Report.Opened open(String recipe) {
        return ask(Report.Opened.class, new Request.Open(recipe));
    }

    public float[] tensor(String name) {
        return ask(Report.Numbers.class, new Inquiry.Read(name)).values();
    }

    int[] shape(String name) {
        return ask(Report.Numbers.class, new Inquiry.Read(name)).shape();
    }

    /** Trains at the pace of the experiment; returns the milliseconds that it takes. */
    double trainPaced(int steps) {
        double start = time;
        int number = send(new Request.Train(steps, 0, 0, true));
        while (lab.rest() < Double.POSITIVE_INFINITY) {
            lab.turn();
        }
        assertEquals(new Report.Done(), answer(number));
        return time - start;
    }

    public void train(int steps, int epochs) {
        ask(Report.Done.class, new Request.Train(steps, epochs, 0));
    }

    public String refusal(Request request) {
        return ask(Report.Refused.class, request).sentence();
    }
}
