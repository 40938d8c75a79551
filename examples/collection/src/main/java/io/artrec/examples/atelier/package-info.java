/**
 * Paints artworks by artists who never lived: {@link io.artrec.examples.atelier.Studio} plans a
 * collection from a seed, {@link io.artrec.examples.atelier.Painting} is one work of it. Whatever
 * needs images on a machine without network takes them from here.
 */
@NullMarked
package io.artrec.examples.atelier;

import org.jspecify.annotations.NullMarked;
