package io.artrec.answering.internal;

import io.artrec.explain.Explanation;

/**
 * A place of an answer.
 *
 * @param pick the work that stands there, and how it came in
 * @param explanation why
 */
public record Place(Pick pick, Explanation explanation) {}
