// Starts Steep in a worker, in the build that page.js names: worker.js?build=wasm or worker.js?build=js.
// The program itself reads which back end the page's address asks for.
'use strict';
const early = []; // what the page sends before the program listens
const keep = event => early.push(event);

function run(main) {
  main();
  early.forEach(event => onmessage(event));
}

if (new URL(location).searchParams.get('build') === 'js') {
  onmessage = keep;
  importScripts('steep.js');
  run(() => main([]));
} else {
  importScripts('steep-runtime.js', 'parts.js');
  const parts = twoParts(location.href, () => {});
  addEventListener('message', event => {
    if (event.data instanceof WebAssembly.Module) { // the second part; the first comes as bytes
      event.stopImmediatePropagation();
      parts.take(event.data);
    }
  });
  onmessage = ({data: bytes}) => { // the first message
    onmessage = keep;
    parts.start(bytes)
        .then(program => run(() => program.exports.main([])))
        .catch(reason => setTimeout(() => { throw reason; })); // so that the page hears of it, as an `error` event
  };
}
