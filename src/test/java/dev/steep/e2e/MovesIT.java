package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.KeyboardModifier;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Layers dragged, moved by keys, duplicated, removed together, and copied and pasted as Keras code. */
class MovesIT {
    private static final String FOUR =
            "1/data=digits(100)/Conv2D(2,3,activation=relu)/MaxPooling2D/Flatten/Dense(10,softmax)";
    private static final String MOVED =
            FOUR.replace("Conv2D(2,3,activation=relu)/MaxPooling2D", "MaxPooling2D/Conv2D(2,3,activation=relu)");

    private static void is(LabPage lab, String recipe) {
        lab.waitFor("steep.recipe().then(text => text === '" + recipe + "')");
    }

    private static Locator head(LabPage lab, int place) {
        return lab.find("[data-focus=layer" + place + "]");
    }

    /** Where something is, as soon as it is there: cards are made anew when their network is. */
    private static BoundingBox box(Locator locator) {
        BoundingBox box;
        do {
            locator.waitFor();
            box = locator.boundingBox();
        } while (box == null);
        return box;
    }

    @ParameterizedTest
    @EnumSource
    void aCardIsDraggedByMouseAndKeysDoTheSame(Build build) {
        try (LabPage lab = LabPage.lent(build, FOUR)) {
            lab.waitFor("document.querySelectorAll('.layer-card').length === 5");
            BoundingBox from = box(head(lab, 0));
            BoundingBox to = box(lab.find(".layer-card").nth(2));
            Mouse mouse = lab.page().mouse();
            mouse.move(from.x + 10, from.y + 10);
            mouse.down();
            mouse.move(from.x + 40, from.y + 12);
            mouse.move(to.x + to.width + 4, to.y + 12);
            assertTrue(lab.find(".drop-mark").isVisible());
            mouse.up();
            is(lab, MOVED);
            lab.find("[role=status]").getByText("Moved conv2d to place 2 of 4.").waitFor();
            lab.waitFor("document.activeElement.dataset.focus === 'layer1'");
            lab.page().keyboard().press("Alt+ArrowLeft");
            is(lab, FOUR);
            lab.waitFor("document.activeElement.dataset.focus === 'layer0'");
            lab.page().keyboard().press("Alt+ArrowRight");
            is(lab, MOVED);
            lab.page().keyboard().press("Control+z");
            is(lab, FOUR);
            from = box(head(lab, 2));
            mouse.move(from.x + 8, from.y + 10);
            mouse.down();
            mouse.move(from.x - 100, from.y + 10);
            lab.page().keyboard().press("Escape");
            mouse.up();
            assertEquals(0, lab.find(".dragging, .drop-mark").count());
            is(lab, FOUR);
        }
    }

