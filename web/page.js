// Starts Steep in a page: picks the build this browser can run, starts the worker, then the page's own program.
'use strict';
(() => {
  const here = document.currentScript.src;
  const build = new URLSearchParams(location.search).get('build') ?? (hasWasmGc() ? 'wasm' : 'js');

  // The program finds its worker here: starting it now lets both load at the same time.
  globalThis.steepBoot = {build, worker: startWorker(build)};
  (build === 'js' ? startJs() : startWasm().catch(fallBack)).then(ready, failed);

  function startWorker(build) {
    return new Worker(new URL(`worker.js?build=${build}`, here), {name: 'steep'});
  }

  async function startWasm() {
    await script('steep-runtime.js');
    const program = await TeaVM.wasmGC.load(String(new URL('steep.wasm', here)));
    return () => program.exports.main([]);
  }

  async function startJs() {
    await script('steep.js');
    return () => main([]);
  }

  /** The WebAssembly build did not load (an old browser, a host with a wrong MIME type): take the JavaScript build. */
  function fallBack(reason) {
    console.warn('Steep uses its JavaScript build, because the WebAssembly build did not load:', reason);
    steepBoot.worker.terminate();
    globalThis.steepBoot = {build: 'js', worker: startWorker('js')};
    return startJs();
  }

  function ready(main) {
    main();
    document.documentElement.dataset.build = steepBoot.build;
  }

  function failed(reason) {
    console.error(reason);
    const note = document.createElement('p');
    note.id = 'boot-error';
    note.setAttribute('role', 'alert');
    note.textContent = `Steep could not start: ${reason?.message ?? reason}. `
        + 'Reload the page; if that does not help, try a current version of Firefox, Chrome, Edge or Safari.';
    document.body.prepend(note);
  }

  function script(name) {
    return new Promise((resolve, reject) => {
      const element = document.createElement('script');
      element.src = new URL(name, here);
      element.onload = resolve;
      element.onerror = () => reject(new Error(`${name} did not load`));
      document.head.append(element);
    });
  }

  /** True if the browser accepts a module with one struct type: (module (type (struct (field i32)))). */
  function hasWasmGc() {
    return typeof WebAssembly === 'object'
        && WebAssembly.validate(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 95, 1, 127, 0));
  }
})();
