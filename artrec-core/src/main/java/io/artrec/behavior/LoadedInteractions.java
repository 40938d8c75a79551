package io.artrec.behavior;

import io.artrec.tabular.LoadReport;

/**
 * Events and the account of their loading.
 *
 * @param interactions the events that have all they need
 * @param withoutRating the rating events that came without a rating; their value here is 0 and
 *     means nothing. A cleaning drops them or gives them a value; whoever does not clean leaves
 *     them out
 * @param report what was loaded, set aside and skipped
 */
public record LoadedInteractions(
    Interactions interactions, Interactions withoutRating, LoadReport report) {}