    @ParameterizedTest
    @EnumSource
    void severalAreDuplicatedRemovedAndComeBack(Build build) {
        try (LabPage lab = LabPage.lent(build, FOUR)) {
            Keyboard keys = lab.page().keyboard();
            head(lab, 0).click();
            head(lab, 1).click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
            assertEquals(2, lab.find(".layer-card.picked").count());
            keys.press("Control+d");
            is(lab, FOUR.replace("MaxPooling2D/", "MaxPooling2D/Conv2D(2,3,activation=relu)/MaxPooling2D/"));
            lab.waitFor("document.querySelectorAll('.layer-card.picked').length === 2");
            lab.waitFor("document.activeElement.dataset.focus === 'layer2'");
            keys.press("Delete");
            is(lab, FOUR);
            lab.waitFor(
                    "document.querySelectorAll('.layer-card').length === 5"); // drawn anew, some time after the recipe
            lab.waitFor("document.activeElement.dataset.focus === 'layer2'");
            keys.press("Shift+ArrowLeft");
            keys.press("Shift+ArrowLeft");
            assertEquals(3, lab.find(".layer-head[aria-pressed=true]").count());
            head(lab, 1).click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.CONTROL)));
            assertEquals(2, lab.find(".layer-card.picked").count());
            head(lab, 2).focus();
            keys.press("Delete");
            is(lab, "1/data=digits(100)/MaxPooling2D/Dense(10,softmax)");
            keys.press("Control+z");
            is(lab, FOUR);
        }
    }

    @ParameterizedTest
    @EnumSource
    void kerasCodeIsCopiedAndPasted(Build build) {
        try (LabPage lab = LabPage.lent(build, FOUR)) {
            Keyboard keys = lab.page().keyboard();
            head(lab, 0).click();
            keys.press("Shift+ArrowRight");
            String code = (String)
                    lab.eval("(() => { const event = new ClipboardEvent('copy', {clipboardData: new DataTransfer(),"
                            + " bubbles: true, cancelable: true}); document.activeElement.dispatchEvent(event);"
                            + " return event.clipboardData.getData('text/plain'); })()");
            assertEquals("layers.Conv2D(2, 3, activation=\"relu\"),\nlayers.MaxPooling2D(),\n", code);
            paste(lab, "keras.Sequential([keras.Input((28, 28, 1)),\nlayers.Dropout(0.5), layers.LSTM(3)])");
            is(lab, FOUR.replace("MaxPooling2D/", "MaxPooling2D/Dropout(0.5)/"));
            lab.find(".notice.trouble").getByText("There is no layer \"LSTM\"").waitFor();
            lab.find("[aria-label='More for the network']").click();
            lab.find(".palette-item").getByText("Paste Keras code").click();
            lab.find(".paste-field").fill("layers.Flatten()\nlayers.Dense(10, 'softmax')");
            lab.find(".paste-dialog").getByText("Replace the network").click();
            is(lab, "1/data=digits(100)/Flatten/Dense(10,softmax)");
            keys.press("Control+z");
            is(lab, FOUR.replace("MaxPooling2D/", "MaxPooling2D/Dropout(0.5)/"));
        }
    }

    private static void paste(LabPage lab, String text) {
        lab.page()
                .evaluate(
                        "text => { const data = new DataTransfer(); data.setData('text/plain', text);"
                                + " document.activeElement.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true,"
                                + " cancelable: true})); }",
                        text);
    }

    /** A finger that rests on a card drags it; one that moves at once swipes the row. */
    @ParameterizedTest
    @EnumSource
    void aFingerThatRestsDrags(Build build) {
        try (LabPage lab =
                LabPage.blank(new NewContextOptions().setViewportSize(390, 844).setHasTouch(true))) {
            lab.start(Site.shared(), "index.html?build=" + build.name + "#" + FOUR);
            lab.eval("steep.ready");
            lab.waitFor("document.querySelectorAll('.layer-card').length === 5");
            BoundingBox from = head(lab, 0).boundingBox();
            finger(lab, "pointerdown", from.x + 10, from.y + 10);
            lab.waitFor("document.querySelector('.dragging')");
            lab.eval("document.querySelector('.layer-row').scrollLeft = 400; 0");
            BoundingBox to = lab.find(".layer-card").nth(2).boundingBox();
            finger(lab, "pointermove", to.x + to.width + 30, to.y + 10);
            finger(lab, "pointerup", to.x + to.width + 30, to.y + 10);
            is(lab, MOVED);
        }
    }

    private static void finger(LabPage lab, String event, double x, double y) {
        lab.page()
                .evaluate(
                        "([type, x, y]) => { const row = document.querySelector('.layer-row');"
                                + " row.setPointerCapture = () => {};"
                                + " const target = type === 'pointerdown' ? document.querySelector('[data-focus=layer0]') : row;"
                                + " target.dispatchEvent(new PointerEvent(type, {pointerType: 'touch', pointerId: 7, isPrimary: true, clientX: x,"
                                + " clientY: y, bubbles: true, cancelable: true})); }",
                        List.of(event, x, y));
    }
}
