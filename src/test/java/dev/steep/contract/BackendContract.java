package dev.steep.contract;

/** All that a back end must get right: a test class that names its back end inherits these tests. */
public interface BackendContract
        extends MatMulContract,
                ConvContract,
                PoolContract,
                ElementwiseContract,
                SoftmaxContract,
                StandardizeContract,
                NoiseContract,
                ResampleContract,
                ConcatenateContract,
                PermutationContract,
                MachineContract,
                PenaltyContract,
                SampleWeightContract,
                InputsContract,
                GoingOnContract,
                GraphContract,
                NormalizationContract,
                StepContract,
                SmallValuesContract,
                SnapshotContract,
                CallbackContract,
                GoldenContract {}
