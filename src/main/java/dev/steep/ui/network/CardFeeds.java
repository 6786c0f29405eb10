package dev.steep.ui.network;

import dev.steep.protocol.Report;
import dev.steep.protocol.look.Look;
import dev.steep.ui.state.Lab;
import dev.steep.ui.state.PictureFeed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Keeps the cards of a row up to date: their pictures, and the lines below them, each kind asked for by itself since some take long. */
final class CardFeeds {
    private final Lab lab;
    private final CardRow row;
    private final PictureFeed pictures;
    private final PictureFeed zeros;
    private final PictureFeed norms;
    private final PictureFeed found;
    private int step;
    private boolean training;

    CardFeeds(Lab lab, CardRow row) {
        this.lab = lab;
        this.row = row;
        pictures = new PictureFeed(lab, "network", this::looks, this::draw);
        zeros = new PictureFeed(
                lab, "zeros", () -> zeros().stream().map(ZerosLine::look).toList(), this::drawZeros);
        norms = new PictureFeed(
                lab,
                "norms-of-cards",
                () -> norms().stream().map(NormsLine::look).toList(),
                picture -> draw(norms(), picture, NormsLine::draw));
        found = new PictureFeed(
                lab,
                "found-on-cards",
                () -> found().stream().map(FoundNumbers::look).toList(),
                picture -> draw(found(), picture, FoundNumbers::draw));
    }

    /** Starts, or starts again because there are other cards. */
    void start() {
        pictures.start();
        drawZeros(List.of());
        zeros.start();
        norms().forEach(line -> line.draw(new float[0]));
        norms.start();
        found.start();
    }

    void stop() {
        pictures.stop();
        zeros.stop();
        norms.stop();
        found.stop();
    }

    /** Draws the pictures again, because colours have changed. */
    void redraw() {
        pictures.redraw();
    }

    /** Counts of a run that was taken back are forgotten; one that is still to come says when it comes. */
    void progressed(Report.Progress progress) {
        boolean back = progress.step() < step;
        boolean turned = training != lab.training();
        step = progress.step();
        training = lab.training();
        if (back) {
            norms.forget();
            zeros.forget();
            found.forget();
        } else if (turned) {
            zeros().forEach(line -> line.training(training));
        }
    }

    private List<Look> looks() {
        List<Look> looks = new ArrayList<>();
        glimpses().forEach(glimpse -> looks.addAll(glimpse.looks()));
        return looks;
    }

    private void draw(Report.Picture picture) {
        List<float[]> numbers = picture.numbers();
        row.placeShortcuts();
        row.input().ifPresent(card -> card.shown(picture.moment()));
        int at = 0;
        for (CardPicture glimpse : glimpses()) {
            int count = glimpse.looks().size();
            if (count > 0) {
                glimpse.draw(numbers.subList(at, at + count));
                at += count;
            }
        }
    }

    private List<CardPicture> glimpses() {
        List<CardPicture> glimpses = new ArrayList<>();
        row.input().ifPresent(card -> glimpses.add(card.glimpse()));
        row.layers().forEach(card -> glimpses.addAll(card.glimpses()));
        return glimpses;
    }

    private List<ZerosLine> zeros() {
        return row.layers().stream().flatMap(card -> card.zeros().stream()).toList();
    }

    private List<NormsLine> norms() {
        return row.layers().stream().flatMap(card -> card.norms().stream()).toList();
    }

    private List<FoundNumbers> found() {
        return row.layers().stream().flatMap(card -> card.found().stream()).toList();
    }

    private void drawZeros(Report.Picture picture) {
        drawZeros(picture.numbers());
    }

    /** @param numbers for each of them; for none while nothing is known */
    private void drawZeros(List<float[]> numbers) {
        List<ZerosLine> lines = zeros();
        for (int i = 0; i < lines.size(); i++) {
            lines.get(i).draw(i < numbers.size() ? numbers.get(i) : new float[0], lab.training());
        }
    }

    private static <T> void draw(List<T> lines, Report.Picture picture, BiConsumer<T, float[]> line) {
        for (int i = 0; i < lines.size() && i < picture.numbers().size(); i++) {
            line.accept(lines.get(i), picture.numbers().get(i));
        }
    }
}
