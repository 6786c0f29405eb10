// Unpacks a file of LZMA, the format of *.lzma files: the WebAssembly build comes as one, a third smaller than hosts can make it.
// After "LZMA specification (draft version)" by Igor Pavlov, 2015, which is in the public domain.
'use strict';

/** The content of a file whose length its head states; throws if the file is damaged. */
function unpackLzma(file) {
  const DIRECT_FROM = 14; // slots of distances from here on have bits that are written as they are
  const damaged = () => new Error('the file is damaged');
  const head = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file.length < 18 || file[0] >= 225 || head.getUint32(9, true) !== 0) {
    throw damaged();
  }
  const literalContext = file[0] % 9; // high bits of the byte before, by which literals are told apart
  const literalPlace = (1 << Math.floor(file[0] / 9) % 5) - 1; // and low bits of the place
  const place = (1 << Math.floor(file[0] / 45)) - 1; // the same for all else
  const content = new Uint8Array(head.getUint32(5, true));

  // The decoder of ranges: what it reads is a number within a range that shrinks with each bit.
  const now = Uint32Array.of(0xFFFFFFFF, head.getUint32(14)); // the range and the number
  let next = 18;

  /** Odds that a bit is 0, in 1/2048, in steps of a thirty-second closer to what came. */
  const odds = count => new Uint16Array(count).fill(1024);

  function bit(odds, index) {
    const odd = odds[index];
    const range = now[0];
    const code = now[1];
    const bound = Math.imul(range >>> 11, odd) >>> 0;
    if (code < bound) {
      odds[index] = odd + (2048 - odd >> 5);
      if (bound < 0x1000000) {
        refill(bound, code);
      } else {
        now[0] = bound;
      }
      return 0;
    }
    odds[index] = odd - (odd >> 5);
    if (range - bound < 0x1000000) {
      refill(range - bound, code - bound);
    } else {
      now[0] = range - bound;
      now[1] = code - bound;
    }
    return 1;
  }

  function refill(range, code) {
    if (next > file.length + 4) {
      throw damaged();
    }
    now[0] = range << 8;
    now[1] = code << 8 | file[next++];
  }

  /** Bits that are as likely 0 as 1. */
  function evenBits(count) {
    let value = 0;
    for (; count > 0; count--) {
      const range = now[0] >>> 1;
      const code = now[1];
      const one = code >= range ? 1 : 0;
      value = value << 1 | one;
      if (range < 0x1000000) {
        refill(range, code - one * range);
      } else {
        now[0] = range;
        now[1] = code - one * range;
      }
    }
    return value;
  }

  function bits(odds, count, from = 0) {
    let value = 1;
    for (let i = 0; i < count; i++) {
      value = value << 1 | bit(odds, from + value);
    }
    return value - (1 << count);
  }

  function bitsFromLowest(odds, count, from = 0) {
    let node = 1;
    let value = 0;
    for (let i = 0; i < count; i++) {
      const one = bit(odds, from + node);
      node = node << 1 | one;
      value |= one << i;
    }
    return value;
  }

  const lengths = () => ({choice: odds(2), low: odds(16 << 3), mid: odds(16 << 3), high: odds(256)});

  function length(odds, at) {
    return bit(odds.choice, 0) === 0 ? 2 + bits(odds.low, 3, at << 3)
        : bit(odds.choice, 1) === 0 ? 10 + bits(odds.mid, 3, at << 3)
        : 18 + bits(odds.high, 8);
  }

  const slots = odds(4 << 6);
  const near = odds(115);
  const far = odds(16);

  function distance(length) {
    const slot = bits(slots, 6, Math.min(length - 2, 3) << 6);
    if (slot < 4) {
      return slot;
    }
    const count = (slot >> 1) - 1;
    const base = (2 | slot & 1) << count;
    return slot < DIRECT_FROM ? base + bitsFromLowest(near, count, base - slot)
        : (base + (evenBits(count - 4) << 4 >>> 0) >>> 0) + bitsFromLowest(far, 4);
  }

  const literals = odds(0x300 << literalContext + Math.floor(file[0] / 9) % 5);

  /** A byte; after a copy told by how it differs from the one that would have come next. */
  function literal(position, state, distance) {
    const before = position === 0 ? 0 : content[position - 1];
    const from = 0x300 * (((position & literalPlace) << literalContext) + (before >> 8 - literalContext));
    let value = 1;
    if (state >= 7) {
      let match = content[position - distance];
      do {
        const matched = match >> 7 & 1;
        match <<= 1;
        const one = bit(literals, from + (1 + matched << 8) + value);
        value = value << 1 | one;
        if (matched !== one) {
          break;
        }
      } while (value < 0x100);
    }
    while (value < 0x100) {
      value = value << 1 | bit(literals, from + value);
    }
    return value & 0xFF;
  }

  const isCopy = odds(12 << 4);
  const isRepeat = odds(12);
  const isOlder = [odds(12), odds(12), odds(12)];
  const isLonger = odds(12 << 4);
  const copyLengths = lengths();
  const repeatLengths = lengths();
  const distances = [1, 1, 1, 1]; // the last four, the last first
  let state = 0; // what the last few steps were
  let position = 0;
  while (position < content.length) {
    const at = position & place;
    if (bit(isCopy, (state << 4) + at) === 0) {
      content[position] = literal(position, state, distances[0]);
      position++;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let count;
    if (bit(isRepeat, state) === 0) {
      count = length(copyLengths, at);
      state = state < 7 ? 7 : 10;
      distances.pop();
      distances.unshift(distance(count) + 1);
    } else {
      let which = 0;
      let single = false;
      if (bit(isOlder[0], state) === 0) {
        single = bit(isLonger, (state << 4) + at) === 0;
      } else {
        which = bit(isOlder[1], state) === 0 ? 1 : 2 + bit(isOlder[2], state);
      }
      distances.unshift(...distances.splice(which, 1));
      count = single ? 1 : length(repeatLengths, at);
      state = single ? (state < 7 ? 9 : 11) : state < 7 ? 8 : 11;
    }
    if (distances[0] > position || count > content.length - position) {
      throw damaged();
    }
    for (const end = position + count; position < end; position++) {
      content[position] = content[position - distances[0]];
    }
  }
  return content;
}

