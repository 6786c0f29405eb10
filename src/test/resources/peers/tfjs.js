// TensorFlow.js by its operations, which are as fast as its layers or faster; tfjs.js?cpu and tfjs.js?wasm name the back end.
importScripts('peer.js');
importScripts('node_modules/@tensorflow/tfjs/dist/tf.min.js');
importScripts('node_modules/@tensorflow/tfjs-backend-wasm/dist/tf-backend-wasm.min.js');

/** Weights of this shape, as wide as suits their fan-in. */
function weights(...shape) {
  const fan = shape.slice(0, -1).reduce((a, b) => a * b);
  return tf.variable(tf.randomNormal(shape, 0, 1 / Math.sqrt(fan)));
}

function dense(inputs, units, activation) {
  const w = weights(inputs, units);
  const b = tf.variable(tf.zeros([units]));
  return x => tf.fused.matMul({a: x, b: w, bias: b, activation});
}

function conv(inputs, filters) {
  const w = weights(3, 3, inputs, filters);
  const b = tf.variable(tf.zeros([filters]));
  return x => tf.relu(tf.add(tf.conv2d(x, w, 1, 'same'), b));
}

const pool = x => tf.maxPool(x, 2, 2, 'valid');
const flat = x => tf.reshape(x, [x.shape[0], 784]);
const NETWORKS = {
  'w1': () => [dense(2, 8, 'linear'), tf.tanh, dense(8, 8, 'linear'), tf.tanh, dense(8, 1, 'linear'), tf.tanh],
  'w2': () => [flat, dense(784, 128, 'relu'), dense(128, 10, 'linear')],
  'w3': () => [conv(1, 8), pool, conv(8, 16), pool, flat, dense(784, 64, 'relu'), dense(64, 10, 'linear')],
};

/** All batches, ready to be used. */
function batches(plane, rows, size) {
  const all = [];
  for (let i = 0; i < rows.length; i += size) {
    const some = rows.slice(i, i + size);
    const y = some.map(row => row.y);
    all.push({
      x: tf.tensor(some.flatMap(row => [...row.x]), plane ? [size, 2] : [size, 28, 28, 1]),
      y: plane ? tf.tensor(y, [size, 1]) : tf.oneHot(tf.tensor1d(y, 'int32'), 10),
    });
  }
  return all;
}

serve(async (name, {data, samples, batch, rate}) => {
  tf.enableProdMode();
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  tf.wasm.setWasmPaths(new URL('node_modules/@tensorflow/tfjs-backend-wasm/dist/', location).href);
  await tf.setBackend(location.search.slice(1));
  const plane = name === 'w1';
  const layers = NETWORKS[name.slice(0, 2)]();
  const loss = plane ? tf.losses.meanSquaredError : tf.losses.softmaxCrossEntropy;
  const optimizer = plane || name === 'w2-sgd' ? tf.train.sgd(rate) : tf.train.adam(rate);
  const all = batches(plane, data(samples), batch);
  let at = 0;
  return async () => {
    const {x, y} = all[at++ % all.length];
    const mean = optimizer.minimize(() => loss(y, layers.reduce((sum, layer) => layer(sum), x)), true);
    const [value] = await mean.data();
    mean.dispose();
    return {samples: batch, loss: value};
  };
});
