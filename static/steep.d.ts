/**
 * Steep for scripts. A page of the lab has it as `window.steep`, and tells of it by the event `steep` of its window:
 *
 *     await steep.ready;
 *     await steep.load('1/data=digits/Flatten/Dense(10,activation=softmax)');
 *     const history = await steep.train({epochs: 3});
 *     console.log(history.at(-1).val_accuracy);
 *
 * Every call returns a promise. What cannot be done rejects it with an `Error` whose message is a sentence for a person,
 * and changes nothing. What a person clicks in between is carried out too: there is one experiment, not two.
 *
 * Every promise settles. Training runs in a worker; one that dies or does not answer for 10 seconds, longer while it reads large
 * data, is replaced. The experiment is opened again with the run as it stood a few seconds before, and `train` without `seconds` goes on;
 * what else the old worker had not answered is rejected. A run of more than 4 million numbers, those of the optimizer included, is lost.
 *
 * ## In a frame
 *
 * A page that shows the lab in an `<iframe src=".../embed.html#recipe">` makes the same calls by messages:
 *
 *     frame.contentWindow.postMessage({steep: {id: 1, call: 'train', args: [{epochs: 3}]}}, '*');
 *     addEventListener('message', event => event.data.steep);   // {id: 1, result: [...]}, or {id: 1, error: 'a sentence'}
 *
 * The lab in the frame tells its page, unasked, `{steep: {event: 'ready', value: {}}}` once its first experiment is open,
 * `{steep: {event: 'height', value: {height: 640}}}` in CSS pixels whenever its content's height changes, and
 * `{steep: {event: 'epoch', value: Epoch}}` after each epoch.
 *
 * What follows the `?` of its address: `theme=light` or `dark` instead of the page's own, `view=boundary` (an id of `views()`) for one view
 * alone, `controls=data,share` for what readers may do besides training.
 *
 * Only the page directly around the frame is answered, and only by `embed.html`. A page of another origin has every call as
 * long as the data are built in or its own (`setData`, `loadFile`, `loadFiles`). When the student opens files in the lab, calls
 * whose answers could tell of them are refused, as is `load` of a recipe with a file, and `epoch` is not sent; `pause`, `reset`,
 * `at`, `branch`, `bench`, other recipes and data of the page's own still work. The first refused call has the lab ask the
 * student. If they agree, the page is told `{steep: {event: 'allowed', value: {}}}`; it holds until other files are opened, or the
 * student stops it.
 */
interface Steep {
  /** Resolves when the first experiment is open; rejects if Steep cannot start. */
  readonly ready: Promise<void>;

  /**
   * Opens an experiment: its text form (what follows the `#` of a link), a whole link, or a plain object. Never rejects
   * because of what the recipe says: Keras' other names, such as `mse` or `HeNormal`, are understood; what is not is replaced or
   * left out, and a notice names it. An experiment that the worker died of before is shown only, with a problem that says so, unless
   * it is to be opened `anyway`.
   */
  load(recipe: string | Recipe, options?: {anyway?: boolean}): Promise<Opened>;

  /** The present experiment: as text without defaults, as text with every default written out, or as a plain object with them. */
  recipe(form?: 'text' | 'expanded'): Promise<string>;
  recipe(form: 'object'): Promise<Recipe>;

  /**
   * The experiment as a Python script for Keras 3 that runs as it is: data, preparation, split, network, training. The lab's own
   * random numbers cannot be had there, so curves are alike, not equal; what Keras lacks is said in a comment, with the nearest way.
   */
  keras(): Promise<string>;

  /** What Keras' model.summary() prints of the network. */
  summary(): Promise<string>;

  /**
   * One setting of the experiment by its path: 'optimizer.learning_rate', 'fit.batch_size', 'data.noise', 'seed', and of a layer
   * by its name 'layers.conv2d.filters'. Rejects if there is no such setting, and says which there are.
   */
  get(path: string): Promise<unknown>;
  /**
   * Changes one setting, as a person does at its control. A value that cannot be is moved or left, with a notice. With another
   * `data.label` of the table that is open, the last layer, the loss, the metrics and `prepare.target` follow, as at the control; `load`
   * takes a recipe as it is.
   */
  set(path: string, value: unknown): Promise<Opened>;

