package io.artrec.examples.gallery.page;

import io.artrec.vision.color.Palette;
import java.util.Optional;

/**
 * What a picture shows by measuring.
 *
 * @param palette its colors, where it shows any
 * @param words its composition and colors in sentences
 */
record Seen(Optional<Palette> palette, String words) {}
