package dev.steep.e2e;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a page of the lab shows at one moment, found by the attributes that every picture of numbers has. */
final class Drawn {
    private static final String LOOK = """
            () => {
                const text = bytes => {
                    let s = '';
                    for (let i = 0; i < bytes.length; i += 32768)
                        s += String.fromCharCode(...bytes.subarray(i, i + 32768));
                    return btoa(s);
                };
                const pixels = c => text(c.getContext('2d').getImageData(0, 0, c.width, c.height).data);
                const seen = e => e.getClientRects().length > 0;
                const all = (root, selector) => [...root.querySelectorAll(selector)];
                const words = e => e ? e.textContent : '';
                const place = (e, of) => { const r = e.getBoundingClientRect(), o = of.getBoundingClientRect();
                    const k = of.width / o.width;
                    return [r.left - o.left, r.top - o.top, r.width, r.height].map(x => x * k); };
                const read = {
                    bars: e => all(e, '.bar-row').map(row => [words(row.querySelector('.bar-figure')),
                        row.querySelector('.bar-fill').hidden ? '' : row.querySelector('.bar-fill').style.width,
                        row.classList.contains('best') ? 'best' : '']),
                    numbers: e => all(e, 'tbody td').map(words).filter(Boolean),
                    confusion: e => all(e, '.confusion-matrix td, .class-scores td').map(words).concat(words(e.querySelector('.confusion-note'))),
                    predictions: e => all(e, '.prediction').map(b => [b.title, words(b.querySelector('.prediction-words')),
                        b.classList.contains('wrong') ? 'wrong' : '']),
                    fit: e => { const c = e.querySelector('canvas');
                        return c ? place(e.querySelector('.u-over'), c) : []; }
                };
                read.roc = e => all(e, '.chart-title').map(words).concat(words(e.parentElement.querySelector('.roc-words')));
                read.pca = e => [words(e.parentElement.querySelector('.pca-axis'))];
                read.probabilities = read.bars;
                    read.answer = read.bars;
                    read.zeros = e => [words(e)];
                read.norms = e => all(e, 'td').map(td => words(td.querySelector('.norms-figure') || td));
                read.mistakes = read.predictions;
                read.reconstructions = read.predictions;
                read.samples = e => all(e, '.sample-tile').map(b => [b.title,
                    b.querySelector('canvas') ? pixels(b.querySelector('canvas')) : words(b.closest('tr'))]);
                read.sample = e => [words(e.querySelector('.sheet-said'))].concat(
                    e.querySelector('.sheet-picture canvas') ? [pixels(e.querySelector('.sheet-picture canvas'))] : []);
                read.points = e => [words(e.parentElement.querySelector('.confusion-note'))].concat(
                    all(e.parentElement, 'tbody td').map(words));
                read.spread = e => all(e.parentElement, 'tbody td').map(words).concat(all(e, 'rect title').map(words));
                read.correlation = e => all(e, 'tbody td').map(words);
                read['class-counts'] = e => all(e, 'tbody td:not(.classes-bar)').map(words);
                read.means = e => all(e, 'canvas').map(pixels);
                const numbered = e => [+e.dataset.unit];
                read.neurons = e => all(e, '.neuron').map(b => numbered(b).concat(words(b.querySelector('span'))));
                read['neuron-planes'] = e => all(e, '.neuron').map(b => numbered(b).concat(
                    pixels(b.querySelector('canvas')), e.classList.contains('shares')));
                read.wires = e => e.hidden ? [] : all(e, '.wire').map(w => [+w.dataset.index, +w.getAttribute('stroke-width'),
                    w.classList.contains('below'), +e.dataset.most]);
                read.volume = e => e.classList.contains('dropping') ? [] : all(e, 'canvas').reverse().map(pixels);
                const canvas = e => e.tagName === 'CANVAS' ? e : e.querySelector('.u-wrap canvas');
                return {
                    dark: document.documentElement.dataset.bsTheme === 'dark',
                    input: words([...document.querySelectorAll('.layer-head span')].filter(seen)[0] || document.querySelector('.gallery-caption')),
                    gallery: words(document.querySelector('.gallery-caption')),
                    epoch: words(document.querySelector('.epoch-now')),
                    table: all(document, '#result-curves tbody tr').map(row => all(row, 'td').map(words)),
                    notes: all(document, '.predictions').filter(seen)
                        .filter(e => seen(e.querySelector('[data-picture=predictions]')))
                        .map(e => [words(e.querySelector('.chart-note'))].concat(['.wrong', '.unsaid', ''].map(which =>
                            all(e, '[data-picture=predictions] .prediction' + which).length))),
                    slider: words(document.querySelector('.epoch-slider:not([hidden]) .epoch-shown')),
                    summary: words(document.querySelector('.result-head .panel-note')),
                    train: words(document.querySelector('.train > span:last-child')),
                    speed: words(document.querySelector('.speed')),
                    scores: all(document, '.test-scores dd').map(words),
                    pictures: all(document, '[data-picture]').filter(seen).map(e => ({
                        kind: e.dataset.picture, wish: e.dataset.wish,
                        width: canvas(e) ? canvas(e).width : 0, height: canvas(e) ? canvas(e).height : 0,
                        pixels: canvas(e) ? pixels(canvas(e)) : '',
                        cells: read[e.dataset.picture] ? read[e.dataset.picture](e) : []})),
                    tiles: all(document, '.tile, .prediction').filter(seen).filter(b => b.querySelector('canvas'))
                        .map(b => [b.title, pixels(b.querySelector('canvas'))]),
                    strangers: all(document, 'canvas').filter(seen).filter(c => !c.dataset.picture && !c.matches('.scale-ramp, .pad-sheet')
                        && !c.closest('.neuron, .volume, .pass-tile, .boundary-model, .tile, .prediction, .sample-tile, .sheet-picture, .scatter-main, .classes-means, .u-wrap, .gallery-plane, .layer-card[data-part=data], .grid-panel')).length
                };
            }""";

