package dev.steep.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.steep.protocol.look.AloneLook;
import dev.steep.protocol.look.AnswerLook;
import dev.steep.protocol.look.AugmentationLook;
import dev.steep.protocol.look.BaselineLook;
import dev.steep.protocol.look.ClassCountsLook;
import dev.steep.protocol.look.ConfusionLook;
import dev.steep.protocol.look.CorrelationLook;
import dev.steep.protocol.look.CountsLook;
import dev.steep.protocol.look.DataPart;
import dev.steep.protocol.look.DrawsLook;
import dev.steep.protocol.look.EndsLook;
import dev.steep.protocol.look.ErrorsLook;
import dev.steep.protocol.look.Explained;
import dev.steep.protocol.look.GradCamLook;
import dev.steep.protocol.look.GridLook;
import dev.steep.protocol.look.HistogramsLook;
import dev.steep.protocol.look.ImageTrial;
import dev.steep.protocol.look.Look;
import dev.steep.protocol.look.MeansLook;
import dev.steep.protocol.look.MistakesLook;
import dev.steep.protocol.look.Moment;
import dev.steep.protocol.look.NormsLook;
import dev.steep.protocol.look.OcclusionLook;
import dev.steep.protocol.look.PastLook;
import dev.steep.protocol.look.PcaLook;
import dev.steep.protocol.look.PointsLook;
import dev.steep.protocol.look.PredictionsLook;
import dev.steep.protocol.look.PreparedLook;
import dev.steep.protocol.look.ReconstructionsLook;
import dev.steep.protocol.look.RobustnessLook;
import dev.steep.protocol.look.SaliencyLook;
import dev.steep.protocol.look.SampleLook;
import dev.steep.protocol.look.SampleTable;
import dev.steep.protocol.look.SamplesLook;
import dev.steep.protocol.look.ScoresLook;
import dev.steep.protocol.look.SpreadLook;
import dev.steep.protocol.look.TensorLook;
import dev.steep.protocol.look.TrialLook;
import dev.steep.protocol.look.UnitsLook;
import dev.steep.protocol.look.ZerosLook;
import dev.steep.protocol.packet.Packet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Packet PACKET =
            new Packet("run", new double[] {1, 2.5}, new String[] {"a", ""}, new float[][] {{1}, {}}, new byte[0][]);

    private static final List<Request> REQUESTS = List.of(
            new Request.Open("1/data=xor"),
            new Request.OpenStopped("1/data=xor", "why"),
            new Request.OpenFiles(List.of(
                    new Request.OpenFiles.File("a.csv", new byte[] {1, -2}),
                    new Request.OpenFiles.File("b", new byte[0]))),
            new Request.OwnData(new float[] {1, 2}, new int[] {2}, new float[] {0.5f}, 1, List.of("a", "b")),
            new Request.Train(1, 2, 0.5),
            new Request.Train(0, 0, 0, true),
            new Request.Pause(),
            new Request.Reset(),
            new Request.Choose(9),
            new Request.Draw(new float[] {3}),
            new Inquiry.Alive(),
            new Inquiry.Watch(
                    "p",
                    List.of(
                            new TensorLook("dense/kernel"),
                            new PastLook("dense/kernel", 3),
                            new AnswerLook(),
                            new ZerosLook("dense/output"),
                            new NormsLook("dense/kernel"),
                            new EndsLook("dense/output", -1, 1),
                            new CountsLook(3),
                            new AloneLook(0),
                            new UnitsLook("dense/output", new GridLook(0, 1, 2, 3, 4, 5)),
                            new PredictionsLook(DataPart.TEST, 1, 2),
                            new MistakesLook(DataPart.VALIDATION, 3, MistakesLook.ANY, 5),
                            new ScoresLook(DataPart.TRAINING, 2),
                            new ReconstructionsLook(DataPart.VALIDATION, true, 7),
                            new PcaLook("dense/output", DataPart.VALIDATION),
                            new GridLook(-1, 1, 3, -2, 2, 4),
                            new ConfusionLook(),
                            new HistogramsLook("dense/kernel"),
                            new DrawsLook("dropout", 4),
                            new SaliencyLook(Explained.SAID),
                            new OcclusionLook(3, 5, Double.NaN),
                            new GradCamLook("conv2d/output", Explained.TRUE),
                            new TrialLook(new ImageTrial(1, 2, 3, 4, 5), ImageTrial.Kind.DOWN, -5, 5),
                            new AugmentationLook(6, 8, 2),
                            new SamplesLook(SampleTable.REMOVED, 2, 60, 30),
                            new SampleLook(17),
                            new PointsLook(new int[] {3, 1}, 400),
                            new SpreadLook(SampleTable.ANY, 1, 32),
                            new CorrelationLook(new int[] {0, 1, 2}, SampleTable.ANY),
                            new MeansLook(0, 40),
                            new ClassCountsLook(),
                            new RobustnessLook(100),
                            new PreparedLook(3, 40),
                            new BaselineLook(2, new GridLook(-1, 1, 3, -2, 2, 4)),
                            new ErrorsLook("formula")),
                    5),
            new Inquiry.Once(new ConfusionLook()),
            new Inquiry.Gallery(DataPart.VALIDATION, 4, 5),
            new Inquiry.Sheet(4, 5),
            new Inquiry.Cells(new int[] {3, 1}),
            new Inquiry.OpenTest(2),
            new Request.Cancel(),
            new Inquiry.Names(),
            new Inquiry.Read("x"),
            new Inquiry.Backprop(true),
            new Inquiry.BackpropNumbers(false, "x", true),
            new Inquiry.Chain(true, "x", 3, 0.5),
            new Request.Write("x", new float[] {7, 8}),
            new Inquiry.Predict(new float[] {1, 2, 3}, 3),
            new Inquiry.Evaluate(),
            new Inquiry.FindRate(Inquiry.Turn.GO_ON),
            new Inquiry.Slice(Inquiry.Turn.BEGIN, true),
            new Inquiry.History(),
            new Inquiry.StepLosses(),
            new Inquiry.Snapshots(),
            new Inquiry.Journal(),
            new Request.At(3),
            new Request.Branch(2),
            new Request.Keep(4, "1/data=xor"),
            new Request.Recover("1/data=xor", PACKET),
            new Request.Reopen("1/data=xor", 4),
            new Inquiry.TryLayer("Dropout(0.5)", new int[] {2, 1}, new float[] {1, -2}, 3, 7),
            new Inquiry.TryData("spiral(noise=0.2)", 7, 300),
            new Inquiry.Bench("w1", "kernels", 500),
            new Inquiry.Baselines(Inquiry.Turn.GO_ON),
            new Inquiry.Pieces(),
            new Inquiry.Listing(2));

    private static final DataFacts DATA = new DataFacts(
            "iris",
            new int[] {4},
            List.of("a"),
            List.of("t"),
            List.of("w", "x", "y", "z"),
            List.of("w", "x", "y", "z", "w*x"),
            new double[] {0, 1},
            new int[] {1, 2, 3},
            -7,
            2,
            List.of("c"),
            new int[] {3},
            "c",
            List.of("w"),
            true);

    private static final List<Report> REPORTS = List.of(
            new Report.Ready("reference"),
            new Report.Opened(
                    "1/",
                    List.of("n"),
                    true,
                    DATA,
                    List.of(new LayerFacts(
                            "a",
                            "Dense",
                            new int[] {3},
                            4,
                            2,
                            5.5,
                            "k",
                            "b",
                            "o",
                            "relu",
                            "m",
                            List.of("s", "t"),
                            List.of("Output", "3", ""))),
                    List.of(new ProblemFacts(1, "s", "r", "o")),
                    List.of("accuracy", "auc"),
                    new double[] {0.1, 0.01},
                    7,
                    Moment.DRAWN),
            new Report.Progress(
                    Report.Progress.State.DIVERGED,
                    1,
                    2,
                    3,
                    4,
                    5,
                    6.5,
                    true,
                    List.of(new EpochLog(
                            1, 2, 0.01, List.of(new EpochLog.Metric("loss", true)), new double[] {0.5, Double.NaN}, 3)),
                    new float[] {1, 2},
                    7,
                    0.001,
                    true,
                    "stopped",
                    "because"),
            new Report.Picture("p", 3, new Moment(1, 2, 4), List.of(new float[] {1}, new float[0])),
            new Report.Samples(new int[] {1}, new float[] {2}, new float[] {3}),
            new Report.Tried(DataFacts.NONE, new float[] {2}, new float[] {3}),
            new Report.Sheet(new TableFacts(
                    "a.csv",
                    9,
                    20,
                    8,
                    "1 without b",
                    "",
                    List.of("comma"),
                    List.of("so"),
                    new int[] {4, 4},
                    2,
                    1,
                    List.of(new TableFacts.Column(
                            "b", "label", "category", "", 1, 2, new int[] {4, 4}, List.of("x", "y"))),
                    List.of(new TableFacts.Gap("c", false, 3, TableFacts.Fate.MEAN, "1.5")),
                    List.of("x", "y"))),
            new Report.Cells(List.of("a"), List.of("1", "")),
            new Report.Numbers(new float[] {1, 2}, new int[] {2, 1}),
            new Report.Baselines(
                    0.5, true, "accuracy", List.of("a"), List.of("b"), List.of(""), new double[] {1}, new double[] {0.5
                    }),
            new Report.Rates(0.5, true, new double[] {1e-6}, new double[] {2}, new double[] {2.5}, 0.01, "because"),
            new Report.Slice(
                    0.5,
                    1,
                    new double[] {-1, 1, -2, 2},
                    new double[] {Double.NaN},
                    new double[] {0, 0},
                    new int[] {3},
                    4,
                    5,
                    true,
                    0.9),
            new Report.Text("{}"),
            new Report.Done(),
            new Report.Loading("Drawing: 1 of 2 images", 0.5),
            new Report.TestScores("{}", 4, 1),
            new Report.Cancelled("stopped"),
            new Report.Backup("1/data=xor", 3, 1, PACKET),
            new Report.Kept(new int[] {0, 1, 2}, 1, 10, 2, List.of(new Report.Kept.Checkpoint(1, "val_loss", 0.25))),
            new Report.Refused("no"),
            new Report.Trouble("oh"));

    /** Records that hold arrays are not equal to their copies, so their packets are compared. */
    private static void assertSame(Packet a, Packet b) {
        assertEquals(a.tag(), b.tag());
        assertArrayEquals(a.numbers(), b.numbers());
        assertArrayEquals(a.words(), b.words());
        assertArrayEquals(a.floats(), b.floats());
        assertArrayEquals(a.bytes(), b.bytes());
    }

    @Test
    void everyRequestArrivesAsItWasSent() {
        for (Request request : REQUESTS) {
            Packet packet = Messages.pack(12, request);
            Messages.Letter<Request> letter = Messages.request(packet);
            assertEquals(12, letter.id());
            assertEquals(request.getClass(), letter.message().getClass());
            assertSame(packet, Messages.pack(12, letter.message()));
        }
    }

    @Test
    void everyReportArrivesAsItWasSent() {
        for (Report report : REPORTS) {
            Packet packet = Messages.pack(3, report);
            Messages.Letter<Report> letter = Messages.report(packet);
            assertEquals(3, letter.id());
            assertEquals(report.getClass(), letter.message().getClass());
            assertSame(packet, Messages.pack(3, letter.message()));
        }
    }

    /** The records themselves say which messages there are, not the tables that the reader uses. */
    @Test
    void everyKindOfMessageIsKnownAndTried() {
        Set<String> requests = records(Request.class, Request.class);
        requests.addAll(records(Inquiry.class, Inquiry.class));
        Set<String> known = new HashSet<>(Request.KINDS.keySet());
        known.addAll(Inquiry.KINDS.keySet());
        assertEquals(requests, known);
        assertEquals(requests, tags(REQUESTS.stream().map(Request::tag).toList()));
        Set<String> reports = records(Report.class, Report.class);
        assertEquals(reports, Report.KINDS.keySet());
        assertEquals(reports, tags(REPORTS.stream().map(Report::tag).toList()));
    }

    @Test
    void everyLookIsKnownAndTried() {
        Set<Class<?>> declared = Set.of(Look.class.getPermittedSubclasses());
        Set<Class<?>> tried = REQUESTS.stream()
                .filter(Inquiry.Watch.class::isInstance)
                .flatMap(watch -> ((Inquiry.Watch) watch).looks().stream())
                .map(Object::getClass)
                .collect(Collectors.toSet());
        assertEquals(declared, tried);
        assertEquals(declared.size(), Look.KINDS.size());
    }

    /** Tests find pictures by these words. */
    @Test
    void aLookSaysWhatItIs() {
        assertEquals("tensor dense/kernel", new TensorLook("dense/kernel").words());
        assertEquals("predictions 2.0 1.0 2.0", new PredictionsLook(DataPart.TEST, 1, 2).words());
        assertEquals("confusion", new ConfusionLook().words());
    }

    /** No two messages share a tag, or one would be read as the other. */
    @Test
    void everyTagIsTheNameOfItsRecord() {
        REQUESTS.forEach(request -> assertEquals(request.getClass().getSimpleName(), request.tag()));
        REPORTS.forEach(report -> assertEquals(report.getClass().getSimpleName(), report.tag()));
        Set<String> both = new HashSet<>(Request.KINDS.keySet());
        both.retainAll(Inquiry.KINDS.keySet());
        assertEquals(Set.of(), both);
    }

    private static Set<String> records(Class<?> within, Class<?> of) {
        return Stream.of(within.getDeclaredClasses())
                .filter(type -> type.isRecord() && of.isAssignableFrom(type))
                .map(Class::getSimpleName)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<String> tags(List<String> tags) {
        return tags.stream().collect(Collectors.toSet());
    }

    @Test
    void unknownKindIsNamed() {
        Packet packet = new Packet("Nonsense", new double[] {1}, new String[0], new float[0][], new byte[0][]);
        assertEquals(
                "There is no message \"Nonsense\".",
                assertThrows(IllegalArgumentException.class, () -> Messages.request(packet))
                        .getMessage());
    }
}
