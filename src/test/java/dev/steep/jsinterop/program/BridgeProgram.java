package dev.steep.jsinterop.program;

/** The program that checks the bridge from inside the page; compiled to both builds by the test. */
public final class BridgeProgram {
    private BridgeProgram() {}

    /** Runs every check. */
    public static void main(String[] args) {
        MemberChecks.run();
        ValueChecks.run();
        FunctionChecks.run();
        PageChecks.run();
        LaterChecks.run();
    }
}
