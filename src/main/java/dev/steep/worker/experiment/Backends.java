package dev.steep.worker.experiment;

import dev.steep.engine.Backend;
import dev.steep.kernels.host.Peak;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The back ends that there are here.
 *
 * @param usual the one that experiments are trained by
 * @param all every one, to be measured
 * @param gauge makes a measure of the machine's peak; nothing where vectors are not known
 */
public record Backends(Backend usual, List<Backend> all, Supplier<Optional<Peak>> gauge) {
    public Backends {
        all = List.copyOf(all);
    }

    /** One back end and no measure. */
    public static Backends only(Backend backend) {
        return new Backends(backend, List.of(backend), Optional::empty);
    }

    /** The back end of this name; without a name the usual one. */
    public Optional<Backend> named(String name) {
        return name.isEmpty()
                ? Optional.of(usual)
                : all.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    public List<String> names() {
        return all.stream().map(Backend::name).toList();
    }
}
