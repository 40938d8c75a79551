/**
 * The entry point: {@link io.artrec.Recommender} composes a catalogue, behaviour, features,
 * strategies, filters and re-rankers into one object that answers, learns from what visitors do,
 * forgets, and saves itself.
 */
@NullMarked
package io.artrec;

import org.jspecify.annotations.NullMarked;
