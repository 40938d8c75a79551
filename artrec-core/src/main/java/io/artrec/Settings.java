package io.artrec;

import io.artrec.explain.Sentences;
import io.artrec.feature.FeatureExtraction;
import io.artrec.filter.Filter;
import io.artrec.rerank.Reranker;
import io.artrec.strategy.Strategy;
import java.util.Optional;

/**
 * How a recommender answers.
 *
 * @param strategy what scores
 * @param reranker what orders anew
 * @param filter what every answered work passes
 * @param candidates how many works the strategy proposes; catalogues up to this size are scored
 *     whole
 * @param seed decides what is left to chance
 * @param extraction how works that come are encoded
 * @param sentences what words explanations
 */
record Settings(
    Strategy strategy,
    Optional<Reranker> reranker,
    Optional<Filter> filter,
    int candidates,
    long seed,
    FeatureExtraction extraction,
    Sentences sentences) {}
