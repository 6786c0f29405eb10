package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a script hands over, each call of {@code window.steep} is answered soon, and the lab goes on. */
@Tag("alone")
class HostileCallsIT {
    private static final String TINY = "1/data=digits(100)/Flatten/Dense(10,softmax)/fit(20)";

    /** Each takes the place of every argument, and of everything that an argument is made of. */
    private static final String VALUES = """
            window.values = () => {
                const cycle = {}; cycle.layers = [cycle]; cycle.self = cycle;
                const ring = []; ring.push(ring);
                let tree = [1]; for (let i = 0; i < 60; i++) tree = [tree, tree];
                let plant = {}; for (let i = 0; i < 60; i++) plant = {a: plant, b: plant};
                const detached = new Float32Array(8); structuredClone(detached, {transfer: [detached.buffer]});
                const revoked = Proxy.revocable({}, {}); revoked.revoke();
                return {
                    billion: {length: 1e9}, many: {length: 6e7}, endless: {length: Infinity}, odd: {length: NaN},
                    negative: {length: -1}, half: {length: 1.5}, lengthText: {length: '3'}, sparse: new Array(4e9),
                    throws: {get length() { throw new Error('mine'); }, get x() { throw new Error('mine'); }},
                    trap: new Proxy([], {get() { throw new Error('mine'); }}),
                    long: new Proxy([], {get: (list, name) => name === 'length' ? 1e9 : list[name]}),
                    revoked: revoked.proxy, cycle, ring, tree, plant, detached,
                    shared: new Float32Array(new SharedArrayBuffer(8)), view: new DataView(new ArrayBuffer(8)),
                    big: new BigInt64Array(2), bigs: [1n, 2n], symbols: [Symbol('a')], buffer: new ArrayBuffer(8),
                    symbol: Symbol('b'), bigint: 12n, nan: NaN, infinite: Infinity, minus: -0, tiny: 1e-300, huge: 1e12,
                    empty: '', text: 'x'.repeat(1e6), half16: '\\ud800', bare: Object.create(null), f: () => 1,
                    promise: new Promise(() => {}), date: new Date(NaN), json: {toJSON() { return cycle; }},
                    nested: [[1], [[2, [3]]]], nulls: [null, undefined], texts: ['a', 'b'],
                    notBlob: {arrayBuffer: () => new Promise(() => {}), name: 'a.csv', size: 3},
                    bigBlob: new Blob(Array(300).fill(new Uint8Array(1 << 20))),
                };
            };
            window.calls = name => {
                const way = {
                    load: [v => [v], v => ['1/data=xor', v], v => [{layers: v}], v => [{data: {name: v}, fit: v}]],
                    recipe: [v => [v]],
                    loadFile: [v => [v, 'a.csv'], v => [new Blob(['a,b\\n1,2\\n3,4']), v]],
                    loadFiles: [v => [v], v => [[v]], v => [[{blob: v, name: 'a.csv'}]], v => [[{blob: new Blob(['a']), name: v}]]],
                    setData: [v => [v], v => [{x: v, xShape: [2, 1], y: [0, 1]}], v => [{x: [1, 2], xShape: v, y: [0, 1]}],
                        v => [{x: [1, 2], xShape: [2, 1], y: v}], v => [{x: [1, 2], xShape: [2, 1], y: [0, 1], yShape: v}],
                        v => [{x: [1, 2], xShape: [2, 1], y: [0, 1], classes: v}]],
                    train: [v => [{steps: v ?? 1}], v => [{epochs: v ?? 1}], v => [{steps: 1, seconds: v}]],
                    tensor: [v => [v]], setTensor: [v => [v, [1]], v => ['dense/bias', v]],
                    predict: [v => [v, 1], v => [new Float32Array(784), v]],
                    bench: [v => [v], v => ['w1', {ms: v}], v => ['w1', {ms: 1, backend: v}]],
                    on: [v => [v, () => {}], v => ['epoch', v]],
                };
                return way[name] ?? [v => [v]];
            };
            0""";

    @ParameterizedTest
    @EnumSource
    void everyCallIsAnsweredSoon(Build build) {
        try (LabPage lab = LabPage.open(build)) {
            lab.eval("steep.ready");
            lab.eval(VALUES);
            int tried = 0;
            for (Object name :
                    (List<?>) lab.eval("Object.keys(steep).filter(name => typeof steep[name] === 'function')")) {
                lab.call("load", TINY);
                Map<?, ?> slow = (Map<?, ?>) lab.eval("""
                        (async name => {
                            const wrong = {};
                            let tried = 0;
                            for (const [i, way] of calls(name).entries()) {
                                for (const [kind, value] of Object.entries(values())) {
                                    const start = performance.now();
                                    const end = new Promise(r => setTimeout(r, 15000, 'no answer'));
                                    const made = (async () => steep[name](...way(value)))();
                                    const blocked = performance.now() - start;
                                    const call = made.then(() => 'ok', e =>
                                        e instanceof Error && typeof e.message === 'string' && e.message.length < 2000
                                            && !/Exception|java\\./.test(e.message) ? 'ok' : 'refused with ' + String(e));
                                    const answer = await Promise.race([call, end]);
                                    if (answer !== 'ok' || blocked > 3000) {
                                        wrong[name + ' ' + i + ' ' + kind] = answer + ', blocked for ' + blocked;
                                    }
                                    tried++;
                                    await Promise.race([steep.pause(), end]);
                                }
                            }
                            return {wrong, tried};
                        })('%s')""".formatted(name));
                assertEquals(Map.of(), slow.get("wrong"));
                tried += (Integer) slow.get("tried");
            }
            assertTrue(tried > 1000, tried + " calls");
            lab.call("load", TINY);
            assertEquals(4, lab.eval("steep.train({steps: 4}).then(() => steep.stepLosses()).then(l => l.length)"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void manyMeasurementsAtOnceAreAnswered(Build build) {
        try (LabPage lab = LabPage.open(build)) {
            lab.eval("steep.ready");
            Object refused =
                    lab.eval("Promise.allSettled(Array.from({length: 500}, () => steep.bench('w1', {ms: 1e12})))"
                            + ".then(all => all.filter(each => each.status === 'rejected').length)");
            assertEquals(500, refused);
            Object most = lab.eval(
                    "Promise.race([Promise.all(Array.from({length: 500}, () => steep.bench('w3', {ms: 60000})))"
                            + ".catch(e => e.message), new Promise(r => setTimeout(r, 8000, 'no answer'))])");
            assertTrue(most.toString().contains("are waiting already"), most.toString());
        }
    }
}
