package io.artrec.catalog;

import io.artrec.tabular.LoadReport;

/**
 * A catalogue and the account of its loading.
 *
 * @param catalog the artworks
 * @param report what was loaded and what was not
 */
public record LoadedCatalog(Catalog catalog, LoadReport report) {}
