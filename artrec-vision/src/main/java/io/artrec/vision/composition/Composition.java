package io.artrec.vision.composition;

import io.artrec.vision.image.RgbImage;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * How one image is composed: the values of each {@link CompositionProperty} that is defined for it.
 * Equal by value, immutable and thread-safe.
 *
 * <p>A property that is not defined for an image is absent, never 0 or not a number: a picture of
 * one color has no Fourier slope, one of two rows no symmetry, one of 64 pixels no slope by Mather,
 * one a thousand times longer than high no edges. One departure from the definitions: an even
 * pattern with more than 20,000 edges that tie as the strongest has no second-order entropy, whose
 * pairs would take minutes.
 *
 * <p>Images are measured as they are given; properties move with the size, some by several
 * deviations ({@link CompositionNorms}), so compare images of like size. Values agree with the
 * toolbox's to 1e-9, entropies of levels and of edge orientations to 1e-5, of pairs to 1e-4.
 */
public final class Composition {
  private final Map<CompositionProperty, Double> values;

  private Composition(Map<CompositionProperty, Double> values) {
    this.values = Collections.unmodifiableMap(values);
  }

  /**
   * Measures an image.
   *
   * @param image the pixels, all of them
   * @return the composition; O(pixels) and, in the parts that work at 1,024 pixels and at 120,000
   *     pixels, the same for every size; about 40 bytes per pixel while it runs
   */
  public static Composition of(RgbImage image) {
    Readings readings = new Readings();
    GrayLevels gray = GrayLevels.of(image);
    readings.put(CompositionProperty.IMAGE_SIZE, (double) image.width() + image.height());
    readings.put(CompositionProperty.ASPECT_RATIO, (double) image.width() / image.height());
    ColorStatistics.measure(image, readings);
    GradientPyramid.measure(image.lab(), readings);
    MassLayout.measure(gray, readings);
    MirrorSymmetry.measure(gray, readings);
    FractalDimensions.measure(gray, readings);
    FourierSlopes.measure(gray, image.lab(), readings);
    OrientedEdges.measure(gray, readings);
    return new Composition(readings.values());
  }

  /** Measures what needs neither spectra nor gradients, boxes nor pairs of edges. */
  static Composition quick(RgbImage image) {
    Readings readings = new Readings();
    GrayLevels gray = GrayLevels.of(image);
    readings.put(CompositionProperty.IMAGE_SIZE, (double) image.width() + image.height());
    readings.put(CompositionProperty.ASPECT_RATIO, (double) image.width() / image.height());
    ColorStatistics.lightness(image.lab(), readings);
    MassLayout.measure(gray, readings);
    MirrorSymmetry.measure(gray, readings);
    OrientedEdges.of(gray).ifPresent(edges -> edges.measureSingle(readings));
    return new Composition(readings.values());
  }

  /**
   * {@return a composition of values that were measured before}
   *
   * @param values finite values, for the properties that are defined; copied
   */
  public static Composition of(Map<CompositionProperty, Double> values) {
    Map<CompositionProperty, Double> copy = new EnumMap<>(CompositionProperty.class);
    values.forEach(
        (property, value) -> {
          if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                "value of " + property.id() + " is " + value + ", expected a finite number");
          }
          copy.put(property, value);
        });
    return new Composition(copy);
  }

  /**
   * Returns the value of a property.
   *
   * @param property the property
   * @return a finite value; empty when the property is not defined for the image
   */
  public OptionalDouble value(CompositionProperty property) {
    Double value = values.get(Objects.requireNonNull(property, "property"));
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /**
   * Returns all values.
   *
   * @return the values of the properties that are defined, in their order; unmodifiable
   */
  public Map<CompositionProperty, Double> values() {
    return values;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Composition that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return "Composition" + values;
  }
}
