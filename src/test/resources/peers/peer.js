// What all contenders share, inside the worker of one: the data, and the loop that is measured.
//
// A contender is a function `contender(workload)`. It returns `train`, which does a whole number of training steps
// (forward, backward, update) and returns {samples, loss}: how many samples they took, and the loss of one of them.

/** The three tasks, as the lab's own benchmark states them. */
const WORKLOADS = {
  'w1': {data: plane, samples: 500, batch: 10, rate: 0.03},
  'w2-sgd': {data: images, samples: 640, batch: 32, rate: 0.01},
  'w2-adam': {data: images, samples: 640, batch: 32, rate: 0.001},
  'w3': {data: images, samples: 640, batch: 32, rate: 0.001},
};

/** Mulberry32: every contender sees the same numbers, and learns something. */
function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), seed | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Points {x: [a, b], y}: y is 1 inside a circle and -1 outside. */
function plane(count) {
  const next = random(1);
  return Array.from({length: count}, () => {
    const x = [2 * next() - 1, 2 * next() - 1];
    return {x, y: Math.hypot(x[0], x[1]) < 0.7 ? 1 : -1};
  });
}

/** Images {x: 784 numbers, y}: those of a class y share the fifth of their pixels that is bright, save for some noise. */
function images(count) {
  const next = random(2);
  const classes = Array.from({length: 10}, () => Array.from({length: 784}, () => next() < 0.2 ? 1 : 0));
  return Array.from({length: count}, (_, i) => {
    const y = i % 10;
    return {x: Float32Array.from(classes[y], pixel => next() < 0.1 ? next() : pixel), y};
  });
}

/** A slice of the measurement, in milliseconds, as long as the lab's own. */
const SLICE = 10;

/** Trains for about this long. As in the lab the median of short slices counts, most of which nothing else interrupts. */
async function run(train, ms) {
  const rates = [];
  const start = performance.now();
  let now = start, loss = NaN;
  while (now - start < ms || rates.length < 3) {
    const from = now;
    let samples = 0;
    while (now - from < SLICE) {
      const done = await train();
      samples += done.samples;
      loss = done.loss;
      now = performance.now();
    }
    rates.push(1000 * samples / (now - from));
  }
  rates.sort((a, b) => a - b);
  return {samplesPerSecond: rates[rates.length >> 1], loss};
}

/** Serves the page: {workload} prepares and warms up, {ms} measures. */
function serve(contender) {
  let train;
  onmessage = async ({data}) => {
    try {
      if (data.workload) {
        train = await contender(data.workload, WORKLOADS[data.workload]);
        postMessage({first: (await train()).loss, ...await run(train, data.ms)});
      } else {
        await run(train, data.ms / 3);
        postMessage(await run(train, data.ms));
      }
    } catch (e) {
      postMessage({error: String(e)});
    }
  };
}
