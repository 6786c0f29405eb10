package dev.steep.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.math.Shape;
import dev.steep.network.loss.Task;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.RecipeText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {
    @Test
    void looksAsInKeras() {
        Plan plan = Plan.of(Sketch.digits(
                "Conv2D(32,3,activation=relu)", "AveragePooling2D", "Flatten", "Dropout(0.5)", "Dense(10,softmax)"));
        assertEquals("""
                Model: "sequential"
                ┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━┓
                ┃ Layer (type)                    ┃ Output Shape           ┃       Param # ┃
                ┡━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━┩
                │ conv2d (Conv2D)                 │ (None, 26, 26, 32)     │           320 │
                ├─────────────────────────────────┼────────────────────────┼───────────────┤
                │ average_pooling2d               │ (None, 13, 13, 32)     │             0 │
                │ (AveragePooling2D)              │                        │               │
                ├─────────────────────────────────┼────────────────────────┼───────────────┤
                │ flatten (Flatten)               │ (None, 5408)           │             0 │
                ├─────────────────────────────────┼────────────────────────┼───────────────┤
                │ dropout (Dropout)               │ (None, 5408)           │             0 │
                ├─────────────────────────────────┼────────────────────────┼───────────────┤
                │ dense (Dense)                   │ (None, 10)             │        54,090 │
                └─────────────────────────────────┴────────────────────────┴───────────────┘
                 Total params: 54,410 (212.54 KB)
                 Trainable params: 54,410 (212.54 KB)
                 Non-trainable params: 0 (0.00 B)
                """, Summary.of(plan));
    }

    /** As Keras 3.15 prints it. */
    @Test
    void movingStatisticsAndFrozenLayersAreNotTrainable() {
        Design design = Sketch.numbers(Shape.of(3), 1, "Dense(4,tanh)", "BatchNormalization", "Dense(1)");
        List<String> lines = Summary.of(Plan.of(design)).lines().skip(11).toList();
        assertEquals(
                List.of(
                        " Total params: 37 (148.00 B)",
                        " Trainable params: 29 (116.00 B)",
                        " Non-trainable params: 8 (32.00 B)"),
                lines);
        List<String> frozen = Summary.of(Sketch.frozen(design, List.of(0, 1)))
                .lines()
                .skip(12)
                .toList();
        assertEquals(List.of(" Trainable params: 5 (20.00 B)", " Non-trainable params: 32 (128.00 B)"), frozen);
    }

    @Test
    void connectionsAreThoseOfKeras() {
        Plan plan = Plan.of(Sketch.numbers(
                Shape.of(4, 5, 2),
                2,
                "Conv2D(2,3,padding=same,activation=tanh)",
                "Conv2D(2,3,padding=same)",
                "Add(from=conv2d)",
                "Concatenate(1,from=conv2d)",
                "Flatten",
                "Dense(2)"));
        assertEquals("""
                Model: "functional"
                ┏━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━┓
                ┃ Layer (type)        ┃ Output Shape      ┃    Param # ┃ Connected to      ┃
                ┡━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━┩
                │ input_layer         │ (None, 4, 5, 2)   │          0 │ -                 │
                │ (InputLayer)        │                   │            │                   │
                ├─────────────────────┼───────────────────┼────────────┼───────────────────┤
                │ conv2d (Conv2D)     │ (None, 4, 5, 2)   │         38 │ input_layer[0][0] │
                ├─────────────────────┼───────────────────┼────────────┼───────────────────┤
                │ conv2d_1 (Conv2D)   │ (None, 4, 5, 2)   │         38 │ conv2d[0][0]      │
                ├─────────────────────┼───────────────────┼────────────┼───────────────────┤
                │ add (Add)           │ (None, 4, 5, 2)   │          0 │ conv2d_1[0][0],   │
                │                     │                   │            │ conv2d[0][0]      │
                ├─────────────────────┼───────────────────┼────────────┼───────────────────┤
                │ concatenate         │ (None, 8, 5, 2)   │          0 │ add[0][0],        │
                │ (Concatenate)       │                   │            │ conv2d[0][0]      │
                ├─────────────────────┼───────────────────┼────────────┼───────────────────┤
                │ flatten (Flatten)   │ (None, 80)        │          0 │ concatenate[0][0] │
                ├─────────────────────┼───────────────────┼────────────┼───────────────────┤
                │ dense (Dense)       │ (None, 2)         │        162 │ flatten[0][0]     │
                └─────────────────────┴───────────────────┴────────────┴───────────────────┘
                 Total params: 238 (952.00 B)
                 Trainable params: 238 (952.00 B)
                 Non-trainable params: 0 (0.00 B)
                """, Summary.of(plan));
    }

    @Test
    void brokenLayersHaveAQuestionMark() {
        String text = Summary.of(Plan.of(Sketch.numbers(Shape.of(3), 1, "Dense(2)", "MaxPooling2D")));
        assertEquals(
                "│ max_pooling2d (MaxPooling2D)    │ ?                      │             ? │",
                text.lines().skip(6).findFirst().orElseThrow());
        assertEquals(
                " Total params: 8 (32.00 B)", text.lines().skip(8).findFirst().orElseThrow());
    }

    /** {@code summary/golden.py} has real Keras write them: a link's layers and optimizer, the summary before training and after. */
    @Test
    void equalsThatOfRealKeras() throws IOException {
        String file;
        try (InputStream stream = getClass().getResourceAsStream("/summary/keras.txt")) {
            file = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<String> wrong = new ArrayList<>();
        int count = 0;
        for (String section : file.substring(2).split("\n# ")) {
            String link = section.substring(0, section.indexOf('\n'));
            int built = section.indexOf("\n## ");
            Recipe recipe = RecipeText.read("1/" + link).recipe();
            boolean image = link.startsWith("Conv2D") || link.startsWith("Flatten");
            Plan plan = Plan.of(new Design(
                    image ? Shape.of(28, 28, 1) : Shape.of(2),
                    new Task.Regression(10),
                    recipe.layers(),
                    recipe.loss(),
                    recipe.optimizer(),
                    1));
            String before = section.substring(link.length() + 1, built) + "\n";
            String after =
                    section.substring(section.indexOf('\n', built + 1) + 1).stripTrailing() + "\n";
            if (!before.equals(Summary.of(plan))) {
                wrong.add(before + Summary.of(plan));
            }
            if (!after.equals(Summary.trained(plan))) {
                wrong.add(link + after + Summary.trained(plan));
            }
            count++;
        }
        assertEquals(List.of(), wrong);
        assertTrue(count > 9, "" + count);
    }
}
