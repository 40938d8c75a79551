package io.artrec.vision.composition;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * How usual a value of a {@link CompositionProperty} is among paintings, and whether it may be
 * compared with them at all. Immutable and thread-safe.
 *
 * <p>{@link #westernPaintings} holds the distribution over the 1,629 paintings of the JenAesthetics
 * data set (Amirshahi, Hayn-Leichsenring, Denzler, Redies, JenAesthetics Subjective Dataset, ECCV
 * 2014 Workshops), derived from the table of the Aesthetics Toolbox (Redies et al., Behavior
 * Research Methods 2025, doi 10.3758/s13428-025-02632-3; MIT): Western oil paintings of several
 * periods. It says nothing of other art.
 *
 * <p>Its images have a width and height of 1,815 together (1,357 to 2,048). Nine properties move
 * with the size, Fourier sigma by six deviations from 480 to 192 pixels: they are compared only
 * between {@value #LEAST_SIZE}, the size that 99 of 100 of the paintings reach, and {@value
 * #LARGEST_SIZE}; shrink larger images first, {@code image.shrunkTo(1024)}. The others have been
 * checked down to {@value #LEAST_CHECKED_SIZE} and moved by at most 0.14 deviations. The size of
 * the image itself and the mean hue, a place on a circle, are never compared.
 */
public final class CompositionNorms {
  private static final int LEAST_SIZE = 1_510;
  private static final int LARGEST_SIZE = 2_048;
  private static final int LEAST_CHECKED_SIZE = 336;
  private static final String FILE = "western-paintings.csv";
  private static final double[] PERCENTS = {0, 1, 5, 10, 25, 50, 75, 90, 95, 99, 100};

  private static final Set<CompositionProperty> MOVING =
      Collections.unmodifiableSet(
          EnumSet.of(
              CompositionProperty.FOURIER_SIGMA,
              CompositionProperty.FOURIER_SLOPE_REDIES,
              CompositionProperty.FOURIER_SLOPE_SPEHAR,
              CompositionProperty.FOURIER_SLOPE_MATHER,
              CompositionProperty.ANISOTROPY,
              CompositionProperty.FRACTAL_DIMENSION_2D,
              CompositionProperty.FRACTAL_DIMENSION_3D,
              CompositionProperty.SELF_SIMILARITY_PHOG,
              CompositionProperty.COMPLEXITY));

  private static final Set<CompositionProperty> NEVER =
      Collections.unmodifiableSet(
          EnumSet.of(CompositionProperty.IMAGE_SIZE, CompositionProperty.MEAN_H));

  private static final CompositionNorms WESTERN = new CompositionNorms(read());

  private final Map<CompositionProperty, Distribution> distributions;

  private CompositionNorms(Map<CompositionProperty, Distribution> distributions) {
    this.distributions = distributions;
  }

  /** {@return the norms of Western oil paintings, of all properties} */
  public static CompositionNorms westernPaintings() {
    return WESTERN;
  }

  /**
   * {@return the mean over the paintings}
   *
   * @param property the property
   */
  public double mean(CompositionProperty property) {
    return distribution(property).mean;
  }

  /**
   * {@return the standard deviation over the paintings, above 0}
   *
   * @param property the property
   */
  public double deviation(CompositionProperty property) {
    return distribution(property).deviation;
  }

  /**
   * Returns the least value of any of the paintings.
   *
   * @param property the property
   * @return the minimum
   */
  public double minimum(CompositionProperty property) {
    return distribution(property).quantiles[0];
  }

  /**
   * Returns how many paintings have less.
   *
   * @param property the property
   * @param value its value, which must be of an image that can be compared
   * @return percent of the paintings, 0 to 100, linear between the percentiles 0, 1, 5, 10, 25, 50,
   *     75, 90, 95, 99 and 100
   */
  public double percentile(CompositionProperty property, double value) {
    double[] quantiles = distribution(property).quantiles;
    int above = 0;
    while (above < quantiles.length && quantiles[above] <= value) {
      above++;
    }
    if (above == 0 || above == quantiles.length) {
      return above == 0 ? 0 : 100;
    }
    double share = (value - quantiles[above - 1]) / (quantiles[above] - quantiles[above - 1]);
    return PERCENTS[above - 1] + share * (PERCENTS[above] - PERCENTS[above - 1]);
  }

  /**
   * Returns how many paintings have less of a property than an image.
   *
   * @param composition what was measured of the image
   * @param property the property
   * @return percent of the paintings, 0 to 100; empty when the property is not defined for the
   *     image or must not be compared at its size
   */
  public OptionalDouble percentile(Composition composition, CompositionProperty property) {
    OptionalDouble value = composition.value(property);
    OptionalDouble size = composition.value(CompositionProperty.IMAGE_SIZE);
    if (value.isEmpty() || size.isEmpty() || !comparable(property, size.getAsDouble())) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(percentile(property, value.getAsDouble()));
  }

  /**
   * Returns whether a property of an image of some size may be compared with these norms.
   *
   * @param property the property
   * @param size width and height of the image together, in pixels
   * @return whether a percentile means anything
   */
  public boolean comparable(CompositionProperty property, double size) {
    if (NEVER.contains(property) || size < LEAST_CHECKED_SIZE) {
      return false;
    }
    return !movesWithSize(property) || (size >= LEAST_SIZE && size <= LARGEST_SIZE);
  }

  /**
   * Returns whether a property changes much when the same picture is shrunk.
   *
   * @param property the property
   * @return true for nine properties
   */
  public static boolean movesWithSize(CompositionProperty property) {
    return MOVING.contains(Objects.requireNonNull(property, "property"));
  }

  private Distribution distribution(CompositionProperty property) {
    return Objects.requireNonNull(
        distributions.get(Objects.requireNonNull(property, "property")), property.id());
  }

  private static Map<CompositionProperty, Distribution> read() {
    Map<CompositionProperty, Distribution> read = new EnumMap<>(CompositionProperty.class);
    for (String line : lines()) {
      String[] cells = line.split(",", -1);
      CompositionProperty property = CompositionProperty.named(cells[0]).orElse(null);
      if (property != null) {
        double[] quantiles = new double[PERCENTS.length];
        for (int i = 0; i < quantiles.length; i++) {
          quantiles[i] = Double.parseDouble(cells[3 + i]);
        }
        double mean = Double.parseDouble(cells[1]);
        read.put(property, new Distribution(mean, Double.parseDouble(cells[2]), quantiles));
      }
    }
    return read;
  }

  private static List<String> lines() {
    try (InputStream in =
            Objects.requireNonNull(CompositionNorms.class.getResourceAsStream(FILE), FILE);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("reading the norms of composition, " + FILE, e);
    }
  }

  @Override
  public String toString() {
    return "CompositionNorms of Western paintings";
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Distribution(double mean, double deviation, double[] quantiles) {}
}
