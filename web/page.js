// Starts Steep in a page: picks the build this browser can run, loads page and worker side by side, runs the page.
'use strict';
(() => {
  const here = document.currentScript.src;
  const parsed = new Promise(resolve => addEventListener('DOMContentLoaded', resolve));

  /** Scripts may wait for `steep.ready` as soon as the page is there; the program puts its own `steep` in this one's place. */
  let refuse;
  let script = {ready: new Promise((resolve, reject) => {
    refuse = reject;
    addEventListener('steep', () => resolve(script.ready), {once: true});
  })};
  script.ready.catch(() => {}); // a page without scripts need not handle it
  Object.defineProperty(globalThis, 'steep', {
    configurable: true,
    enumerable: true,
    get: () => script,
    set: program => script = patient(program)
  });

  const address = new URLSearchParams(location.search);
  const asked = address.get('build');
  const build = asked === 'wasm' || asked === 'js' ? asked : hasWasmGc() ? 'wasm' : 'js';
  let module; // the WebAssembly build, or its first part, once it is here
  let parts; // see parts.js
  const workers = new Set();
  let handedOn = false; // do they have the second part?
  let nextTry = 0;
  start().catch(reason => parsed.then(() => failed(reason)));

  async function start() {
    if (location.protocol === 'file:') {
      throw new Error('pages on a disk may not start the part that trains. Serve the folder instead: run'
          + ' "python3 -m http.server" in it and open http://localhost:8000');
    }
    if (typeof Worker !== 'function') {
      throw new Error('this browser has no workers');
    }
    startWorker(build);
    const program = build === 'js' ? loadJs() : loadWasm().catch(fallBack);
    await parsed;
    run(await program);
    if (parts) {
      ['pointerover', 'pointerdown', 'keydown', 'dragenter', 'message']
          .forEach(sign => addEventListener(sign, getReady, {capture: true, passive: true}));
    }
  }

  /** Somebody turns to more than Train, so the second part will be needed. What comes to it before gets it by itself, and says if it cannot. */
  function getReady(event) {
    if (!parts.whole && !onlyTrains(event)) {
      getAll().catch(() => {});
    }
  }

  /** Is this no more than training, which the first part can do, or the way there? */
  function onlyTrains({type, key, target}) {
    if (type === 'keydown') {
      return key === 'Tab' || target.matches('.train') || (key === ' ' && target === document.body);
    }
    const control = target.closest?.('button, a, input, select, summary, canvas');
    return type.startsWith('pointer') && (!control || control.matches('.train'));
  }

  /** Gets the second part, for page and workers. */
  async function getAll(fetched) {
    await parts.ahead(fetched);
    if (parts.second && !handedOn) {
      handedOn = true;
      workers.forEach(worker => worker.postMessage(parts.second));
    }
  }

  /** Does an address want more than the opening experiment? Then both parts are there before the program begins. */
  function wantsAll() {
    return location.hash.length > 1 || !/\/((index|embed)\.html)?$/.test(location.pathname);
  }

  /** The program's functions for scripts, all of which give promises but `on`, such that the second part is there first. */
  function patient(program) {
    for (const [name, call] of Object.entries(program)) {
      if (typeof call === 'function' && name !== 'on') {
        program[name] = (...given) =>
            !parts || parts.whole ? call(...given) : getAll().then(() => call(...given));
      }
    }
    return program;
  }

  /** Starts a worker, the first or one in place of it. The page's program finds it, and this function, in `steepBoot`. */
  function startWorker(build) {
    const worker = makeWorker(build);
    const boot = globalThis.steepBoot = {build, worker, startWorker, makeWorker};
    worker.onerror = event => boot.failure = event.message || 'it could not be loaded'; // before the program listens
    return worker;
  }

  /** A worker beside that one, for whoever asks for it. */
  function makeWorker(build) {
    const query = new URLSearchParams({build, backend: address.get('backend') ?? ''});
    const worker = new Worker(new URL(`worker.js?${query}`, here), {name: 'steep'});
    if (module && build === 'wasm') {
      worker.postMessage(module);
      if (parts.second) {
        worker.postMessage(parts.second);
      }
    }
    if (build === 'wasm') {
      workers.add(worker);
    }
    return worker;
  }

  async function loadWasm() {
    const file = fetch(new URL('steep.wasm.lzma', here)).then(answer => {
      if (!answer.ok) {
        throw new Error(`the host answered ${answer.status} for steep.wasm.lzma`);
      }
      return answer.arrayBuffer();
    });
    const scripts = load('parts.js');
    const later = wantsAll() ? scripts.then(() => fetchSecond(new URL(SECOND_PART, here))) : undefined;
    later?.catch(() => {}); // whoever waits for it hears of that
    const [packed] = await Promise.all([file, scripts, load('lzma.js'), load('steep-runtime.js')]);
    module = joinModule(unpackLzma(new Uint8Array(packed)));
    steepBoot.worker.postMessage(module);
    parts = twoParts(here, missing);
    const {exports} = await parts.start(module);
    if (later) {
      await getAll(later).catch(missing);
    }
    return () => exports.main([]);
  }

  async function loadJs() {
    await load('steep.js');
    return () => main([]);
  }

  /** WebAssembly did not load: an old browser, or a host that does not serve it. */
  function fallBack(reason) {
    console.warn('Steep takes its JavaScript build, because the WebAssembly build did not load:', reason);
    steepBoot.worker.terminate();
    workers.clear();
    parts = undefined;
    startWorker('js');
    return loadJs();
  }

  function run(main) {
    main();
    document.documentElement.dataset.build = steepBoot.build;
  }

  /** What was asked for needs the second part, which cannot be had now; or which is here, if there is no reason. */
  function missing(reason) {
    document.getElementById('part-missing')?.remove();
    if (reason) {
      const note = document.createElement('p');
      note.id = 'part-missing';
      note.setAttribute('role', 'alert');
      note.textContent = `${reason.message}.`;
      document.body.prepend(note);
    }
  }

  function failed(reason) {
    console.error(reason);
    document.querySelectorAll('.boot-note').forEach(each => each.remove());
    const note = document.createElement('p');
    note.id = 'boot-error';
    note.setAttribute('role', 'alert');
    note.textContent = `Steep could not start: ${reason?.message ?? reason}. `
        + (location.protocol === 'file:' ? ''
            : 'Reload the page; if that does not help, try a current version of Firefox, Chrome, Edge or Safari.');
    document.body.prepend(note);
    refuse(new Error(note.textContent));
  }

  function load(name) {
    return new Promise((resolve, reject) => {
      const element = document.createElement('script');
      element.src = new URL(name, here);
      element.onload = resolve;
      element.onerror = () => reject(new Error(`${name} did not load`));
      document.head.append(element);
    });
  }

  /** Does the browser accept a module with a struct type, (module (type (struct (field i32))))? */
  function hasWasmGc() {
    return typeof WebAssembly === 'object'
        && WebAssembly.validate(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 95, 1, 127, 0));
  }
})();
