/**
 * What encoders of texts and of images share: a gate that lets a number of runs at a model, work
 * divided among callers and helpers, identities of contents. No promise is made of it.
 */
@NullMarked
package io.artrec.djl.serving.internal;

import org.jspecify.annotations.NullMarked;
