package dev.steep.worker.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import dev.steep.protocol.look.DataPart;
import dev.steep.protocol.look.SampleLook;
import dev.steep.protocol.look.SampleTable;
import dev.steep.worker.Talk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Samples that are removed or relabelled by hand, as the worker opens them. */
class EditedSamplesTest {
    private static final String SPIRAL = "1/data=spiral(60)/split(0.25)/Dense(4,relu)/Dense(1,sigmoid)/loss=bce";

    private final Talk talk = new Talk();

    private List<Integer> rows(DataPart part) {
        List<Integer> rows = new ArrayList<>();
        for (int row : talk.ask(Report.Samples.class, new Inquiry.Gallery(part, 0, 1000))
                .rows()) {
            rows.add(row);
        }
        return rows;
    }

    private float[] sample(int row) {
        return talk.ask(Report.Picture.class, new Inquiry.Once(new SampleLook(row)))
                .numbers()
                .get(0);
    }

    @Test
    void removedRowsAreInNoPartAndAllOthersWhereTheyWere() {
        talk.open(SPIRAL);
        List<Integer> training = rows(DataPart.TRAINING);
        List<Integer> validation = rows(DataPart.VALIDATION);
        int first = training.get(3);
        int second = validation.get(2);
        Report.Opened opened = talk.open(SPIRAL + "/edits='" + first + "," + second + "'");
        assertEquals(List.of(), opened.notices());
        training.remove((Integer) first);
        validation.remove((Integer) second);
        assertEquals(training, rows(DataPart.TRAINING));
        assertEquals(validation, rows(DataPart.VALIDATION));
        assertEquals(SampleTable.REMOVED, sample(first)[1]);
        assertEquals(44, opened.data().parts()[0]);
        talk.train(0, 1);
        assertEquals(1, talk.progress().epoch());
    }

    @Test
    void aRelabelledSampleStaysInItsPartAndKnowsWhatItWas() {
        talk.open(SPIRAL);
        List<Integer> training = rows(DataPart.TRAINING);
        float before = sample(7)[2];
        talk.open(SPIRAL + "/edits='7=" + (int) (1 - before) + "'");
        assertEquals(training, rows(DataPart.TRAINING));
        assertEquals(1 - before, sample(7)[2]);
        assertEquals(before, sample(7)[3]);
    }

    @Test
    void anotherSplitRemovesTheSameRows() {
        for (String split : List.of("split(0.25)", "split(0.5)", "split(0.2,0.2)", "split(0.3,0,last)")) {
            talk.open(SPIRAL.replace("split(0.25)", split) + "/edits='5,11-13'");
            List<Integer> all = rows(DataPart.TRAINING);
            all.addAll(rows(DataPart.VALIDATION));
            for (int row : new int[] {5, 11, 12, 13}) {
                assertFalse(all.contains(row), split + " has row " + row);
                assertEquals(SampleTable.REMOVED, sample(row)[1]);
            }
        }
    }

    @Test
    void numbersAreRelabelledToo() {
        talk.open("1/data=sine(60)/Dense(1)/loss=mse/edits='3=0.5'");
        assertEquals(0.5f, sample(3)[2]);
        assertTrue(sample(3)[3] != 0.5f);
    }

    @Test
    void whatIsNotThereIsSaidAndLeftOut() {
        Report.Opened opened = talk.open(SPIRAL + "/edits='2,60,70,3=2,61=0,x'");
        assertEquals(2, opened.notices().size(), "" + opened.notices());
        assertTrue(
                opened.notices().stream().anyMatch(each -> each.startsWith("4 edits of samples cannot be used here")),
                "" + opened.notices());
        assertEquals(59, Arrays.stream(opened.data().parts()).sum());
    }

    @Test
    void oneSampleIsLeftForTraining() {
        Report.Opened opened = talk.open("1/data=spiral(20)/split(0)/Dense(1,sigmoid)/loss=bce/edits='0-199'");
        assertTrue(opened.data().parts()[0] >= 1);
        talk.train(1, 0);
    }

    @Test
    void theChosenSampleStaysWhileSamplesAreEdited() {
        talk.open(SPIRAL);
        talk.ask(Report.Done.class, new Request.Choose(17));
        assertEquals(17, talk.open(SPIRAL + "/edits='17'").chosen());
        assertEquals(17, talk.open(SPIRAL + "/edits='17,4=1'").chosen());
    }
}
