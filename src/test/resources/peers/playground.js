// TensorFlow Playground's way of training, written anew: a graph of nodes and links, each an object with its own
// accumulators; the samples go through one by one, and the weights are updated after each batch.
importScripts('peer.js');

const TANH = {
  value: x => Math.tanh(x),
  slope: x => {
    const y = TANH.value(x);
    return 1 - y * y;
  },
};
const SQUARE = {
  value: (y, target) => 0.5 * (y - target) ** 2,
  slope: (y, target) => y - target,
};

class Node {
  inputs = [];
  outputs = [];
  bias = 0.1;
  sum = 0;
  output = 0;
  slopeOfOutput = 0;
  slopeOfSum = 0;
  gradient = 0;
  count = 0;

  constructor(activation) {
    this.activation = activation;
  }

  forward() {
    this.sum = this.bias;
    for (let i = 0; i < this.inputs.length; i++) {
      const link = this.inputs[i];
      this.sum += link.weight * link.source.output;
    }
    return this.output = this.activation.value(this.sum);
  }
}

class Link {
  slope = 0;
  gradient = 0;
  count = 0;

  constructor(source, target, weight) {
    this.source = source;
    this.target = target;
    this.weight = weight;
    source.outputs.push(this);
    target.inputs.push(this);
  }
}

function network(sizes) {
  const next = random(3);
  const layers = sizes.map(size => Array.from({length: size}, () => new Node(TANH)));
  for (let i = 1; i < layers.length; i++) {
    for (const target of layers[i]) {
      for (const source of layers[i - 1]) {
        new Link(source, target, next() - 0.5);
      }
    }
  }
  return layers;
}

function forward(layers, x) {
  for (let i = 0; i < x.length; i++) {
    layers[0][i].output = x[i];
  }
  for (let l = 1; l < layers.length; l++) {
    for (let i = 0; i < layers[l].length; i++) {
      layers[l][i].forward();
    }
  }
  return layers[layers.length - 1][0].output;
}

function backward(layers, target) {
  const last = layers[layers.length - 1][0];
  last.slopeOfOutput = SQUARE.slope(last.output, target);
  for (let l = layers.length - 1; l > 0; l--) {
    const layer = layers[l];
    for (let i = 0; i < layer.length; i++) {
      const node = layer[i];
      node.slopeOfSum = node.slopeOfOutput * node.activation.slope(node.sum);
      node.gradient += node.slopeOfSum;
      node.count++;
    }
    for (let i = 0; i < layer.length; i++) {
      const node = layer[i];
      for (let j = 0; j < node.inputs.length; j++) {
        const link = node.inputs[j];
        link.slope = node.slopeOfSum * link.source.output;
        link.gradient += link.slope;
        link.count++;
      }
    }
    if (l > 1) {
      for (let i = 0; i < layers[l - 1].length; i++) {
        const node = layers[l - 1][i];
        node.slopeOfOutput = 0;
        for (let j = 0; j < node.outputs.length; j++) {
          const link = node.outputs[j];
          node.slopeOfOutput += link.weight * link.target.slopeOfSum;
        }
      }
    }
  }
}

function update(layers, rate) {
  for (let l = 1; l < layers.length; l++) {
    for (let i = 0; i < layers[l].length; i++) {
      const node = layers[l][i];
      if (node.count > 0) {
        node.bias -= rate * node.gradient / node.count;
        node.gradient = 0;
        node.count = 0;
      }
      for (let j = 0; j < node.inputs.length; j++) {
        const link = node.inputs[j];
        if (link.count > 0) {
          link.weight -= rate / link.count * link.gradient;
          link.gradient = 0;
          link.count = 0;
        }
      }
    }
  }
}

serve((name, {data, samples, batch, rate}) => {
  const points = data(samples);
  const layers = network([2, 8, 8, 1]);
  return () => {
    let loss = 0;
    for (let i = 0; i < points.length; i++) {
      loss += SQUARE.value(forward(layers, points[i].x), points[i].y);
      backward(layers, points[i].y);
      if ((i + 1) % batch === 0) {
        update(layers, rate);
      }
    }
    return {samples: points.length, loss: loss / points.length};
  };
});
