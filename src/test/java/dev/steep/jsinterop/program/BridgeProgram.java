package dev.steep.jsinterop.program;

import jsinterop.base.Js;

/** The program that checks the bridge from inside the page; compiled to both builds by the test. */
public final class BridgeProgram {
    private BridgeProgram() {}

    /** Runs every check, or, in a worker, the worker's side of one of them. */
    public static void main(String[] args) {
        if (!Js.global().has("document")) {
            WorkerSide.run();
            return;
        }
        LaterChecks.run();
        MemberChecks.run();
        ValueChecks.run();
        ArithmeticChecks.run();
        FunctionChecks.run();
        PageChecks.run();
    }
}