  /**
   * What dropping files onto the page does: tables (CSV, TSV, JSON, FITS); PNG, JPEG or FITS images in a folder for each class; MNIST
   * (IDX, CSV, npz); NumPy arrays; also in a ZIP or as .gz. They never leave the browser. At most 50,000 files with 256 MB together, packed
   * and unpacked; a plain table (CSV) may have 4 GB, of which as many rows are used as fit. A name may tell the folders:
   * `pets/train/cats/1.png`. Folders called train, validation (val) and test decide which samples do what. Size, fit and colour of
   * images are settings of the data: `set('data.size', 64)` decodes them anew.
   */
  loadFile(file: Blob, name?: string): Promise<Opened>;
  loadFiles(files: ArrayLike<File | {blob: Blob; name: string}>): Promise<Opened>;

  /** Arrays as the data set; layers that fit it are put in place. */
  setData(data: {
    /** All samples, one after the other. */
    x: Numbers;
    /** The shape of all of x, the number of samples first: [100, 28, 28, 1]. */
    xShape: ArrayLike<number>;
    /** A class index or a number for each sample, or a row of numbers: one-hot classes, or several targets. */
    y: Numbers;
    /** The shape of all of y: [100] or [100, 10]. Taken from the sizes if it is left out. */
    yShape?: ArrayLike<number>;
    /** The classes' names, or how many there are, at most 1000. Without it, numbers are predicted. */
    classes?: ArrayLike<string> | number;
  }): Promise<Opened>;

  /**
   * Gives up the data that are being made or read, as Escape does: whoever waits for them is rejected, and the experiment is the one
   * that was open before, training included.
   */
  cancel(): Promise<null>;

  /**
   * Trains until the limit, until the recipe's epochs are done, until a callback stops it, or until someone pauses; resolves then, to
   * the history. After a stop it goes on, and callbacks begin to watch anew.
   * `epochs` are as many more, the one begun counting as one. A run that diverges resolves as well; the event `error`
   * says what happened. It trains as fast as it can; `paced`, at the experiment's pace, as the Train button does. No number depends on
   * the pace, and one that is set meanwhile (`set('pace', 'slow')`) holds at once.
   */
  train(limit?: {steps?: number; epochs?: number; seconds?: number; paced?: boolean}): Promise<Epoch[]>;
  /** One training step: one batch. */
  step(): Promise<Epoch[]>;
  /** Stops after the present step. */
  pause(): Promise<null>;
  /** Back to the first weights, the very same ones; `undo` brings back what was trained. */
  reset(): Promise<null>;

  /**
   * The epochs that can be looked at, within 64 MB: every one at first, then every second, fourth ..., the first, best and last; `checkpoint`:
   * whether a ModelCheckpoint has it kept, so that it is never dropped.
   */
  snapshots(): Promise<{epoch: number; step: number; bytes: number; checkpoint: boolean}[]>;
  /** Shows a kept epoch in every view, 0 for the first weights; without a number the present. Training pauses, and goes on from the present. */
  at(epoch?: number): Promise<null>;
  /** Goes on from a kept epoch: what was trained after it is given up. */
  branch(epoch: number): Promise<null>;
  /** Back to the experiment before the last edit, with the weights that it had; kept within 64 MB. */
  undo(): Promise<Opened>;
  /** Takes the last `undo` back. */
  redo(): Promise<Opened>;
  /**
   * What was changed by hand in this run: open `recipe`, train to each `step` and change the same, and you get the same bits. Weights
   * that are not finite are the words 'NaN', 'Infinity' and '-Infinity', since JSON has no such numbers.
   */
  journal(): Promise<{
    run: string;
    recipe: string;
    changes: {
      step: number; what: 'knobs' | 'edit' | 'weights' | 'branch';
      recipe?: string; tensor?: string; values?: (number | 'NaN' | 'Infinity' | '-Infinity')[];
    }[];
  }>;

