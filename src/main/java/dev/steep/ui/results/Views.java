package dev.steep.ui.results;

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
