package io.artrec;

import io.artrec.answering.internal.Rules;
import io.artrec.feature.FeatureExtraction;
import io.artrec.strategy.Strategy;

/**
 * How a recommender learns and answers.
 *
 * @param strategy what scores
 * @param rules what holds for every answer
 * @param seed decides what is left to chance
 * @param extraction how works that come are encoded
 */
record Settings(Strategy strategy, Rules rules, long seed, FeatureExtraction extraction) {}