    /** An element that shows numbers of the worker. */
    record Picture(String kind, String look, int width, int height, byte[] pixels, List<Object> cells) {
        /** The colour of a pixel, 0xRRGGBB; nothing if it is transparent. */
        Optional<Integer> colour(int x, int y) {
            int at = 4 * (y * width + x);
            return pixels[at + 3] == 0
                    ? Optional.empty()
                    : Optional.of((pixels[at] & 255) << 16 | (pixels[at + 1] & 255) << 8 | pixels[at + 2] & 255);
        }

        @Override
        public String toString() {
            return kind + " (" + look + ")";
        }
    }

    private final Map<String, Object> seen;

    @SuppressWarnings("unchecked") // of JavaScript, a plain object
    private Drawn(Object seen) {
        this.seen = (Map<String, Object>) seen;
    }

    static Drawn on(LabPage lab) {
        return new Drawn(lab.page().evaluate(LOOK));
    }

    boolean dark() {
        return (Boolean) seen.get("dark");
    }

    String words(String name) {
        return seen.get(name).toString();
    }

    List<?> list(String name) {
        return (List<?>) seen.get(name);
    }

    /** Canvases that say nothing of what they show. */
    int strangers() {
        return (Integer) seen.get("strangers");
    }

    @SuppressWarnings("unchecked") // of JavaScript, plain objects
    List<Picture> pictures() {
        List<Picture> pictures = new ArrayList<>();
        for (Object each : list("pictures")) {
            Map<String, Object> one = (Map<String, Object>) each;
            pictures.add(new Picture(
                    (String) one.get("kind"),
                    (String) one.get("wish"),
                    (Integer) one.get("width"),
                    (Integer) one.get("height"),
                    bytes(one.get("pixels")),
                    (List<Object>) one.get("cells")));
        }
        return pictures;
    }

    static byte[] bytes(Object base64) {
        return Base64.getDecoder().decode((String) base64);
    }

    static float[] floats(Object base64) {
        var floats =
                ByteBuffer.wrap(bytes(base64)).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        float[] values = new float[floats.remaining()];
        floats.get(values);
        return values;
    }
}
