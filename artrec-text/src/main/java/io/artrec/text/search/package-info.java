/**
 * Finding works by what somebody says: by meaning, by keywords, or both fused. Each is a strategy
 * that hears the wish of a request; {@link io.artrec.text.search.CatalogSearch} asks one without a
 * recommender.
 */
@NullMarked
package io.artrec.text.search;

import org.jspecify.annotations.NullMarked;
