/**
 * What an image shows besides the work, and what it does not show of it: gray photographs, bars,
 * borders, frames, charts of colors. Features look here first, so that works are compared and not
 * their reproductions.
 */
@NullMarked
package io.artrec.vision.reproduction;

import org.jspecify.annotations.NullMarked;
