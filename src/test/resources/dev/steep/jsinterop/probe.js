// What the bridge's test program binds to: a class with every kind of member, and values of every kind.
'use strict';
class Probe {
  constructor(...labels) { this.labels = labels; this.width = 3; this.title = 'probe'; this.maybe = undefined; this.nothing = null; this.ratio = 2.75; }
  twice(x) { return 2 * x; }
  count() { return arguments.length; }
  join(separator, ...parts) { return parts.join(separator); }
  kindOf(value) { return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value; }
  same(value) { return value; }
  call(f, x) { return f(x); }
  keep(f) { this.kept = f; }
  isKept(f) { return this.kept === f; }
  adder(n) { return x => x + n; }
  sum(values) { return Array.from(values).reduce((a, b) => a + b, 0); }
  numbers() { return [1, 2.5, -3]; }
  words() { return ['to', 'be']; }
  things() { return ['a', 1.5, true, null, undefined, {n: 7}]; }
  probes() { return [new Probe('x'), new Probe('y')]; }
  missing() { return undefined; }
  fail() { throw new TypeError('no such thing'); }
  get area() { return this.width * 10; }
  set area(v) { this.width = v / 10; }
  'default'() { return 'reserved word'; }
  static make(label) { return new Probe(label); }
  toString() { return 'Probe(' + this.labels.join() + ')'; }
}
Probe.instances = 5;
Probe.Inner = class Inner extends Probe { constructor() { super('inner'); this.depth = 2; } };
globalThis.Probe = Probe;
globalThis.lib = {scale: 10, version: 'v1', Pair: class Pair { constructor(a, b) { this.a = a; this.b = b; } }, total(...xs) { return xs.reduce((a, b) => a + b, 0); }};
globalThis.answer = 42;