/** A WebAssembly module whose code was taken apart, like beside like, before it was packed: see CodeStreams.java, which says what stands where. */
function joinModule(apart) {
  const NUMBER = 0, TYPE = 1, BYTE = 2, FOUR = 3, EIGHT = 4, NUMBERS = 5, TYPES = 6, CATCHES = 7;
  const CODES = 0, LOCALS = 1;
  let at = 0;

  function number() {
    for (let value = 0, shift = 0; ; shift += 7) {
      const next = apart[at++];
      value |= (next & 127) << shift;
      if (next < 128) {
        return value;
      }
    }
  }

  const module = new Uint8Array(number());
  const head = number();
  const tail = number();
  const functions = number();
  const shapes = new Map();
  for (let left = number(); left > 0; left--) {
    const code = number();
    const shape = {blocks: number() - 1, items: []};
    for (let items = number(); items > 0; items--) {
      shape.items.push(number(), number());
    }
    shapes.set(code, shape);
  }
  const streams = Array.from({length: number()}, number); // their lengths; from here on, where to go on reading each
  const body = at;
  at += head + tail;
  streams.forEach((length, i) => {
    streams[i] = at;
    at += length;
  });

  module.set(apart.subarray(body, body + head));
  let to = head;

  /** Copies a number from a stream, and returns it. */
  function copy(stream) {
    let from = streams[stream];
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const next = module[to++] = apart[from++];
      value |= (next & 127) << shift;
      if (next < 128) {
        streams[stream] = from;
        return value;
      }
    }
  }

  function bytes(stream, count) {
    for (let i = 0; i < count; i++) {
      module[to++] = apart[streams[stream]++];
    }
  }

  function type(stream) {
    const first = apart[streams[stream]];
    copy(stream);
    if (first === 0x63 || first === 0x64) {
      copy(stream);
    }
  }

  function say(item, stream) {
    switch (item) {
      case NUMBER: copy(stream); break;
      case TYPE: type(stream); break;
      case BYTE: bytes(stream, 1); break;
      case FOUR: bytes(stream, 4); break;
      case EIGHT: bytes(stream, 8); break;
      case NUMBERS:
        for (let left = copy(stream); left >= 0; left--) {
          copy(stream);
        }
        break;
      case TYPES:
        for (let left = copy(stream); left > 0; left--) {
          type(stream);
        }
        break;
      case CATCHES:
        for (let left = copy(stream); left > 0; left--) {
          if (copy(stream) < 2) {
            copy(stream);
          }
          copy(stream);
        }
    }
  }

  for (let left = functions; left > 0; left--) {
    const begin = to;
    for (let groups = copy(LOCALS); groups > 0; groups--) {
      copy(LOCALS);
      type(LOCALS);
    }
    for (let depth = 1; depth > 0;) {
      let code = module[to++] = apart[streams[CODES]++];
      if (code === 0xfb || code === 0xfc) {
        code = code << 8 | copy(CODES);
      }
      const shape = shapes.get(code);
      if (shape) {
        const items = shape.items;
        for (let i = 0; i < items.length; i += 2) {
          say(items[i], items[i + 1]);
        }
        depth += shape.blocks;
      }
    }
    let length = to - begin;
    const size = length < 0x80 ? 1 : length < 0x4000 ? 2 : length < 0x200000 ? 3 : 4;
    module.copyWithin(begin + size, begin, to); // the length of a function stands before it
    to += size;
    for (let i = 0; i < size; i++) {
      module[begin + i] = i < size - 1 ? length & 127 | 128 : length;
      length >>= 7;
    }
  }
  module.set(apart.subarray(body + head, body + head + tail), to);
  return module;
}
