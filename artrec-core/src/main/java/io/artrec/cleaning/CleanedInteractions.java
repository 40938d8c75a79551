package io.artrec.cleaning;

import io.artrec.behavior.Interactions;

/**
 * Events after cleaning, and the account of it.
 *
 * @param interactions the events that are left
 * @param report what was dropped or changed, and why
 */
public record CleanedInteractions(Interactions interactions, CleaningReport report) {}
