package dev.steep.contract;

/** The reference on the JVM. */
class ReferenceContractTest implements ReferenceContract {}
