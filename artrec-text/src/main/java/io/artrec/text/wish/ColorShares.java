package io.artrec.text.wish;

import io.artrec.catalog.Artwork;
import java.util.OptionalDouble;

/**
 * How much of a work has a color. The application passes one where it measures images, for instance
 * by the palettes of artrec-vision; without one the words of records count. Implementations are
 * thread-safe and say the same of the same work whenever they are asked.
 */
@FunctionalInterface
public interface ColorShares {
  /**
   * Tells how much of a work has a color.
   *
   * @param artwork the work
   * @param color a color word of wishes: red, orange, yellow, green, blue, purple, pink, brown,
   *     black, white, gray, gold, or a manner: warm, cool, dark, light, colorful, muted, monochrome
   * @return from 0 (nothing of it) to 1 (all of it), or empty where that is not known
   */
  OptionalDouble share(Artwork artwork, String color);
}
