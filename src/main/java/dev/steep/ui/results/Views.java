package dev.steep.ui.results;

import dev.steep.ui.comparison.BaselinesView;
import dev.steep.ui.comparison.RunsView;
import dev.steep.ui.inside.AugmentationView;
import dev.steep.ui.inside.HistogramsView;
import dev.steep.ui.inside.NormsView;
import dev.steep.ui.inside.PcaView;
import dev.steep.ui.inside.SurfaceView;
import dev.steep.ui.inside.TensorsView;
import dev.steep.ui.prediction.BoundaryView;
import dev.steep.ui.prediction.ConfusionView;
import dev.steep.ui.prediction.FitView;
import dev.steep.ui.prediction.PredictionsView;
import dev.steep.ui.prediction.ReconstructionsView;
import dev.steep.ui.prediction.RocView;
import dev.steep.ui.seeing.ClassesView;
import dev.steep.ui.seeing.CorrelationView;
import dev.steep.ui.seeing.DistributionView;
import dev.steep.ui.seeing.SamplesView;
import dev.steep.ui.seeing.ScatterView;
import dev.steep.ui.view.View;
import dev.steep.ui.why.PadView;
import dev.steep.ui.why.RobustnessView;
import dev.steep.ui.why.TryView;
import dev.steep.ui.why.WhyView;
import java.util.List;
import java.util.Optional;

/** The views of the results, in the order of their tabs. Each is declared in its own file; this is the list. */
public final class Views {
    public static final List<View> ALL = List.of(
            CurvesView.VIEW,
            PredictionsView.VIEW,
            ReconstructionsView.VIEW,
            WhyView.VIEW,
            TryView.VIEW,
            PadView.VIEW,
            RobustnessView.VIEW,
            ConfusionView.VIEW,
            RocView.VIEW,
            BoundaryView.VIEW,
            FitView.VIEW,
            HistogramsView.VIEW,
            NormsView.VIEW,
            AugmentationView.VIEW,
            TensorsView.VIEW,
            PcaView.VIEW,
            SurfaceView.VIEW,
            BackpropView.VIEW,
            ConvolutionView.VIEW,
            DescentView.VIEW,
            SamplesView.VIEW,
            ScatterView.VIEW,
            DistributionView.VIEW,
            CorrelationView.VIEW,
            ClassesView.VIEW,
            RunsView.VIEW,
            BaselinesView.VIEW,
            TestView.VIEW,
            KerasView.VIEW,
            SummaryView.VIEW,
            CompiledView.VIEW);

    private Views() {}

    /** The view of this id. */
    public static Optional<View> of(String id) {
        return ALL.stream().filter(view -> view.id().equals(id)).findFirst();
    }

    /** Their ids, to be said where there is no such view. */
    public static String ids() {
        return String.join(", ", ALL.stream().map(View::id).toList());
    }
}