  /**
   * The runs that this browser keeps, the latest first; the present one is among them as soon as its first epoch is done. At most 400
   * with 16 MB together, 200 epochs of each; a page in a frame keeps none. `changes` are sentences of what was changed by hand; `differs`
   * says what its recipe has otherwise than the present one; a `twin` has the same seed and exactly one difference. Runs of a `group`
   * were trained together: an id, and the paths of the settings that differ in it.
   */
  runs(): Promise<{
    id: string; name: string; group: string; began: string; data: string; recipe: string; seed: number;
    state: 'paused' | 'finished' | 'diverged'; step: number; seconds: number; parameters: number;
    best?: Epoch; last?: Epoch; history: Epoch[]; changes: string[]; differs: {path: string; words: string}[]; twin: boolean;
  }[]>;

  /** What each finished epoch came to. */
  history(): Promise<Epoch[]>;
  /**
   * The loss of each step so far, on its batch. Of more than 16,384 steps each number is the mean of 2, 4, 8 ... steps, so that
   * there are never more than that; the event `step` has each.
   */
  stepLosses(): Promise<Float32Array>;

  /**
   * Everything there is to look at. A `parameter` follows its gradient unless its layer is frozen, a `state` (a moving mean) is
   * updated by its layer, a `slot` is what the optimizer remembers of a parameter; an `activation`, a `mask` and a `gradient` are
   * what a step computed. One that is `batched` has numbers of this shape for each sample.
   */
  tensors(): Promise<{name: string; shape: number[]; role: Role; batched: boolean}[]>;
  /**
   * One of them, by Keras' name and in Keras' layout: `conv2d/kernel` is height x width x in x out, `dense/kernel` in x out. What
   * exists in training only is that of the last training step, for all samples of its batch, bit for bit: with SGD, a `kernel`
   * after a step is the one before, minus the learning rate times `kernel/gradient`.
   */
  tensor(name: string): Promise<{name: string; shape: number[]; values: Float32Array}>;
  /**
   * How a tensor's numbers were spread, from the start of training to now: of a weight, of the gradient of one, or of a layer's output
   * (for the first 32 validation samples). An empty list for other tensors. They are kept at the start, at steps 1, 2, 4, 8 ... of the
   * first epoch and at the ends of epochs, at most 64 of them; at rest, the last is that of now.
   */
  histograms(name: string): Promise<Histogram[]>;
  /**
   * The next training step, looked at before it is done: of the chosen sample alone, or of the whole batch that comes next. Nothing
   * of the run changes. It is worked out number by number, in double precision, so a large batch of a large network is refused.
   */
  backprop(options?: {batch?: boolean}): Promise<Backprop>;
  /**
   * Of that step, one number: how it is computed, by the chain rule the derivative of the loss with respect to it, and what the
   * optimizer makes of it. With a `nudge`, the derivative of a weight is measured as well.
   *
   * @param place of the number in the tensor, counted from 0, over all samples
   */
  chain(tensor: string, place: number, options?: {batch?: boolean; nudge?: number}): Promise<Chain>;
  /** Sets the numbers of a parameter, a state or a slot, as many as it has. */
  setTensor(name: string, values: Numbers): Promise<null>;

