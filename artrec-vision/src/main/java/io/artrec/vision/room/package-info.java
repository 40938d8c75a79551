/**
 * Works for a room: that take up its colors, stand out from its wall, and are of a size for it; and
 * how one would look there.
 */
@NullMarked
package io.artrec.vision.room;

import org.jspecify.annotations.NullMarked;
