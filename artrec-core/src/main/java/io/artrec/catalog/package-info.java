/**
 * The works that can be recommended. An {@link io.artrec.catalog.Artwork} is one record of a
 * collection; a {@link io.artrec.catalog.Catalog} is an immutable, indexed list of them. Ids are
 * plain strings outside and dense indices, the position in the catalogue, inside.
 */
@NullMarked
package io.artrec.catalog;

import org.jspecify.annotations.NullMarked;