  /**
   * The network's outputs for `count` raw samples, before preparation: one row after the other. Numbers are in the target's own unit
   * (grams, if the column has grams), however `prepare.target` rescales them for training; `tensor` has them as they were trained.
   */
  predict(samples: Numbers, count: number): Promise<Float32Array>;
  /**
   * Loss, accuracy and metrics now, of the training and the validation part. The test part is closed. With `prepare.target`, the loss
   * is that of the rescaled target; metrics such as `mean_absolute_error` are in the target's own unit, here, in `history` and in `openTest`.
   */
  evaluate(): Promise<{training: Score; validation: Score}>;
  /**
   * Looks for a learning rate by growing it from 1e-6 to 10 over 100 batches, on a copy of the run; the run itself does not change, and
   * goes on training if it does. `losses` has the loss of each batch, `smoothed` their running mean, which `suggested` and its `reason` follow
   * from; `suggested` is null where no rate made the loss fall. Rejects if the run has diverged or another experiment is opened.
   */
  findRate(): Promise<{
    rates: Float64Array;
    losses: Float64Array;
    smoothed: Float64Array;
    suggested: number | null;
    reason: string;
  }>;
  /**
   * Fits simple models to the same prepared training part (majority class or mean, logistic regression or a straight line, a polynomial,
   * nearest neighbours) and scores them; the network as it is comes last, with an empty `scikit`. `measure` is `accuracy`, or
   * `root_mean_squared_error` in the target's own unit; a score is null without samples, or where a model was left out, as `note` says.
   */
  baselines(): Promise<{
    measure: string;
    models: {name: string; scikit: string; training: number | null; validation: number | null; note: string}[];
  }>;
  /**
   * Opens the test part: its loss, accuracy and metrics now, and how often it has been opened, this time included. Meant for once, when
   * everything is decided; until then no call shows anything of it. The count belongs to these samples, whatever network is opened
   * on them, and outlasts a reload. Rejects if there is no test part (`split(test=0.2)`, or a folder called test).
   */
  openTest(): Promise<Score & {opened: number}>;

  /** The views of the results. One that does not `suits` the present data is not offered. */
  views(): Promise<{id: string; title: string; about: string; suits: boolean}[]>;
  /**
   * Shows a view by its id. Rejects if there is none, or if it does not suit the data. A page shows one from the start by
   * `index.html?view=confusion`; `embed.html?view=confusion` has that view alone under the bar.
   */
  show(id: string): Promise<null>;

  /**
   * How fast a workload goes on this machine: `gemm` (bare matrix products), `w1` (an MLP of 2-8-8-1, SGD), `w2-sgd` and
   * `w2-adam` (784-128-10), `w3` (a CNN). Measures for `ms` milliseconds, from 1 to 60,000, by default 1000, on the back end that
   * the lab uses, or on the one named; training waits meanwhile.
   */
  bench(
      name: 'gemm' | 'w1' | 'w2-sgd' | 'w2-adam' | 'w3',
      options?: {ms?: number; backend?: 'kernels' | 'reference'}
  ): Promise<Bench>;

  /** Calls the function each time; returns a function that ends it. Throws if there is no such event. */
  on(event: 'epoch', listener: (epoch: Epoch) => void): () => void;
  /**
   * Some times a second while training. `samplesPerSecond` is by the clock, of the last second, with all that training waits for, such
   * as its pace. `losses` has one number for each step since the last call, `loss` is the newest.
   */
  on(
      event: 'step',
      listener: (now: {epoch: number; step: number; loss: number; losses: Float32Array; samplesPerSecond: number}) => void
  ): () => void;
  on(
      event: 'state',
      listener: (now: {
        state: 'paused' | 'training' | 'finished' | 'diverged' | 'blocked';
        epoch: number;
        step: number;
        /** How training ended, in a sentence, if a callback had a say in that: `finished` then may be before the planned epochs. */
        reason?: string;
      }) => void
  ): () => void;
  /** A sentence that the student is told: `error` of trouble, `notice` of what is merely good to know. */
  on(event: 'error' | 'notice', listener: (said: {message: string}) => void): () => void;
}

/**
 * A list of numbers of any kind; nested arrays are read row by row. At most 67,108,864 numbers in typed arrays (256 MB of a
 * Float32Array), 16,777,216 in others.
 */
type Numbers = ArrayLike<number> | ArrayLike<unknown>;

/** What an experiment became when it was opened. */
interface Opened {
  /** A sentence for everything that was replaced, dropped or left out. */
  notices: string[];
  /** Why it cannot be trained; empty if it can. */
  problems: string[];
  data: {name: string; shape: number[]; classes: string[]; training: number; validation: number; test: number; testOpened: number};
}

