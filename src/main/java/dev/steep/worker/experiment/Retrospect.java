package dev.steep.worker.experiment;

import dev.steep.engine.Machine;
import dev.steep.engine.Snapshot;
import dev.steep.engine.Trainer;
import dev.steep.engine.Work;
import dev.steep.reference.Reference;
import dev.steep.tape.Program;
import dev.steep.tape.Value;
import java.util.Optional;

/**
 * What layers gave for a sample at the end of a kept epoch, on a machine of its own: whatever is shown and trained stays as it is. The
 * machine is kept while the network is the same.
 */
public final class Retrospect {
    /** Operations of a prediction that is made again: less than a tenth of a second. */
    private static final double MOST = 2e7;

    private Optional<Kept> kept = Optional.empty();

    private record Kept(Program program, Machine machine) {}

    /** The network is another. */
    void forget() {
        kept = Optional.empty();
    }

    /**
     * The numbers of a value of the prediction.
     *
     * @param then the run as it was
     * @param prepared the sample as the network is given it
     * @return nothing where there is no such value, or the network is too large to be asked in passing
     */
    public Optional<float[]> of(Trainer trainer, Snapshot then, float[] prepared, String output) {
        Program program = trainer.model().program();
        Optional<Value> value = program.prediction().value(output).filter(Value::batched);
        if (value.isEmpty() || Work.of(program.prediction(), 1) > MOST) {
            return Optional.empty();
        }
        if (kept.filter(each -> each.program == program).isEmpty()) {
            kept = Optional.of(new Kept(program, new Reference().open(program, trainer.supply(), 1)));
        }
        Machine machine = kept.orElseThrow().machine;
        trainer.model().weights().forEach(weight -> Optional.ofNullable(
                        then.tensors().get(weight.name()))
                .ifPresent(tensor -> machine.restore(weight, tensor.numbers())));
        machine.predict(prepared, 1);
        return Optional.of(machine.read(value.get()));
    }
}
