/**
 * Runs Google Elemental2, and JsInterop types of our own, on TeaVM 0.15.0. Everything here but {@code Interop}, the two
 * classes it uses and {@code Rounding} runs while TeaVM compiles; TeaVM finds the plugins through
 * {@code META-INF/services}.
 *
 * <p><b>How.</b> {@code InteropPlugin} translates JsInterop's annotations to those of TeaVM's own JSO, and writes into each
 * method the conversions JSO does not make. {@code RedirectPlugin} runs after JSO and sends the conversions JSO did make to
 * {@code Interop}. Both lean on TeaVM's internals: change its version only with {@code BridgeTest} at hand.
 *
 * <p>{@code ArithmeticPlugin} is a guest here: it corrects how TeaVM adds, negates and rounds floating-point numbers.
 *
 * <p><b>What Java sees.</b>
 *
 * <ul>
 *   <li>In an Object (a generic type's T, a map's value, {@code event.data}) a JavaScript string is a String, a number is
 *       always a Double and never an Integer, a boolean is a Boolean, null and undefined are null.
 *   <li>Java objects pass through JavaScript unchanged; JavaScript objects keep their identity and work as map keys.
 *   <li>Arrays are copied: {@code asArray}, {@code asList} and casts to {@code T[]} give a copy, not a view. Numbers go in
 *       bulk through {@code dev.steep.browser.TypedArrays}.
 *   <li>A lambda of a {@code @JsFunction} type is one and the same JavaScript function each time, so that
 *       {@code removeEventListener} works. An {@code EventListener} is one if it is kept in a variable.
 *   <li>A cast to a native class is checked ({@code instanceof}); {@code Js.uncheckedCast} and casts to native interfaces
 *       are not. {@code new JsArray<>(Js.uncheckedCast(x))} is a trap: Java infers an array. Name the type.
 * </ul>
 *
 * <p><b>Bindings of our own</b> are classes with {@code @JsType(isNative = true, namespace = JsPackage.GLOBAL)} (a plain
 * options object: {@code name = "Object"}, or a {@code JsPropertyMap}), {@code @JsFunction} interfaces, and static natives
 * with {@code @JsMethod} or {@code @JsProperty} and a namespace.
 *
 * <p><b>Not supported:</b> {@code Js.asConstructorFn}, Java classes that extend native ones, {@code @JsEnum}, exporting with
 * a non-native {@code @JsType} (use TeaVM's {@code @JSExport}), incremental compilation.
 */
package dev.steep.jsinterop;
