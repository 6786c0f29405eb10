package dev.steep.worker.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.protocol.Inquiry;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchRequestsTest {
    private final WatchRequests requests = new WatchRequests();

    /** Panels that are answered in one turn each see all of them, though those before have not asked again yet. */
    @Test
    void panelsThatDrawAreCounted() {
        List<WatchRequests.Waiting> panels = List.of(waiting("a"), waiting("b"), waiting("c"));
        panels.forEach(requests::add);
        for (WatchRequests.Waiting panel : panels) {
            assertEquals(3, requests.count(1000), panel.panel());
            requests.done(panel);
            requests.rest(panel, 1040);
        }
        assertEquals(3, requests.count(1041));
    }

    @Test
    void aPanelThatNeverAsksAgainIsForgotten() {
        requests.rest(waiting("gone"), 1040);
        requests.add(waiting("there"));
        assertEquals(2, requests.count(1500));
        assertEquals(1, requests.count(1600));
    }

    @Test
    void aPanelRestsUnlessItShowsNothing() {
        requests.rest(waiting("a"), 1040);
        assertFalse(requests.rested(waiting("a"), 1039));
        assertTrue(requests.rested(waiting("a"), 1040));
        assertTrue(requests.rested(new WatchRequests.Waiting(1, "a", List.of(), Inquiry.Watch.NOTHING), 1039));
        requests.hurry();
        assertTrue(requests.rested(waiting("a"), 1039));
    }

    private static WatchRequests.Waiting waiting(String panel) {
        return new WatchRequests.Waiting(1, panel, List.of(), 7);
    }
}
