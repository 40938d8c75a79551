/**
 * How an image is composed, as numbers with published definitions: {@link
 * io.artrec.vision.composition.Composition} holds them, {@link
 * io.artrec.vision.composition.CompositionNorms} says how usual they are among paintings.
 */
@NullMarked
package io.artrec.vision.composition;

import org.jspecify.annotations.NullMarked;
