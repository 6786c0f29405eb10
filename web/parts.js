// The WebAssembly build in two parts, in page and worker: the first is the program until it comes to something that a first visit does
// not need; then it calls `load`, below, which gets the second at once. See ModuleSplit.java.
'use strict';

const SECOND_PART = 'steep-later.wasm.lzma';

/** The packed second part, fetched while something else goes on. */
async function fetchSecond(address) {
  const answer = await fetch(address).catch(() => undefined);
  if (!answer?.ok) {
    throw notHere(answer?.status);
  }
  return new Uint8Array(await answer.arrayBuffer());
}

function notHere(status) {
  const why = status ? `the host answered ${status} for ${SECOND_PART}` : 'the connection failed';
  return new Error(`The part of Steep that this takes could not be fetched: ${why}. Try it again`);
}

/** A program of two parts. `here` is an address in the site's folder; `missing` is told why the second part cannot be had,
 * and called without a reason when it is there. */
function twoParts(here, missing) {
  const STRINGS = {builtins: ['js-string']}; // as the runtime compiles the first part
  let mark; // what both parts of a build have in common, and no others; nothing if there is one part
  let imports; // what the program asks for
  let first; // what the first part gives
  let second; // the other's module, once it is here
  let joined = false;
  let coming; // a promise of the second part
  let failure; // why it could not be had, and when that was
  return {start, take, ahead, get second() { return second; }, get whole() { return joined || !mark; }};

  /** Starts the first part, whose bytes these are. */
  async function start(bytes) {
    const program = await TeaVM.wasmGC.load(bytes, {installImports: all => {
      imports = all;
      all.steep = {load};
    }});
    mark = markOf(program.module);
    first = program.instance.exports;
    if (second) {
      join();
    }
    return program;
  }

  /** Takes the second part from whoever has it. */
  function take(module) {
    second ??= module;
    if (first) {
      join();
    }
  }

  /** Gets the second part while the first goes on. `fetched` is what `fetchSecond` gave, if it was called already. */
  function ahead(fetched) {
    return coming ??= get(fetched).catch(reason => {
      coming = undefined;
      throw reason;
    });
  }

  async function get(fetched) {
    if (!mark || second) {
      return;
    }
    const module = await compile(await (fetched ?? fetchSecond(new URL(SECOND_PART, here))));
    take(markOf(module) === mark ? module : checked(await compile(await fetchSecond(new URL(`${SECOND_PART}?${mark}`, here)))));
  }

  function compile(packed) {
    return WebAssembly.compile(unpack(packed), STRINGS);
  }

  /** The program has come to this function of the second part, and waits. */
  function load(number) {
    if (failure && performance.now() - failure.at < 500) {
      throw failure.reason; // it asks again while it tells of that
    }
    try {
      if (!second) {
        console.debug(`Steep waits for its second part: function ${number}`);
        second = getNow();
      }
      join();
    } catch (reason) {
      failure = {reason, at: performance.now()};
      missing(reason);
      first['teavm.js.throwException'](first['teavm.js.wrapException'](reason)); // an exception, as the program knows them
    }
  }

  function getNow() {
    const module = new WebAssembly.Module(unpack(fetchNow(SECOND_PART)), STRINGS);
    return markOf(module) === mark ? module
        : checked(new WebAssembly.Module(unpack(fetchNow(`${SECOND_PART}?${mark}`)), STRINGS));
  }

  function join() {
    if (!joined) {
      imports.first = first;
      new WebAssembly.Instance(second, imports);
      joined = true;
      missing();
    }
  }

  function fetchNow(name) {
    const request = new XMLHttpRequest();
    try {
      request.open('GET', new URL(name, here), false);
      request.overrideMimeType('text/plain; charset=x-user-defined'); // bytes, which a page may not have otherwise
      request.send();
    } catch {
      throw notHere();
    }
    if (request.status !== 200) {
      throw notHere(request.status);
    }
    return Uint8Array.from(request.responseText, letter => letter.charCodeAt(0) & 255);
  }

  function unpack(packed) {
    if (typeof unpackLzma === 'undefined') {
      importScripts('lzma.js');
    }
    return joinModule(unpackLzma(packed));
  }

  /** A host or a cache may have the second part of another build, even when it is asked for this one's. */
  function checked(module) {
    if (markOf(module) !== mark) {
      throw new Error('This page is older than the site that it comes from. Reload it');
    }
    return module;
  }

  function markOf(module) {
    const [section] = WebAssembly.Module.customSections(module, 'steep');
    return section && new TextDecoder().decode(section);
  }
}
