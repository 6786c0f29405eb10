// ConvNetJS: samples go through one by one, and every 32nd updates the weights.
importScripts('peer.js');
self.window = self;
importScripts('node_modules/convnetjs/build/convnet.js');

const NETWORKS = {
  'w1': [
    {type: 'input', out_sx: 1, out_sy: 1, out_depth: 2},
    {type: 'fc', num_neurons: 8, activation: 'tanh'},
    {type: 'fc', num_neurons: 8, activation: 'tanh'},
    {type: 'regression', num_neurons: 1},
  ],
  'w2': [
    {type: 'input', out_sx: 1, out_sy: 1, out_depth: 784},
    {type: 'fc', num_neurons: 128, activation: 'relu'},
    {type: 'softmax', num_classes: 10},
  ],
  'w3': [
    {type: 'input', out_sx: 28, out_sy: 28, out_depth: 1},
    {type: 'conv', sx: 3, filters: 8, stride: 1, pad: 1, activation: 'relu'},
    {type: 'pool', sx: 2, stride: 2},
    {type: 'conv', sx: 3, filters: 16, stride: 1, pad: 1, activation: 'relu'},
    {type: 'pool', sx: 2, stride: 2},
    {type: 'fc', num_neurons: 64, activation: 'relu'},
    {type: 'softmax', num_classes: 10},
  ],
};

// This version has no Adam. Its nearest relative here, RMSprop under another name, keeps one moment instead of two.
const METHODS = {'w1': 'sgd', 'w2-sgd': 'sgd', 'w2-adam': 'windowgrad', 'w3': 'windowgrad'};

serve((name, {data, samples, batch, rate}) => {
  const layers = NETWORKS[name.slice(0, 2)];
  const net = new convnetjs.Net();
  net.makeLayers(layers);
  const trainer =
      new convnetjs.Trainer(net, {method: METHODS[name], learning_rate: rate, momentum: 0, batch_size: batch});
  const {out_sx, out_sy, out_depth} = layers[0];
  const rows = data(samples);
  // One volume for all of them is faster than one for each, which would leave the cache.
  const volume = new convnetjs.Vol(out_sx, out_sy, out_depth, 0);
  let at = 0;
  return () => {
    let loss = 0;
    for (let i = 0; i < batch; i++) {
      const {x, y} = rows[at++ % rows.length];
      volume.w.set(x);
      loss += trainer.train(volume, name === 'w1' ? [y] : y).loss;
    }
    return {samples: batch, loss: loss / batch};
  };
});