/**
 * An epoch in numbers; those that do not exist, such as a regression's accuracy, are left out. Each metric of the experiment
 * stands under its own name, and as `val_` and its name for the validation part: `precision`, `val_precision`.
 */
interface Epoch {
  /** Counted from 1. */
  epoch: number;
  /** How many steps had been done at its end. */
  step: number;
  loss: number;
  accuracy?: number;
  val_loss?: number;
  val_accuracy?: number;
  /** That of its last step. */
  learning_rate: number;
  /** Of computing, validation included; not what training waited for. */
  seconds?: number;
  [metric: string]: number | undefined;
}

/** A part of the samples in numbers, metrics by their names; those that do not exist, such as the loss of no samples, are left out. */
interface Score {
  samples: number;
  loss?: number;
  accuracy?: number;
  [metric: string]: number | undefined;
}

/** How often numbers of each size occur. `count` is that of all, NaN and infinite ones included. */
interface Histogram {
  epoch: number;
  step: number;
  count: number;
  zeros: number;
  nan: number;
  infinite: number;
  mean: number;
  deviation: number;
  low: number;
  high: number;
  /** `counts[i]` numbers have sizes from `edges[i]` to `edges[i + 1]`; those of `negative` are below zero. */
  negative: {edges: Float32Array; counts: Float32Array};
  positive: {edges: Float32Array; counts: Float32Array};
}

/**
 * A measurement. Peak and share are left out where the browser has no vector instructions to measure, or is so busy that the
 * peak cannot be.
 */
interface Bench {
  workload: string;
  backend: string;
  /** Whole training steps: forward, backward and update. The median over slices of 5 ms. */
  samplesPerSecond: number;
  /** Multiplications and additions of products and convolutions, in thousand millions per second, in the fastest slice. */
  gflops: number;
  /** What one thread's vector units can do at the most: the fastest of several loops, measured in between. */
  peakGflops?: number;
  /** `gflops / peakGflops` */
  share?: number;
}

type Scale = 'none' | 'unit' | 'signed' | 'standardise' | 'log' | 'asinh' | '[0,1]' | '[-1,1]';
type Missing = 'median' | 'mean' | 'indicator';

/** An experiment in Keras' vocabulary. What is left out has its default. */
interface Recipe {
  /**
   * A built-in data set with its settings, `{file: 'flowers.csv', label: 'species', content: '858-aab9885f'}` (bytes and CRC-32 of
   * the file: another one of that name is not taken for it; `url` says where it was fetched, `rows` and `draw` how many rows of a table are
   * used and which), or `{name: 'images', file: 'pets', size: 64,
   * fit: 'stretch' | 'crop' | 'pad', color_mode: 'rgb' | 'grayscale', background: 'white' | 'black'}`.
   */
  data?: {name: string; [setting: string]: unknown} | {file: string; label?: string; [setting: string]: unknown};
  /**
   * `scale` is of the inputs; `target` of numbers that are predicted, for training only. Both by the training part's statistics.
   * `features` are prepared unlike the others (`same`: rescaled as they are), `made` are formulas of features that become inputs too, and
   * `missing` is what stands for a missing value where its row is kept: `{features: [{name: 'flux', scale: 'asinh'}], made: [{formula: 'x*y'}]}`.
   */
  prepare?: {
    scale?: Scale;
    target?: null | Exclude<Scale, 'none'>;
    features?: {name: string; scale: Scale | 'same'; missing?: null | Missing}[];
    made?: {formula: string}[];
    missing?: Missing;
    /** 'inputs': the network is to answer with its own input, as an autoencoder does. */
    answer?: null | 'inputs';
  };
  /** Shares between 0 and 0.9. With `folds` the samples are cut into so many, and fold number `fold` (from 1) validates. */
  split?: {validation?: number; test?: number; order?: 'stratified' | 'last'; folds?: number | null; fold?: number};
  layers?: Named[];
  /** Metrics are measured beside the loss and, of classes, the accuracy: `['precision', {name: 'auc', curve: 'PR'}]`. */
  /** An optimizer's `schedule`, or a schedule as its `learning_rate`: {class_name: 'CosineDecay', config: {initial_learning_rate: 0.01, decay_steps: 1000}}. */
  compile?: {optimizer?: string | Named; loss?: string | Named; metrics?: (string | Named)[]};
  /** Callbacks have a say after each epoch: `[{class_name: 'EarlyStopping', config: {patience: 5, restore_best_weights: true}}]`. */
  fit?: {batch_size?: number; epochs?: number; shuffle?: boolean; class_weight?: number[] | null; callbacks?: (string | Named)[]};
  seed?: number;
  /** How fast the Train button trains: `auto` is slow for samples of one or two numbers, and full for others. */
  pace?: 'auto' | 'slow' | 'normal' | 'full';
  /** Samples changed by hand, by their rows in the data set: '3,17-20,5=2' removes rows 3 and 17 to 20, and gives row 5 class 2 (or number 2). */
  edits?: string;
}

