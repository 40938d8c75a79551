/**
 * The model file: one file that holds ids, features, trained state, configuration and provenance,
 * versioned and checksummed. A part of the library writes itself through a {@link
 * io.artrec.model.StateWriter} and reads itself back through a {@link io.artrec.model.StateReader}.
 */
@NullMarked
package io.artrec.model;

import org.jspecify.annotations.NullMarked;
