package io.artrec.cleaning;

import io.artrec.catalog.Catalog;

/**
 * A catalogue whose missing numbers were dealt with, and the account of it.
 *
 * @param catalog the artworks
 * @param report what was dropped or filled in
 */
public record CleanedCatalog(Catalog catalog, StepReport report) {}