/**
 * One of Keras' classes and its settings: `{class_name: 'Dense', config: {units: 10, activation: 'softmax'}}`. An activation
 * may be a formula of x: `activation: {class_name: 'formula', config: {formula: 'x * sigmoid(1.702 x)'}}`; in a link it is
 * `activation=formula('x * sigmoid(1.702 x)')`.
 */
interface Named {
  class_name: string;
  config?: {[setting: string]: unknown};
}

interface Window {
  readonly steep: Steep;
}
declare const steep: Steep;

/** What a tensor is for. */
type Role = 'input' | 'parameter' | 'state' | 'slot' | 'scalar' | 'activation' | 'mask' | 'gradient';

/** A training step on its way: `before` is what a layer's activation is applied to, the output itself if it has none. */
interface Backprop {
  epoch: number;
  /** Steps that were done before. */
  step: number;
  /** Row of the chosen sample. */
  sample: number;
  batch: boolean;
  samples: number;
  loss: number;
  optimizer: string;
  input: string;
  inputShape: number[];
  target: string;
  /** The tensor whose numbers the loss adds up. */
  terms: string;
  layers: {
    name: string;
    from: string[];
    output: string;
    before: string;
    shape: number[];
    /** Whether the loss depends on the output, and on what is before it. */
    back: boolean;
    backBefore: boolean;
    weights: {tensor: string; shape: number[]; back: boolean}[];
    mask?: string;
  }[];
}

/** A number of a training step. `value` and others are left out where they are not finite. */
interface Chain {
  tensor: string;
  place: number;
  role: Role;
  value?: number;
  /** How it is computed; `parts` are the largest summands of `count`, the others come to `rest`. */
  formed?: {
    kind: 'sum' | 'formula' | 'largest' | 'softmax' | 'drawn';
    words: string;
    /** In MathML, over `letters`. */
    formula?: string;
    letters?: NumberUsed[];
    parts?: (NumberUsed & {slope: number; factor?: NumberUsed})[];
    count?: number;
    rest?: number;
  };
  /** Whether the loss depends on it. */
  reaches: boolean;
  derivative?: number;
  /** The summands of the chain rule: slope times derivative of the loss with respect to `tensor` at `place`; the largest of `count`. */
  terms?: {tensor: string; place: number; slope: number; derivative: number; factor?: NumberUsed; formula?: string; letters?: NumberUsed[]}[];
  count?: number;
  rest?: number;
  /** The loss with the weight smaller and larger by `nudge`. */
  check?: {nudge: number; below: number; above: number; slope: number};
  update?: {from: number; to: number; steps: {tensor: string; from: number; to: number; formula: string; letters: {letter: string; tensor: string; value: number}[]}[]};
}

interface NumberUsed {
  letter?: string;
  tensor: string;
  place: number;
  value?: number;
}
