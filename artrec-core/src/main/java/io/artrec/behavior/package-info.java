/**
 * What visitors did with artworks. An {@link io.artrec.behavior.Interaction} is one event; {@link
 * io.artrec.behavior.Interactions} holds millions of them in columns; a {@link
 * io.artrec.behavior.Dataset} indexes them against a catalogue, by user; a {@link
 * io.artrec.behavior.PreferenceModel} turns a {@link io.artrec.behavior.History} into signed {@link
 * io.artrec.behavior.Preferences}. What visitors are interested in stands beside their history: an
 * {@link io.artrec.behavior.Interest} has weight and evidence, an {@link
 * io.artrec.behavior.InterestProfile} adds them up.
 */
@NullMarked
package io.artrec.behavior;

import org.jspecify.annotations.NullMarked;
