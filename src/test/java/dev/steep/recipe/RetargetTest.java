package dev.steep.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetargetTest {
    private static final String CLASSES =
            "1/data=file(t.csv)/prepare(standardise)/Dense(7,relu,name=mine)/Dense(3,softmax,kernel_initializer=zeros)";

    private static final String NUMBERS = "1/data=file(t.csv)/prepare(standardise,target=standardise)"
            + "/Dense(7,relu,name=mine)/Dense(1,kernel_initializer=zeros)/loss=mean_squared_error"
            + "/metrics=mean_absolute_error";

    @Test
    void numbersGetALinearUnitTheirLossTheirMetricAndAScale() {
        Retarget to = Retarget.of(recipe(CLASSES), 3, 0);
        assertEquals(recipe(NUMBERS), to.recipe());
        assertEquals(
                "dense has 1 unit, linear; the loss is mean_squared_error; mean_absolute_error is measured;"
                        + " the target is rescaled for training",
                to.said());
    }

    @Test
    void classesGetASoftmaxTheirLossAndTheirAccuracy() {
        Retarget to = Retarget.of(recipe(NUMBERS), 0, 3);
        assertEquals(recipe(CLASSES), to.recipe());
        assertEquals(
                "dense has 3 units, softmax; the loss is categorical_crossentropy; accuracy is measured", to.said());
    }

    @Test
    void otherNumbersChangeNothing() {
        assertEquals(new Retarget(recipe(NUMBERS), ""), Retarget.of(recipe(NUMBERS), 0, 0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Dense(3,softmax); 3; 2; Dense(2,softmax)",
                "Dense(1,sigmoid)/loss=binary_crossentropy; 2; 2; Dense(1,sigmoid)/loss=binary_crossentropy",
                "Dense(1,sigmoid)/loss=binary_crossentropy; 2; 4; Dense(4,softmax)",
                "Dense(3)/Activation(softmax); 3; 0; Dense(1)/loss=mse/metrics=mae/prepare(target=standardise)",
                "Dense(3,softmax)/loss=mse; 3; 0; Dense(1)/loss=mse/metrics=mae/prepare(target=standardise)",
                "Dense(1)/loss=huber; 0; 0; Dense(1)/loss=huber/metrics=mae",
                "Dense(9,relu)/BatchNormalization; 3; 0; Dense(9,relu)/BatchNormalization/Dense(1)/loss=mse/metrics=mae"
                        + "/prepare(target=standardise)",
                "Dense(3,softmax)/metrics=(precision,auc); 3; 0; Dense(1)/loss=mse/metrics=mae/prepare(target=standardise)",
                "Dense(1)/loss=mse/metrics=(mae,r2_score); 0; 2; Dense(2,softmax)",
                "''; 2; 3; Dense(3,softmax)",
            })
    void theLastLayerAndWhatGoesWithItFollow(String before, int was, int is, String after) {
        assertEquals(
                recipe("1/data=file(t.csv)/" + after),
                Retarget.of(recipe("1/data=file(t.csv)/" + before), was, is).recipe());
    }

    @Test
    void callbackThatWatchesWhatIsGoneWatchesTheLoss() {
        Recipe before = recipe(CLASSES + "/callbacks=EarlyStopping(val_accuracy,mode=max,patience=3)");
        Retarget to = Retarget.of(before, 3, 0);
        assertEquals(recipe(NUMBERS + "/callbacks=EarlyStopping(val_loss,patience=3)"), to.recipe());
        assertTrue(to.said().contains("EarlyStopping watches the loss"), to.said());
    }

    @Test
    void callbackThatWatchesNothingStays() {
        Recipe before = recipe(CLASSES + "/callbacks=(CSVLogger(separator=;),ModelCheckpoint(val_accuracy,true))");
        assertEquals(
                recipe(NUMBERS + "/callbacks=(CSVLogger(separator=;),ModelCheckpoint(val_loss,true))"),
                Retarget.of(before, 3, 0).recipe());
    }

    @Test
    void thereAndBackIsTheSame() {
        IntStream.rangeClosed(2, 9).forEach(classes -> {
            Recipe before = Presets.fitting(recipe(CLASSES), false, classes, true);
            Recipe there = Retarget.of(before, classes, 0).recipe();
            assertEquals(before, Retarget.of(there, 0, classes).recipe());
            assertEquals(Presets.fitting(recipe(CLASSES), false, 1, false), there);
        });
    }

    private static Recipe recipe(String link) {
        Reading reading = RecipeText.read(link);
        assertEquals(java.util.List.of(), reading.notices());
        return reading.recipe();
    }
}
