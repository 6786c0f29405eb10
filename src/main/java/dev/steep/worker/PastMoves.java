package dev.steep.worker;

import dev.steep.engine.Trainer;
import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import dev.steep.worker.answer.Answers;
import dev.steep.worker.experiment.Experiment;
import dev.steep.worker.experiment.LabState;
import java.util.Optional;
import java.util.function.Function;

/** Goes to other moments of the run that is open, and back to the present; keeps runs that may be wanted again. */
final class PastMoves {
    private final LabState present;
    private final TrainingTurns training;
    private final Answers answers;

    PastMoves(LabState present, TrainingTurns training, Answers answers) {
        this.present = present;
        this.training = training;
        this.answers = answers;
    }

    Optional<Report> at(Request.At request) {
        if (request.epoch() == Request.At.PRESENT) {
            backToPresent();
            return Reply.DONE;
        }
        return past(trainer -> present.past().show(trainer, request.epoch()));
    }

    Optional<Report> branch(Request.Branch request) {
        String recipe =
                present.experiment().map(open -> open.recipe().toString()).orElse("");
        Optional<Report> done = past(trainer -> present.past().branch(trainer, request.epoch(), recipe));
        if (done.equals(Reply.DONE)) {
            present.trainer().ifPresent(training.reports()::branched);
            training.report(present.experiment().orElseThrow());
        }
        return done;
    }

    /** Goes to another moment of the run, which then stands; the function says why not, if there is none. */
    private Optional<Report> past(Function<Trainer, Optional<String>> go) {
        Optional<Trainer> trainer = present.trainer();
        if (trainer.isEmpty()) {
            return Reply.refuse(present.noNetwork());
        }
        training.stopIfTraining();
        Optional<String> refusal = go.apply(trainer.get());
        if (refusal.isPresent()) {
            return Reply.refuse(refusal.get());
        }
        changedByHand();
        answers.hurry();
        training.tellKept();
        return Reply.DONE;
    }

    Optional<Report> keep(Request.Keep request) {
        backToPresent();
        present.experiment()
                .filter(open -> open.recipe().toString().equals(request.recipe()))
                .flatMap(Experiment::trainer)
                .ifPresent(trainer -> present.past().keep(trainer, request.key()));
        return Reply.DONE;
    }

    /** Leaves the epoch that is looked at, if one is. */
    void backToPresent() {
        if (present.trainer().filter(present.past()::back).isPresent()) {
            changedByHand();
            answers.hurry();
            training.tellKept();
        }
    }

    /** The numbers of the network are others than the last step left. */
    void changedByHand() {
        present.trained();
        answers.changedByHand();
    }
}
