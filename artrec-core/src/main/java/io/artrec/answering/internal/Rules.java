package io.artrec.answering.internal;

import io.artrec.behavior.ImpressionDiscount;
import io.artrec.behavior.InterestRule;
import io.artrec.explain.Sentences;
import io.artrec.filter.Filter;
import io.artrec.rerank.Reranker;
import java.util.Optional;

/**
 * What holds for every answer.
 *
 * @param filter what every answered work passes
 * @param reranker what orders anew
 * @param candidates catalogues up to this size are scored whole; how many works are proposed of
 *     larger ones
 * @param sentences what words explanations
 * @param discount how works fade that are shown again and again
 * @param interests how interests fade and what is learned of them
 * @param onePerSeries whether an answer holds one work of a series while there are others
 */
public record Rules(
    Optional<Filter> filter,
    Optional<Reranker> reranker,
    int candidates,
    Sentences sentences,
    ImpressionDiscount discount,
    InterestRule interests,
    boolean onePerSeries) {}
