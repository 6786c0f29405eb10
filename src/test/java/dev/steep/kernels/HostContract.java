package dev.steep.kernels;

import dev.steep.kernels.host.Host;

/** What the tests of a contract need to know about who runs the modules. */
interface HostContract {
    Host host();

    /** Both back ends, to be compared. */
    default Pair pair() {
        return new Pair(host());
    }
}
