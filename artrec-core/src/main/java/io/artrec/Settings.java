package io.artrec;

import io.artrec.answering.internal.Matrices;
import io.artrec.answering.internal.Rules;
import io.artrec.behavior.RewardRule;
import io.artrec.experiment.OnlineExperiment;
import io.artrec.feature.FeatureExtraction;
import io.artrec.strategy.Strategy;
import java.util.Optional;

/**
 * How a recommender learns and answers.
 *
 * @param strategy what scores
 * @param rules what holds for every answer
 * @param matrices where matrices are loaded
 * @param seed decides what is left to chance
 * @param extraction how works that come are encoded
 * @param rewards what answers are worth that were drawn
 * @param experiment how visitors are divided
 */
record Settings(
    Strategy strategy,
    Rules rules,
    Matrices matrices,
    long seed,
    FeatureExtraction extraction,
    RewardRule rewards,
    Optional<OnlineExperiment> experiment) {}
