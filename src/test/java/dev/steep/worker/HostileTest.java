package dev.steep.worker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Messages;
import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import dev.steep.protocol.look.AugmentationLook;
import dev.steep.protocol.look.BaselineLook;
import dev.steep.protocol.look.ConfusionLook;
import dev.steep.protocol.look.DataPart;
import dev.steep.protocol.look.ErrorsLook;
import dev.steep.protocol.look.Explained;
import dev.steep.protocol.look.GradCamLook;
import dev.steep.protocol.look.GridLook;
import dev.steep.protocol.look.ImageTrial;
import dev.steep.protocol.look.MistakesLook;
import dev.steep.protocol.look.OcclusionLook;
import dev.steep.protocol.look.PastLook;
import dev.steep.protocol.look.PcaLook;
import dev.steep.protocol.look.PredictionsLook;
import dev.steep.protocol.look.PreparedLook;
import dev.steep.protocol.look.RobustnessLook;
import dev.steep.protocol.look.SaliencyLook;
import dev.steep.protocol.look.ScoresLook;
import dev.steep.protocol.look.TensorLook;
import dev.steep.protocol.look.TrialLook;
import dev.steep.protocol.packet.Packet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HostileTest {
    private static final String XOR = "1/data=xor/Dense(1,activation=sigmoid)/loss=binary_crossentropy";
    private static final double NAN = Double.NaN;

    private static final List<Request> ALL = List.of(
            new Request.Open("1/data=\u0000/((((/Dense(1e99)/seed=-1"),
            new Request.OpenStopped("1/data=\u0000/((((/Dense(1e99)/seed=-1", ""),
            new Request.OpenFiles(List.of()),
            new Request.OwnData(new float[0], new int[0], new float[0], 0, List.of()),
            new Request.Train(-1, 0, 0),
            new Request.Train(0, 0, NAN),
            new Request.Cancel(),
            new Request.Pause(),
            new Request.Reset(),
            new Request.Choose(-1),
            new Request.Choose(Integer.MAX_VALUE),
            new Request.Draw(new float[7]),
            new Inquiry.Alive(),
            new Inquiry.Watch(
                    "p",
                    List.of(
                            new TensorLook("nothing"),
                            new PastLook("nothing", Integer.MIN_VALUE),
                            new GridLook(NAN, 1, 1 << 30, 0, 1, 1 << 30),
                            new GridLook(0, 1, 0, 0, 1, -4),
                            new PredictionsLook(DataPart.TEST, -5, 1 << 30),
                            new PredictionsLook(DataPart.TRAINING, 1 << 30, Integer.MIN_VALUE),
                            new MistakesLook(DataPart.TEST, 1 << 30, Integer.MIN_VALUE, 1 << 30),
                            new MistakesLook(DataPart.VALIDATION, -1, -1, -7),
                            new ScoresLook(DataPart.TEST, 1),
                            new PcaLook("nothing", DataPart.TRAINING),
                            new PcaLook("dense/output", DataPart.TEST),
                            new SaliencyLook(-7),
                            new SaliencyLook(1 << 30),
                            new GradCamLook("input", 0),
                            new OcclusionLook(Explained.TRUE, Integer.MAX_VALUE, Double.NEGATIVE_INFINITY),
                            new OcclusionLook(0, -3, 0),
                            new TrialLook(
                                    new ImageTrial(Double.NaN, 1e300, -1e300, 1e300),
                                    ImageTrial.Kind.DOWN,
                                    Double.NEGATIVE_INFINITY,
                                    Double.NaN),
                            new AugmentationLook(1 << 30, -1, 1 << 30),
                            new AugmentationLook(64, 64, Integer.MIN_VALUE),
                            new RobustnessLook(-1),
                            new RobustnessLook(1 << 30),
                            new BaselineLook(-1, new GridLook(0, 1, 3, 0, 1, 3)),
                            new BaselineLook(99, new GridLook(0, 1, 3, 0, 1, 3)),
                            new BaselineLook(3, new GridLook(NAN, 1, 1 << 30, 0, 1, 1 << 30)),
                            new ErrorsLook("no such layer"),
                            new ErrorsLook(""),
                            new PreparedLook(-5, 1 << 30),
                            new PreparedLook(1 << 30, Integer.MIN_VALUE),
                            new ScoresLook(DataPart.VALIDATION, -1),
                            new ScoresLook(DataPart.TRAINING, 1 << 30),
                            new ConfusionLook()),
                    Integer.MIN_VALUE),
            new Inquiry.Gallery(DataPart.TRAINING, -3, 1 << 30),
            new Inquiry.Gallery(DataPart.TRAINING, 1 << 30, -9),
            new Inquiry.Baselines(Inquiry.Turn.GO_ON),
            new Inquiry.Baselines(Inquiry.Turn.BEGIN),
            new Inquiry.Baselines(Inquiry.Turn.STOP),
            new Inquiry.Names(),
            new Inquiry.Read(""),
            new Request.Write("dense/kernel", new float[0]),
            new Request.Write("dense/output", new float[1]),
            new Inquiry.Predict(new float[3], -1),
            new Inquiry.Predict(new float[2], 1 << 30),
            new Inquiry.Evaluate(),
            new Inquiry.FindRate(Inquiry.Turn.GO_ON),
            new Inquiry.FindRate(Inquiry.Turn.BEGIN),
            new Inquiry.Slice(Inquiry.Turn.GO_ON, true),
            new Inquiry.Slice(Inquiry.Turn.BEGIN, false),
            new Inquiry.Slice(Inquiry.Turn.STOP, true),
            new Inquiry.Backprop(true),
            new Inquiry.BackpropNumbers(true, "\u0000", false),
            new Inquiry.Chain(false, "dense/kernel", -7, NAN),
            new Inquiry.Chain(true, "\u0000", Integer.MAX_VALUE, 1e300),
            new Inquiry.OpenTest(Integer.MIN_VALUE),
            new Inquiry.OpenTest(Integer.MAX_VALUE),
            new Inquiry.History(),
            new Inquiry.StepLosses(),
            new Inquiry.Snapshots(),
            new Inquiry.Journal(),
            new Request.At(-7),
            new Request.At(Integer.MAX_VALUE),
            new Request.Branch(Integer.MIN_VALUE),
            new Request.Keep(Integer.MIN_VALUE, ""),
            new Request.Reopen("\u0000", Integer.MAX_VALUE),
            new Request.Recover("\u0000", Report.Backup.NOTHING.run()),
            new Inquiry.TryLayer("\u0000", new int[0], new float[0], 0, 0),
            new Inquiry.TryData("\u0000", 0, 0),
            new Inquiry.TryData("file(a.csv)", 1, 10),
            new Inquiry.TryData("spiral(1e99)", -1, 1 << 30),
            new Inquiry.TryLayer("Dense(1024)", new int[] {10000}, new float[10000], 16, -1),
            new Inquiry.TryLayer("Dropout(2)", new int[] {1 << 30, 1 << 30, 4}, new float[1], 1 << 30, 1),
            new Inquiry.TryLayer("Conv2D(2,(", new int[] {2, 2, 1}, new float[] {1, 2, 3, (float) NAN}, 1, 1),
            new Inquiry.TryLayer("Add", new int[] {-1}, new float[1], 1, 1),
            new Inquiry.Bench("\u0000", "", NAN),
            new Inquiry.Bench("w1", "abacus", 1e300),
            new Inquiry.Pieces(),
            new Inquiry.Sheet(0, 10),
            new Inquiry.Sheet(-1, Integer.MAX_VALUE),
            new Inquiry.Sheet(Integer.MAX_VALUE, Integer.MAX_VALUE),
            new Inquiry.Sheet(Integer.MIN_VALUE, -5),
            new Inquiry.Cells(new int[0]),
            new Inquiry.Cells(new int[] {0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE}),
            new Inquiry.Listing(-1),
            new Inquiry.Listing(1 << 30),
            new Inquiry.Once(new ConfusionLook()));

    @Test
    void everyKindOfRequestIsTried() {
        Set<String> kinds = new TreeSet<>(Request.KINDS.keySet());
        kinds.addAll(Inquiry.KINDS.keySet());
        assertEquals(kinds, ALL.stream().map(Request::tag).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everyRequestIsAnsweredOnceWithoutAnExperiment() {
        for (Request request : ALL) {
            Talk talk = new Talk();
            int id = talk.send(request);
            talk.rest();
            expected(request, talk.answer(id));
            assertEquals(List.of(), talk.unasked(Report.Trouble.class), request.toString());
        }
    }

    /** Whatever is asked, the answer was thought of: it is no exception that was caught in the end. */
    private static void expected(Request request, Report answer) {
        assertTrue(
                !(answer instanceof Report.Refused refused)
                        || !refused.sentence().contains("inside the lab"),
                () -> request + ": " + answer);
    }

    @Test
    void everyRequestIsAnsweredOnceWithAnExperimentWhichThenStillTrains() {
        for (Request request : ALL) {
            Talk talk = new Talk();
            talk.open(XOR);
            int id = talk.send(request);
            talk.rest();
            expected(request, talk.answer(id));
            talk.open(XOR + "/seed=7");
            talk.train(2, 0);
            assertEquals(2, talk.progress().step(), request.toString());
        }
    }

    @Test
    void garbledPacketsAreRefusedUnderTheirNumber() {
        Talk talk = new Talk();
        talk.open(XOR);
        int id = 100;
        for (Request request : ALL) {
            Packet whole = Messages.pack(id, request);
            Packet cut = new Packet(whole.tag(), new double[] {id}, new String[0], new float[0][], new byte[0][]);
            talk.lab.receive(cut);
            talk.rest();
            boolean refused = talk.answer(id) instanceof Report.Refused;
            assertEquals(holdsMore(whole), refused, whole.tag() + ": " + talk.answer(id));
            id++;
        }
        for (double length : new double[] {-1, 2e9, NAN, 1e300}) {
            talk.lab.receive(new Packet(
                    "OwnData",
                    new double[] {id, length, 1},
                    new String[0],
                    new float[][] {new float[1], new float[1]},
                    new byte[0][]));
            assertTrue(talk.answer(id++) instanceof Report.Refused, "a list of length " + length);
        }
        talk.lab.receive(new Packet("Nonsense", new double[] {id}, new String[0], new float[0][], new byte[0][]));
        assertTrue(talk.answer(id) instanceof Report.Refused);
        talk.lab.receive(new Packet("Pause", new double[0], new String[0], new float[0][], new byte[0][]));
        talk.train(2, 0);
        assertEquals(2, talk.progress().step());
        assertArrayEquals(new int[] {2, 1}, talk.shape("dense/kernel"));
    }

    /** Whether a packet has anything but the number of its request. */
    private static boolean holdsMore(Packet packet) {
        return packet.numbers().length + packet.words().length + packet.floats().length + packet.bytes().length > 1;
    }

    @Test
    void brokenWeightsEndTrainingWithASentence() {
        Talk talk = new Talk();
        talk.open(XOR);
        talk.ask(Report.Done.class, new Request.Write("dense/kernel", new float[] {Float.NaN, 0}));
        talk.train(1, 0);
        String sentence = talk.progress().trouble();
        assertTrue(sentence.contains("dense/weighted became NaN"), sentence);
    }
}
