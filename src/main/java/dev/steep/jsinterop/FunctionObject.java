package dev.steep.jsinterop;

/** Marks a Java object that JavaScript sees as a function. The plugin adds it; nobody implements it by hand. */
interface FunctionObject {}
