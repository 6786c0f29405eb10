package dev.steep.ui.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Messages;
import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import dev.steep.protocol.packet.Packet;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.RecipeText;
import dev.steep.ui.recovery.StoppedRecipes;
import dev.steep.ui.recovery.WorkerLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a worker is sent, who gets its answers, and what becomes of both when it dies. */
class WorkerLineTest {
    private static final Recipe XOR =
            RecipeText.read("1/data=xor/Dense(1,sigmoid)").recipe();

    private final Page page = new Page();
    private final Link link = new Link();
    private final StringBuilder noted = new StringBuilder();
    private final WorkerLine line = new WorkerLine(page, owner -> link, new StoppedRecipes("", noted::append));
    private final List<Report> answers = new ArrayList<>();

    @Test
    void eachAnswerGoesToWhoAskedForIt() {
        List<Report> others = new ArrayList<>();
        line.ask(new Request.Pause(), answers::add);
        line.ask(new Request.Reset(), others::add);
        link.answer(1, new Report.Refused("not now"));
        link.answer(0, new Report.Done());
        assertEquals(List.of(new Report.Done()), answers);
        assertEquals(List.of(new Report.Refused("not now")), others);
        assertEquals(2, page.heard.size());
    }

    @Test
    void whatNobodyAskedForIsHeardByThePage() {
        line.heard(new Messages.Letter<>(Messages.UNASKED, new Report.Trouble("hot")));
        assertEquals(List.of(new Report.Trouble("hot")), page.heard);
    }

    @Test
    void backupsAreKeptAndNotTold() {
        line.heard(new Messages.Letter<>(Messages.UNASKED, backup(40, 2)));
        assertEquals(List.of(), page.heard);
        assertEquals(Optional.of(40), line.inputs().run().map(Report.Backup::step));
    }

    @Test
    void nextWorkerOpensTheExperimentAndWhatWasAskedIsRefused() {
        line.ask(new Inquiry.Names(), answers::add);
        link.sent.clear();
        line.replaced("it ran out of memory");
        assertEquals(List.of(new Request.Open(XOR.toString())), link.requests());
        assertTrue(answers.get(0) instanceof Report.Refused refused
                && refused.sentence().contains("it ran out of memory"));
        assertFalse(line.stopped());
    }

    @Test
    void runThatIsKnownGoesOnWithTheStepsThatAreLeft() {
        line.ask(new Request.Train(100, 0, 0), answers::add);
        line.heard(new Messages.Letter<>(Messages.UNASKED, backup(40, 2)));
        link.sent.clear();
        line.replaced("it was silent");
        assertEquals(2, link.sent.size());
        assertTrue(link.requests().contains(new Request.Train(60, 0, 0)), "" + link.requests());
        assertTrue(link.requests().stream().anyMatch(Request.Recover.class::isInstance), "" + link.requests());
        assertEquals(List.of(), answers);
    }

    @Test
    void experimentThatKillsTwoWorkersIsShownOnly() {
        line.replaced("it was silent");
        line.replaced("it was silent");
        assertTrue(line.stopped());
        assertTrue(line.isCulprit(XOR));
        assertTrue(link.requests().get(1) instanceof Request.OpenStopped);
        assertFalse(noted.isEmpty());
    }

    @Test
    void runThatGoesWellBeyondItsDeathIsForgiven() {
        line.heard(new Messages.Letter<>(Messages.UNASKED, backup(40, 2)));
        line.replaced("it was silent");
        assertTrue(line.isCulprit(XOR));
        line.heard(new Messages.Letter<>(Messages.UNASKED, backup(41, 2)));
        assertFalse(line.isCulprit(XOR));
    }

    @Test
    void withoutAWorkerEveryRequestIsRefused() {
        line.ask(new Request.Pause(), answers::add);
        line.gone("it did not start");
        line.ask(new Request.Pause(), answers::add);
        assertEquals(List.of(new Report.Refused(page.gone), new Report.Refused(page.gone)), answers);
        assertTrue(page.gone.contains("it did not start"));
    }

    private static Report.Backup backup(int step, int epoch) {
        return new Report.Backup(XOR.toString(), step, epoch, Report.Backup.NOTHING.run());
    }

    /** Keeps what is sent. */
    private final class Link implements WorkerLink {
        private final List<Packet> sent = new ArrayList<>();

        @Override
        public void begin() {}

        @Override
        public void send(Packet packet) {
            sent.add(packet);
        }

        List<Request> requests() {
            return sent.stream().map(each -> Messages.request(each).message()).toList();
        }

        void answer(int place, Report report) {
            line.heard(new Messages.Letter<>(Messages.request(sent.get(place)).id(), report));
        }
    }

    /** An experiment that is opened again when another worker is there. */
    private final class Page implements WorkerLine.Owner {
        private final List<Report> heard = new ArrayList<>();
        private String gone = "";

        @Override
        public Recipe recipe() {
            return XOR;
        }

        @Override
        public Optional<Report.Progress> progress() {
            return Optional.empty();
        }

        @Override
        public void heard(Report report) {
            heard.add(report);
        }

        @Override
        public void replaced(String sentence) {}

        @Override
        public void reopen() {
            line.open(report -> {});
        }

        @Override
        public void choose(Request choice) {}

        @Override
        public void gone(String sentence) {
            gone = sentence;
        }

        @Override
        public void tell(String sentence, boolean trouble) {}
    }
}
