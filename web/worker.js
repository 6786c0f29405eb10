// Starts Steep in a worker, in the build that page.js names: worker.js?build=wasm or worker.js?build=js.
'use strict';
if (new URL(location).searchParams.get('build') === 'js') {
  importScripts('steep.js');
  main([]);
} else {
  importScripts('steep-runtime.js');
  TeaVM.wasmGC.load('steep.wasm')
      .then(program => program.exports.main([]))
      .catch(reason => setTimeout(() => { throw reason; })); // so that the page hears of it, as an `error` event
}
