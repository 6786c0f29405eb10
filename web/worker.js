// Starts Steep in a worker, in the build that page.js names: worker.js?build=wasm or worker.js?build=js.
// The program itself reads which back end the page's address asks for.
'use strict';
const early = []; // what the page sends before the program listens
const keep = event => early.push(event);
onmessage = keep;

function run(main) {
  main();
  early.forEach(event => onmessage(event));
}

if (new URL(location).searchParams.get('build') === 'js') {
  importScripts('steep.js');
  run(() => main([]));
} else {
  importScripts('steep-runtime.js');
  onmessage = ({data: module}) => { // the first message
    onmessage = keep;
    TeaVM.wasmGC.load(module)
        .then(program => run(() => program.exports.main([])))
        .catch(reason => setTimeout(() => { throw reason; })); // so that the page hears of it, as an `error` event
  };
}
